//! Any data draws, or is an error: nothing panics, and nothing takes long.

use figure::{Axes, Error, Figure, Result, Which};
use proptest::prelude::*;

fn draw(fill: impl FnOnce(&mut Axes) -> Result<()>) -> Result<Vec<u8>> {
    let mut fig = Figure::new((2.0, 1.5), 72.0);
    fill(fig.add_subplot(1, 1, 1)?)?;
    fig.to_png()
}

/// Every kind of float, the awkward ones often.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..10.0,
        2 => any::<f64>(),
        1 => prop::sample::select(vec![
            0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 5e-324, 1e300, -1e-300,
        ]),
    ]
}

fn column() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(number(), 0..40)
}

/// What may be wrong with a view of any numbers: ticks cannot divide it, or it has no end.
fn is_about_the_view(error: &Error) -> bool {
    matches!(
        error,
        Error::TickRange { .. } | Error::TooManyTicks { .. } | Error::Limits { .. }
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_data_draws(x in column(), y in column(), style in "-|--|:", marker in "[.os^+x]") {
        let len = x.len().min(y.len());
        let drawn = draw(|ax| {
            let line = ax.plot(&x[..len], &y[..len])?;
            line.linestyle(style.as_str()).marker(marker.as_str());
            Ok(())
        });
        if let Err(error) = drawn {
            prop_assert!(is_about_the_view(&error), "{error:?}");
        }
    }

    #[test]
    fn any_limits_draw(low in number(), high in number()) {
        let drawn = draw(|ax| {
            ax.set_xlim(low, high)?.set_ylim(high, low)?;
            ax.plot_y([1, 3, 2])?;
            Ok(())
        });
        if let Err(error) = drawn {
            prop_assert!(is_about_the_view(&error), "{error:?}");
        }
    }

    #[test]
    fn any_lengths_and_sizes_draw(points in number(), width in number(), angle in number()) {
        let drawn = draw(|ax| {
            ax.plot_y([1, 3, 2])?.linewidth(width).marker("o").markersize(points).markeredgewidth(width);
            ax.set_title("title").rotation(angle).linespacing(width);
            ax.xaxis().set_labelpad(points).tick_params(Which::Major).length(points).width(width).pad(points);
            ax.set_xlabel("label").rotation(angle);
            Ok(())
        });
        // Text that would stand millions of pixels away is refused.
        if let Err(error) = drawn {
            prop_assert!(matches!(error, Error::Text(_)), "{error:?}");
        }
    }
}

#[test]
fn a_hundred_thousand_points_of_noise_draw() {
    let noise = (0..100_000_u64).map(|i| i.wrapping_mul(6_364_136_223_846_793_005) >> 40);
    assert!(draw(|ax| ax.plot_y(noise).map(drop)).is_ok());
}
