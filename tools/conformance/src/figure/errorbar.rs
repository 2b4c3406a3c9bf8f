//! Points with error bars.

use figure::Errors;

use super::axes;
use crate::scene::Scene;

const X: [i32; 4] = [1, 2, 3, 4];
const Y: [f64; 4] = [2.0, 1.0, 3.0, 2.5];

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("errorbar_plain", |ax| {
            ax.errorbar(X, Y, &Errors::new().y([0.4]))?;
            Ok(())
        }),
        axes("errorbar_both_with_caps", |ax| {
            let errors = Errors::new().y([0.4, 0.2, 0.6, 0.1]).x([0.3]).capsize(4.0);
            ax.errorbar(X, Y, &errors)?.marker("o").linestyle("none");
            let errors = Errors::new().y_sides([0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1]);
            ax.errorbar(X, Y.map(|v| v + 2.0), &errors.capsize(2.0))?;
            Ok(())
        }),
        axes("errorbar_looks", |ax| {
            ax.plot(X, Y.map(|v| v - 0.2))?;
            let errors = Errors::new()
                .y([0.4, f64::NAN, 0.6, 0.1])
                .color("C3")
                .linewidth(3.0)
                .capsize(5.0)
                .capthick(2.0);
            ax.errorbar(X, Y, &errors)?.linestyle("--");
            Ok(())
        }),
    ]
}
