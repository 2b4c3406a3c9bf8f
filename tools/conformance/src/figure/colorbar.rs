//! Bars that say what colours mean.

use figure::colormap::Colormap;
use figure::norm::{Extend, Norm};
use figure::{
    Artist, Axes, AxesId, Colorbar, Figure, Handle, Image, Mesh, Named, Orientation, Side, Spacing,
    TickParams, Which,
};

use super::{Done, figure_of};
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

fn slope(factor: f64) -> Vec<Vec<f64>> {
    let value = |i: i32, j: i32| factor * f64::from(i * 6 + j - 7);
    let row = |i| (0..6).map(|j| value(i, j)).collect();
    (0..5).map(row).collect()
}

fn mesh(ax: &mut Axes, factor: f64) -> figure::Result<&mut Artist<Mesh>> {
    ax.pcolormesh(0..7, 0..6, slope(factor))
}

fn picture(ax: &mut Axes, factor: f64) -> figure::Result<&mut Artist<Image>> {
    ax.imshow(slope(factor))
}

/// A mesh and its bar.
fn bar(
    name: &'static str,
    look: impl Fn(&mut Artist<Mesh>) -> &mut Artist<Mesh> + 'static,
    set: impl Fn(&mut Colorbar) -> Done + 'static,
) -> Scene {
    bar_of(name, 1.0, look, set)
}

fn bar_of(
    name: impl Into<String>,
    factor: f64,
    look: impl Fn(&mut Artist<Mesh>) -> &mut Artist<Mesh> + 'static,
    set: impl Fn(&mut Colorbar) -> Done + 'static,
) -> Scene {
    figure_of(name, (4.0, 3.0), 100.0, move |figure| {
        let handle = look(mesh(figure.add_subplot(1, 1, 1)?, factor)?).handle();
        set(figure.colorbar(handle)?)
    })
}

fn plain(mesh: &mut Artist<Mesh>) -> &mut Artist<Mesh> {
    mesh
}

fn between(mesh: &mut Artist<Mesh>) -> &mut Artist<Mesh> {
    mesh.vmin(-4.0).vmax(15.0)
}

const SIDES: [(&str, Side); 4] = [
    ("left", Side::Left),
    ("right", Side::Right),
    ("top", Side::Top),
    ("bottom", Side::Bottom),
];

fn placed() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (name, side) in SIDES {
        scenes.push(bar_of(format!("colorbar_{name}"), 1.0, plain, move |bar| {
            bar.location(side).set_label("value");
            Ok(())
        }));
        if side != Side::Right {
            scenes.push(figure_of(
                format!("colorbar_of_image_{name}"),
                (4.0, 3.0),
                100.0,
                move |figure| {
                    let handle = picture(figure.add_subplot(1, 1, 1)?, 1.0)?.handle();
                    figure.colorbar(handle)?.location(side).shrink(0.6);
                    Ok(())
                },
            ));
        }
    }
    scenes
}

fn extended() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (name, extend) in [
        ("min", Extend::Min),
        ("max", Extend::Max),
        ("both", Extend::Both),
    ] {
        let name = format!("colorbar_extend_{name}");
        scenes.push(bar_of(name, 1.0, between, move |bar| {
            bar.extend(extend);
            Ok(())
        }));
    }
    let both = |name, set: fn(&mut Colorbar) -> Done| {
        bar(name, between, move |bar| set(bar.extend(Extend::Both)))
    };
    scenes.extend([
        both("colorbar_extend_rectangles", |bar| {
            bar.extendrect();
            Ok(())
        }),
        both("colorbar_extend_length", |bar| {
            bar.extendfrac(0.2, 0.2)?;
            Ok(())
        }),
        both("colorbar_extend_lengths", |bar| {
            bar.extendfrac(0.1, 0.3)?.extendrect();
            Ok(())
        }),
        both("colorbar_extend_bottom", |bar| {
            bar.location(Side::Bottom);
            Ok(())
        }),
        both("colorbar_extend_edges", |bar| {
            bar.drawedges();
            Ok(())
        }),
        bar(
            "colorbar_extend_colors",
            |mesh| {
                let map = Colormap::named("coolwarm").unwrap_or_default();
                let yellow = agg_core::Color::new(0.75, 0.75, 0.0, 1.0);
                between(mesh).cmap(map.with_under(agg_core::Color::BLACK).with_over(yellow))
            },
            |bar| {
                bar.extend(Extend::Both).location(Side::Left);
                Ok(())
            },
        ),
    ]);
    scenes
}

const STEPS: [f64; 6] = [-7.0, -3.0, 0.0, 1.0, 12.0, 22.0];

fn boundary() -> Norm {
    Norm::boundaries(&STEPS, Extend::Neither).unwrap_or_default()
}

fn boundary_extended() -> Norm {
    Norm::boundaries(&STEPS[1..5], Extend::Both).unwrap_or_default()
}

