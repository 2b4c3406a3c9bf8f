//! Logarithmic and other scales.

use ::figure::scale::{AsinhScale, FuncScale, LogScale, Nonpositive, SymmetricalLogScale};
use ::figure::ticker::LogFormatter;
use ::figure::Which;

use super::axes;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;
const STEPS: [f64; 5] = [0.0, 1.0, 2.0, 3.0, 4.0];

pub(super) fn scenes() -> Vec<Scene> {
    [logs(), odd(), others()].into_iter().flatten().collect()
}

fn logs() -> Vec<Scene> {
    vec![
        axes("log_semilogy", |ax| {
            ax.semilogy([1, 2, 3, 4], [1.0, 40.0, 900.0, 3e4])?.marker("o");
            ax.grid(true);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("log_semilogx_many_decades", |ax| {
            ax.semilogx([1e-9, 1e-3, 1.0, 1e8, 1e15], [1.0, 2.0, 0.0, 3.0, 1.0])?;
            ax.set_xlabel("x");
            ax.set_title("title");
            Ok(())
        }),
        axes("log_loglog_below_one", |ax| {
            let line = ax.loglog([0.001, 0.02, 0.3], [0.5, 0.01, 0.2])?;
            line.marker("s").linestyle("--");
            for axis in [true, false] {
                let axis = if axis { ax.xaxis() } else { ax.yaxis() };
                axis.grid(Which::Major);
                axis.grid(Which::Minor);
            }
            Ok(())
        }),
        axes("log_one_decade", |ax| {
            ax.loglog([1.0, 3.0, 5.0, 9.0], [20.0, 90.0, 50.0, 35.0])?;
            Ok(())
        }),
        axes("log_short_view", |ax| {
            ax.loglog([2.0, 2.5, 2.9], [400.0, 410.0, 403.0])?;
            Ok(())
        }),
        axes("log_base_two", |ax| {
            ax.plot([1.0, 5.0, 100.0], [1.0, 30.0, 3.0])?;
            ax.set_xscale(LogScale::new(2.0)?);
            ax.set_yscale(LogScale::new(3.0)?);
            Ok(())
        }),
        axes("log_subs", |ax| {
            ax.plot([1.0, 5.0, 100.0], [1.0, 30.0, 3.0])?;
            ax.set_xscale(LogScale::default().with_subs([2.0, 5.0]));
            Ok(())
        }),
        axes("log_limits_and_inverted", |ax| {
            ax.loglog([1.0, 10.0, 100.0], [1.0, 10.0, 100.0])?;
            ax.set_xlim(500.0, 0.05)?.set_ylim(0.2, 20.0)?;
            Ok(())
        }),
        axes("log_scatter_and_fill", |ax| {
            let x = [1.0, 10.0, 100.0];
            ax.scatter(x, [3.0, 20.0, 0.5])?.sizes([20.0, 80.0, 200.0])?;
            ax.fill_between(x, [1.0, 2.0, 0.1], [5.0, 50.0, 5.0])?.alpha(0.3);
            ax.set_xscale(LogScale::default());
            ax.set_yscale(LogScale::default());
            Ok(())
        }),
        axes("log_bars", |ax| {
            ax.bar([1, 2, 3], [10.0, 0.1, 1000.0])?;
            ax.set_yscale(LogScale::default());
            Ok(())
        }),
        axes("log_rotated_labels", |ax| {
            ax.semilogx([1e-2, 1e3], [0.0, 1.0])?;
            let ticks = ax.xaxis().tick_params(Which::Major);
            ticks.labelrotation(30.0).labelsize(13.0);
            Ok(())
        }),
        axes("log_formatters", |ax| {
            ax.loglog([2.0, 700.0], [0.3, 5.0])?;
            ax.xaxis().set_major_formatter(LogFormatter::plain(10.0)?);
            ax.yaxis()
                .set_major_formatter(LogFormatter::exponent(10.0)?)
                .set_minor_formatter(LogFormatter::powers(10.0)?);
            Ok(())
        }),
    ]
}

fn odd() -> Vec<Scene> {
    vec![
        axes("log_nonpositive_clip", |ax| {
            ax.plot(STEPS, [10.0, -5.0, 1000.0, 0.0, 20.0])?.marker("o");
            ax.set_yscale(LogScale::default());
            Ok(())
        }),
        axes("log_nonpositive_mask", |ax| {
            ax.plot(STEPS, [10.0, -5.0, 1000.0, 100.0, NAN])?.marker("o");
            ax.set_yscale(LogScale::default().with_nonpositive(Nonpositive::Mask));
            Ok(())
        }),
        axes("log_nothing", |ax| {
            ax.set_xscale(LogScale::default());
            ax.set_yscale(LogScale::default());
            Ok(())
        }),
        axes("log_all_negative", |ax| {
            ax.plot([1.0, 2.0, 3.0], [-1.0, -2.0, -3.0])?;
            ax.set_yscale(LogScale::default());
            Ok(())
        }),
        axes("log_one_point", |ax| {
            ax.loglog([1000.0], [0.5])?.marker("o").linestyle("none");
            Ok(())
        }),
        axes("log_huge", |ax| {
            ax.semilogy([1.0, 2.0, 3.0], [1e-300, 1.0, 1e300])?;
            Ok(())
        }),
    ]
}

fn others() -> Vec<Scene> {
    let x = [-100.0, -3.0, 0.0, 5.0, 1000.0];
    vec![
        axes("symlog_default", move |ax| {
            ax.plot(x, [-1e5, -10.0, 0.5, 20.0, 1e4])?.marker(".");
            ax.set_xscale(SymmetricalLogScale::default());
            ax.set_yscale(SymmetricalLogScale::new(0.1)?);
            ax.grid(true);
            Ok(())
        }),
        axes("symlog_looks", move |ax| {
            ax.plot(x, [-1.0, -10.0, 0.5, 20.0, 40.0])?;
            let scale = SymmetricalLogScale::new(3.0)?.with_linear_decades(2.0)?;
            ax.set_xscale(scale.with_subs([2.0, 5.0]));
            ax.set_yscale(SymmetricalLogScale::default().with_base(2.0)?);
            Ok(())
        }),
        axes("symlog_linear_only", |ax| {
            ax.plot([0.0, 1.0, 2.0], [-0.5, 1.0, 0.25])?;
            ax.set_yscale(SymmetricalLogScale::new(5.0)?);
            Ok(())
        }),
        axes("asinh_scales", move |ax| {
            ax.plot(x, [-1e5, -10.0, 0.5, 20.0, 1e4])?.marker(".");
            ax.set_xscale(AsinhScale::new(2.0)?);
            ax.set_yscale(AsinhScale::new(1.0)?);
            ax.grid(true);
            Ok(())
        }),
        axes("asinh_symmetric", |ax| {
            ax.plot([-1.0, 0.0, 1.0], [-50.0, 3.0, 51.0])?;
            ax.set_xscale(AsinhScale::new(0.1)?);
            ax.set_yscale(AsinhScale::new(5.0)?);
            Ok(())
        }),
        axes("scale_by_functions", |ax| {
            ax.plot([0.0, 1.0, 4.0, 9.0], [0.0, 1.0, 2.0, 3.0])?.marker("o");
            ax.set_xscale(FuncScale::new(f64::sqrt, |root| root * root));
            ax.set_xlim(0.0, 10.0)?;
            Ok(())
        }),
        axes("math_in_text", |ax| {
            ax.plot_y([1, 2, 3])?;
            ax.set_title("$10^{-3}$ and $2\\times10^5$");
            ax.set_xlabel("a price: \\$5");
            ax.set_ylabel("$\\mathrm{m}^2$ in $10_{2}^{3}$");
            ax.text(0.5, 1.5, "$4_2$\nsecond")?.rotation(30.0);
            Ok(())
        }),
    ]
}
