//! Legends by hand, opacities one by one, cycles, settings read when plots are made.

use figure::{Error, Figure, Hist, Patch, PropCycle, Style};

type Done = figure::Result<()>;

#[test]
fn a_plots_own_legend_cannot_be_outside_of_all_plots() -> Done {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    ax.legend().location("outside upper left").line("line");
    assert!(matches!(fig.to_png(), Err(Error::OutsideLegend)));
    Ok(())
}

#[test]
fn names_of_no_colour_are_errors_when_drawn() -> Done {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    ax.legend().labelcolor("linecolour").patch("area");
    assert!(matches!(fig.to_png(), Err(Error::UnknownColor(name)) if name == "linecolour"));
    Ok(())
}

#[test]
fn opacities_are_one_for_each_and_within_0_and_1() -> Done {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let points = ax.scatter([1, 2], [1, 2])?;
    assert!(matches!(
        points.alphas([0.5]),
        Err(Error::LengthMismatch { x: 2, y: 1 })
    ));
    assert!(matches!(
        points.alphas([0.5, f64::NAN]),
        Err(Error::ColorChannel(_))
    ));
    let image = ax.imshow([[1, 2]])?;
    assert!(matches!(
        image.alphas([[0.5], [0.5], [0.5]]),
        Err(Error::LengthMismatch { x: 2, y: 3 })
    ));
    ax.scatter([1, 2], [1, 2])?
        .facecolors(["r", "g", "b"])
        .alphas([0.1, 0.2])?;
    assert!(matches!(
        fig.to_png(),
        Err(Error::LengthMismatch { x: 3, y: 2 })
    ));
    Ok(())
}

#[test]
fn plots_keep_what_they_read_when_they_were_made() -> Done {
    let bars = |figure: &mut Figure| {
        let ax = figure.add_subplot(1, 1, 1)?;
        let parts = ax.hist_plot(&Hist::new([[1.0, 2.0, 4.0]]))?;
        Ok::<_, Error>(ax.artist(parts.bars[0])?.len())
    };
    let mut style = Style::default();
    style.set("hist.bins", "3")?;
    let mut fig = Figure::default();
    assert_eq!(bars(&mut fig)?, 10);
    let mut fig = fig.with_style(style);
    assert_eq!(bars(&mut fig)?, 3);
    Ok(())
}

#[test]
fn a_cycle_without_colours_paints_bars_black() -> Done {
    let draw = |black: bool| {
        let mut fig = Figure::default();
        let ax = fig.add_subplot(1, 1, 1)?;
        ax.set_prop_cycle(PropCycle::linewidths([1.0, 2.0]));
        let bars = ax.bar([1, 2], [3, 4])?;
        if black {
            bars.facecolor("k");
        }
        fig.to_png()
    };
    assert_eq!(draw(false)?, draw(true)?);
    Ok(())
}

#[test]
fn a_patch_in_a_legend_is_a_patch_as_any_other() -> Done {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let patch: &mut figure::Artist<Patch> = ax.legend().patch("area");
    patch.hatch("?");
    assert!(matches!(fig.to_png(), Err(Error::UnknownHatch('?'))));
    Ok(())
}

#[test]
fn settings_refuse_what_they_cannot_be() {
    for (key, value) in [
        ("hist.bins", "many"),
        ("xtick.alignment", "top"),
        ("xtick.minor.ndivs", "0"),
        ("image.aspect", "wide"),
        ("axes.autolimit_mode", "round"),
        ("markers.fillstyle", "half"),
        ("pcolor.shading", "flatter"),
        ("boxplot.whiskers", "long"),
    ] {
        let refused = Style::default().set(key, value).err();
        assert!(
            matches!(&refused, Some(Error::Setting { key: of, .. }) if of == key),
            "{key}"
        );
    }
}