fn normed() -> Vec<Scene> {
    let with = |name, norm: Norm, set: fn(&mut Colorbar)| {
        bar(
            name,
            move |mesh| mesh.norm(norm.clone()),
            move |bar| {
                set(bar);
                Ok(())
            },
        )
    };
    let power = Norm::power(0.5).with_vmin(0.0).with_vmax(22.0);
    let two_slope = Norm::two_slope(0.0).with_vmin(-7.0).with_vmax(22.0);
    let max = Norm::boundaries(&STEPS[..5], Extend::Max).unwrap_or_default();
    vec![
        with("colorbar_norm_power", power, |_| {}),
        with("colorbar_norm_two_slope", two_slope, |_| {}),
        with("colorbar_norm_boundary", boundary(), |_| {}),
        with("colorbar_norm_boundary_extended", boundary_extended(), |_| {}),
        with("colorbar_norm_boundary_max", max, |_| {}),
        with("colorbar_boundary_proportional", boundary(), |bar| {
            bar.spacing(Spacing::Proportional);
        }),
        with(
            "colorbar_boundary_proportional_extended",
            boundary_extended(),
            |bar| {
                bar.spacing(Spacing::Proportional).extendfrac_auto();
            },
        ),
        with("colorbar_boundary_edges", boundary(), |bar| {
            bar.drawedges().location(Side::Top);
        }),
        with(
            "colorbar_boundary_auto_extension",
            boundary_extended(),
            |bar| {
                bar.extendfrac_auto();
            },
        ),
    ]
}

/// A mesh of values over many decades.
fn wide(name: &'static str, norm: Norm, set: fn(&mut Colorbar)) -> Scene {
    figure_of(name, (4.0, 3.0), 100.0, move |figure| {
        let ax = figure.add_subplot(1, 1, 1)?;
        let value = |n: i32| 10_f64.powf(0.3 * f64::from(n) - 3.0);
        let rows = (0..5).map(|i| (0..6).map(|j| value(6 * i + j)).collect::<Vec<_>>());
        let handle = ax.pcolormesh(0..7, 0..6, rows)?.norm(norm.clone()).handle();
        set(figure.colorbar(handle)?);
        Ok(())
    })
}

fn decades() -> Vec<Scene> {
    let short = Norm::log().with_vmin(20.0).with_vmax(70.0);
    let symlog = Norm::symlog(1.0, 1.0).unwrap_or_default();
    vec![
        wide("colorbar_norm_log", Norm::log(), |bar| {
            bar.extend(Extend::Max);
        }),
        wide("colorbar_norm_log_below", Norm::log(), |bar| {
            bar.location(Side::Bottom);
        }),
        wide("colorbar_norm_log_short", short, |_| {}),
        bar(
            "colorbar_norm_symlog",
            move |mesh| mesh.norm(symlog.clone()),
            |bar| {
                bar.extend(Extend::Both);
                Ok(())
            },
        ),
    ]
}

fn ticked() -> Vec<Scene> {
    vec![
        bar(
            "colorbar_of_few_colors",
            |mesh| {
                let map = Colormap::named("viridis").unwrap_or_default();
                mesh.cmap(map.resampled(5).unwrap_or_default())
            },
            |bar| {
                bar.drawedges();
                Ok(())
            },
        ),
        bar("colorbar_with_ticks", plain, |bar| {
            bar.set_ticks([-5.0, 0.0, 2.5, 20.0, 40.0]).format("%.2f")?;
            Ok(())
        }),
        bar("colorbar_with_words", plain, |bar| {
            let words = ["low", "middle", "high"];
            bar.axis().set_ticks_labeled([0.0, 10.0, 20.0], words)?;
            let ticks: &mut TickParams = bar.axis().tick_params(Which::Major);
            ticks.length(6.0).labelsize(7.0).color("C3").labelcolor("C3");
            Ok(())
        }),
        bar("colorbar_with_minor_ticks", plain, |bar| {
            bar.minorticks_on();
            Ok(())
        }),
        bar("colorbar_with_boundaries", plain, |bar| {
            bar.boundaries([-6.0, -2.0, 0.0, 10.0, 20.0])?.drawedges();
            Ok(())
        }),
        bar("colorbar_upside_down", plain, |bar| {
            bar.extend(Extend::Min).axis().set_inverted(true);
            Ok(())
        }),
        bar("colorbar_with_thick_outline", plain, |bar| {
            bar.extend(Extend::Max).outline().linewidth(2.0).color("C0");
            Ok(())
        }),
    ]
}

fn odd() -> Vec<Scene> {
    let constant = |name, value: f64| {
        figure_of(name, (4.0, 3.0), 100.0, move |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let handle = ax.pcolormesh(0..3, 0..3, [[value; 2]; 2])?.handle();
            figure.colorbar(handle)?;
            Ok(())
        })
    };
    vec![
        constant("colorbar_of_constant", 3.0),
        constant("colorbar_of_zero", 0.0),
        figure_of("colorbar_of_nothing", (4.0, 3.0), 100.0, |figure| {
            let handle = figure.add_subplot(1, 1, 1)?.imshow([[NAN; 2]; 2])?.handle();
            figure.colorbar(handle)?;
            Ok(())
        }),
        bar_of("colorbar_of_huge_values", 1e8, plain, |bar| {
            bar.set_label("huge");
            Ok(())
        }),
        bar_of("colorbar_of_huge_values_below", 1e8, plain, |bar| {
            bar.extend(Extend::Max).location(Side::Bottom).set_label("huge");
            Ok(())
        }),
        bar_of("colorbar_of_tiny_values_extended", 1e-9, plain, |bar| {
            bar.extend(Extend::Both).set_label("tiny");
            Ok(())
        }),
    ]
}

fn many() -> Vec<Scene> {
    let beside = |figure: &mut Figure, (rows, columns)| -> figure::Result<(Handle<Mesh>, AxesId)> {
        let handle = mesh(figure.add_subplot(rows, columns, 1)?, 1.0)?.handle();
        let other = figure.add_subplot(rows, columns, 2)?.id();
        Ok((handle, other))
    };
    vec![
        figure_of("colorbar_in_axes", (4.0, 3.0), 100.0, move |figure| {
            let (handle, other) = beside(figure, (1, 2))?;
            figure.colorbar_in(handle, other)?.set_label("here");
            Ok(())
        }),
        figure_of("colorbar_in_axes_across", (4.0, 3.0), 100.0, move |figure| {
            let (handle, other) = beside(figure, (2, 1))?;
            let bar = figure.colorbar_in(handle, other)?;
            bar.orientation(Orientation::Horizontal).extend(Extend::Both);
            Ok(())
        }),
        figure_of("colorbars_of_two_artists", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let one = mesh(ax, 1.0)?.cmap("gray").handle();
            let points = ax.scatter([1, 2, 4], [1, 3, 2])?.values([0.1, 0.2, 0.4])?;
            let two = points.cmap("autumn").handle();
            figure.colorbar(one)?;
            figure.colorbar(two)?.location(Side::Bottom);
            figure.colorbar(two)?.location(Side::Left);
            Ok(())
        }),
        figure_of("colorbars_in_subplots", (6.0, 4.0), 100.0, |figure| {
            for i in 0..4 {
                let ax = figure.add_subplot(2, 2, i + 1)?;
                let handle = picture(ax, 10_f64.powi(i as i32))?.handle();
                let side = [Side::Right, Side::Bottom][i % 2];
                figure.colorbar(handle)?.location(side);
            }
            Ok(())
        }),
        figure_of("colorbar_of_four_axes", (6.0, 4.0), 100.0, |figure| {
            let (mut handles, mut plots) = (Vec::new(), Vec::new());
            for i in 1..5 {
                let ax = figure.add_subplot(2, 2, i)?;
                plots.push(ax.id());
                let mesh = mesh(ax, 1.0)?;
                handles.push(mesh.vmin(-7.0).vmax(22.0).handle());
            }
            figure.colorbar_of_many(handles[0], plots)?.shrink(0.8);
            Ok(())
        }),
        figure_of("colorbar_of_two_images", (6.0, 4.0), 100.0, |figure| {
            let (mut handles, mut plots) = (Vec::new(), Vec::new());
            for i in 1..3 {
                let ax = figure.add_subplot(1, 2, i)?;
                plots.push(ax.id());
                let picture = picture(ax, 1.0)?;
                handles.push(picture.vmin(-7.0).vmax(22.0).handle());
            }
            let bar = figure.colorbar_of_many(handles[1], plots)?;
            bar.location(Side::Top).aspect(30.0);
            Ok(())
        }),
    ]
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = vec![
        figure_of("colorbar_of_image", (4.0, 3.0), 100.0, |figure| {
            let handle = picture(figure.add_subplot(1, 1, 1)?, 1.0)?.handle();
            figure.colorbar(handle)?.set_label("weight");
            Ok(())
        }),
        figure_of("colorbar_of_mesh", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.set_title("a mesh");
            let handle = mesh(ax, 1.0)?.cmap("magma").handle();
            figure.colorbar(handle)?.set_label("depth [m]");
            Ok(())
        }),
        figure_of("colorbar_of_points", (4.0, 3.0), 100.0, |figure| {
            let x: Vec<f64> = (0..12).map(f64::from).collect();
            let ax = figure.add_subplot(1, 1, 1)?;
            let points = ax.scatter(&x, x.iter().map(|v| v * v))?;
            points.values(x.iter().map(|v| v.sin()))?.cmap("plasma");
            let handle = points.handle();
            let bar = figure.colorbar(handle)?;
            bar.shrink(0.7).aspect(10.0).pad(0.1).fraction(0.2);
            Ok(())
        }),
        bar("colorbar_with_alpha", |mesh| mesh.alpha(0.4), |_| Ok(())),
    ];
    for more in [placed(), extended(), normed(), decades(), ticked(), odd(), many()] {
        scenes.extend(more);
    }
    scenes
}
