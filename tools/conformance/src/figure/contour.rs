//! Contour lines, the layers between them, and their colorbars.

use figure::contour::Field;
use figure::norm::{Extend, Norm};
use figure::{Artist, Axes, Colorbar, Contours, Matrix, Side, Spacing};

use super::{Done, axes, figure_of};
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;
const LEVELS: [f64; 5] = [-4.0, -1.0, 0.0, 2.0, 5.0];

type Rows = Vec<Vec<f64>>;
type Set = fn(&mut Artist<Contours>);

fn peak(x: f64, y: f64) -> f64 {
    let hill = 3.0 * (1.0 - x) * (1.0 - x) * (-x * x - (y + 1.0) * (y + 1.0)).exp();
    let twist = 10.0 * (x / 5.0 - x * x * x - y * y * y * y * y) * (-x * x - y * y).exp();
    hill - twist - (-(x + 1.0) * (x + 1.0) - y * y).exp() / 3.0
}

fn line(count: u32) -> Vec<f64> {
    let at = |i| -3.0 + 6.0 * f64::from(i) / (f64::from(count) - 1.0);
    (0..count).map(at).collect()
}

/// x, y, and the values of a hilly field.
pub(super) fn peaks(columns: u32, rows: u32) -> (Vec<f64>, Vec<f64>, Rows) {
    let (x, y) = (line(columns), line(rows));
    let z = y.iter().map(|&b| x.iter().map(|&a| peak(a, b)).collect());
    let z = z.collect();
    (x, y, z)
}

/// Whole numbers at random, with gaps.
fn rough(columns: usize, rows: usize, seed: u64, holes: f64) -> Rows {
    let mut random = Random::new(seed);
    let mut value = || {
        let value = f64::from(random.below(5));
        if random.unit() < holes { NAN } else { value }
    };
    let mut row = |_| (0..columns).map(|_| value()).collect();
    (0..rows).map(&mut row).collect()
}

fn over_indices(rows: &Rows) -> figure::Result<Field> {
    let columns = rows.first().map_or(0, Vec::len);
    Field::over_indices(Matrix::new(rows.iter().flatten(), columns)?)
}

fn lines_of_peaks(ax: &mut Axes) -> figure::Result<&mut Artist<Contours>> {
    let (x, y, z) = peaks(31, 25);
    ax.contour(x, y, z)
}

fn layers_of_peaks(ax: &mut Axes) -> figure::Result<&mut Artist<Contours>> {
    let (x, y, z) = peaks(31, 25);
    ax.contourf(x, y, z)
}

fn boundary() -> Norm {
    Norm::boundaries(&[-8.0, -1.0, 1.0, 10.0], Extend::Neither).unwrap_or_default()
}

fn lines() -> Vec<Scene> {
    let scenes: [(&str, Set); 14] = [
        ("default", |_| {}),
        ("levels", |c| {
            c.levels(LEVELS).colors(["C0", "r", "0.5"]);
            c.linewidths([0.5, 2.0]).linestyles(["-", "--", ":", "-."]);
        }),
        ("one_color", |c| {
            c.colors("k");
        }),
        ("one_color_dotted", |c| {
            c.colors(["C1"]).negative_linestyles("dotted").linewidths(1.0);
        }),
        ("count", |c| {
            c.level_count(15).cmap("plasma");
        }),
        ("one_level", |c| {
            c.levels([1]);
        }),
        ("alpha", |c| {
            c.alpha(0.4).linewidths(4.0);
        }),
        ("range", |c| {
            c.vmin(-2.0).vmax(3.0).cmap("coolwarm");
        }),
        ("power", |c| {
            c.norm(Norm::power(0.5).with_vmin(-8.0).with_vmax(10.0));
        }),
        ("boundary", |c| {
            c.norm(boundary());
        }),
        ("gray", |c| {
            c.cmap("gray").linestyles("dashed");
        }),
        ("hard_edges", |c| {
            c.set_antialiased(false);
        }),
        ("extended", |c| {
            c.levels([-2, 0, 2]).extend(Extend::Both);
        }),
        ("extended_in_colors", |c| {
            c.levels(LEVELS).extend(Extend::Both);
            c.colors(["k", "b", "g", "y", "r", "c", "m"]);
        }),
    ];
    let scene = |(name, set): (&str, Set)| {
        axes(format!("contour_{name}"), move |ax| {
            set(lines_of_peaks(ax)?);
            Ok(())
        })
    };
    scenes.into_iter().map(scene).collect()
}

fn layers() -> Vec<Scene> {
    let scenes: [(&str, Set); 18] = [
        ("default", |_| {}),
        ("levels", |c| {
            c.levels(LEVELS).cmap("RdBu_r");
        }),
        ("count", |c| {
            c.level_count(20);
        }),
        ("colors", |c| {
            c.levels(LEVELS).colors(["C0", "C1", "C2"]);
        }),
        ("extend_min", |c| {
            c.levels(LEVELS).extend(Extend::Min);
        }),
        ("extend_max", |c| {
            c.levels(LEVELS).extend(Extend::Max);
        }),
        ("extend_both", |c| {
            c.levels(LEVELS).extend(Extend::Both);
        }),
        ("extend_automatic", |c| {
            c.extend(Extend::Both);
        }),
        ("extend_colors", six_colors),
        ("extend_min_colors", |c| {
            c.levels(LEVELS).extend(Extend::Min);
            c.colors(["k", "b", "g", "y", "r"]);
        }),
        ("extend_max_colors", |c| {
            c.levels(LEVELS).extend(Extend::Max);
            c.colors(["k", "b", "g", "y", "r"]);
        }),
        ("extend_few_colors", |c| {
            c.levels(LEVELS).extend(Extend::Both);
            c.colors(["b", "g", "y", "r"]);
        }),
        ("alpha", |c| {
            c.alpha(0.5);
        }),
        ("antialiased", |c| {
            c.levels(LEVELS).set_antialiased(true);
        }),
        ("hatches", hatched),
        ("hatches_extended", hatched_beyond),
        ("range", |c| {
            c.vmin(-2.0).vmax(3.0).cmap("coolwarm");
        }),
        ("boundary", |c| {
            c.norm(boundary());
        }),
    ];
    let scene = |(name, set): (&str, Set)| {
        axes(format!("contourf_{name}"), move |ax| {
            set(layers_of_peaks(ax)?);
            Ok(())
        })
    };
    scenes.into_iter().map(scene).collect()
}

fn six_colors(c: &mut Artist<Contours>) {
    c.levels(LEVELS).extend(Extend::Both);
    c.colors(["k", "b", "g", "y", "r", "w"]);
}

fn hatched(c: &mut Artist<Contours>) {
    c.levels(LEVELS).hatches(["/", "", "x", "o"]);
    c.colors(["w", "0.9", "0.8"]);
}

fn hatched_beyond(c: &mut Artist<Contours>) {
    c.levels(LEVELS).hatches(["/", ".", ""]).extend(Extend::Both);
}

fn with_gaps() -> (Vec<f64>, Vec<f64>, Rows) {
    let (x, y, mut z) = peaks(16, 13);
    let gaps = [
        (0, 0),
        (3, 4),
        (3, 5),
        (6, 7),
        (7, 8),
        (12, 15),
        (9, 0),
        (0, 9),
        (10, 12),
    ];
    for (i, j) in gaps {
        z[i][j] = NAN;
    }
    z[9][3..7].fill(NAN);
    (x, y, z)
}

fn bent() -> figure::Result<Field> {
    let points = (0..7_i32).flat_map(|j| (0..12_i32).map(move |i| (i, j)));
    let points: Vec<(f64, f64)> = points
        .map(|(i, j)| (0.3 * f64::from(i), 1.0 + 0.5 * f64::from(j)))
        .collect();
    let matrix = |of: fn(f64, f64) -> f64| Matrix::new(points.iter().map(|&(a, b)| of(a, b)), 12);
    let (x, y) = (matrix(|a, b| b * a.cos())?, matrix(|a, b| b * a.sin())?);
    Field::new(&x, &y, matrix(|a, b| (2.0 * a).sin() * b)?)
}

fn shapes() -> Vec<Scene> {
    let mut scenes = vec![
        axes("contour_with_gaps", |ax| {
            let (x, y, z) = with_gaps();
            ax.contour(x, y, z)?.level_count(12);
            Ok(())
        }),
        axes("contourf_with_gaps", |ax| {
            let (x, y, z) = with_gaps();
            ax.contourf(x, y, z)?.level_count(12);
            Ok(())
        }),
        axes("contour_distorted", |ax| {
            ax.contour_field(bent()?)?;
            Ok(())
        }),
        axes("contourf_distorted", |ax| {
            let layers = ax.contourf_field(bent()?)?;
            layers.extend(Extend::Max).levels([-2, -1, 0, 1]);
            Ok(())
        }),
        axes("contour_outside_of_levels", |ax| {
            lines_of_peaks(ax)?.levels([100, 200]);
            Ok(())
        }),
        axes("contour_over_layers", |ax| {
            layers_of_peaks(ax)?.cmap("bone").level_count(8);
            let lines = lines_of_peaks(ax)?.level_count(8);
            lines.colors("k").linewidths(0.7);
            ax.plot([-3, 3], [-2, 2])?.color("r");
            ax.set_xlim(2.0, -3.5)?;
            ax.set_ylim(-2, 4)?;
            Ok(())
        }),
    ];
    for seed in 1..=3 {
        for (holes, name) in [(0.0, "whole"), (0.1, "holes"), (0.4, "rags")] {
            let levels = [0.5, 1.5, 2.0, 2.5, 3.5];
            let field = move || over_indices(&rough(14, 11, seed, holes));
            scenes.push(axes(format!("contour_rough_{name}_{seed}"), move |ax| {
                ax.contour_field(field()?)?.levels(levels);
                Ok(())
            }));
            scenes.push(axes(format!("contourf_rough_{name}_{seed}"), move |ax| {
                let layers = ax.contourf_field(field()?)?;
                layers.levels(levels).extend(Extend::Both);
                Ok(())
            }));
        }
    }
    scenes
}

fn odd() -> Vec<Scene> {
    let fields: [(&str, Rows); 7] = [
        ("constant", vec![vec![3.0; 3]; 2]),
        ("smallest", vec![vec![0.0, 1.0], vec![2.0, 3.0]]),
        ("saddle", vec![vec![0.0, 1.0], vec![1.0, 0.0]]),
        (
            "huge",
            vec![vec![0.0, 1e300, -1e300], vec![1e299, 5e299, 0.0]],
        ),
        (
            "tiny",
            vec![vec![0.0, 1e-12, -1e-12], vec![1e-12, 5e-12, 0.0]],
        ),
        (
            "almost_nothing",
            vec![vec![NAN, NAN, 1.0], vec![NAN, 2.0, 0.0]],
        ),
        (
            "infinite",
            vec![
                vec![0.0, f64::INFINITY, 1.0],
                vec![1.0, 2.0, 0.0],
                vec![2.0, 3.0, 1.0],
            ],
        ),
    ];
    let mut scenes = Vec::new();
    for (name, rows) in fields {
        let again = rows.clone();
        scenes.push(axes(format!("contour_{name}"), move |ax| {
            ax.contour_field(over_indices(&rows)?)?;
            Ok(())
        }));
        scenes.push(axes(format!("contourf_{name}"), move |ax| {
            ax.contourf_field(over_indices(&again)?)?;
            Ok(())
        }));
    }
    scenes
}

/// A field over many decades, and its colorbar.
fn decades(name: &'static str, set: fn(&mut Artist<Contours>), filled: bool) -> Scene {
    figure_of(name, (4.0, 3.0), 100.0, move |figure| {
        let (x, y, mut z) = peaks(31, 25);
        z.iter_mut().flatten().for_each(|v| *v = v.exp());
        z[3][4] = -1.0;
        let ax = figure.add_subplot(1, 1, 1)?;
        let contours = if filled {
            ax.contourf(x, y, z)?
        } else {
            ax.contour(x, y, z)?
        };
        contours.norm(Norm::log());
        set(contours);
        let handle = contours.handle();
        figure.colorbar(handle)?;
        Ok(())
    })
}

fn over_decades() -> Vec<Scene> {
    vec![
        decades("contour_log", |_| {}, false),
        decades("contourf_log", |_| {}, true),
        decades(
            "contourf_log_levels",
            |c| {
                c.levels([0.1, 1.0, 3.0, 10.0]).extend(Extend::Both);
            },
            true,
        ),
        decades(
            "contourf_log_count",
            |c| {
                c.level_count(4);
            },
            true,
        ),
    ]
}

fn bar(
    name: &'static str,
    add: fn(&mut Axes) -> figure::Result<&mut Artist<Contours>>,
    set: Set,
    set_bar: fn(&mut Colorbar),
) -> Scene {
    let name = format!("colorbar_of_{name}");
    figure_of(name, (4.0, 3.0), 100.0, move |figure| -> Done {
        let contours = add(figure.add_subplot(1, 1, 1)?)?;
        set(contours);
        let handle = contours.handle();
        set_bar(figure.colorbar(handle)?);
        Ok(())
    })
}

fn bars() -> Vec<Scene> {
    let layers = |name, set: Set, set_bar: fn(&mut Colorbar)| {
        bar(name, layers_of_peaks, set, set_bar)
    };
    let lines =
        |name, set: Set, set_bar: fn(&mut Colorbar)| bar(name, lines_of_peaks, set, set_bar);
    vec![
        layers(
            "layers",
            |_| {},
            |bar| {
                bar.set_label("height");
            },
        ),
        layers(
            "many_layers",
            |c| {
                c.level_count(25);
            },
            |_| {},
        ),
        layers(
            "extended_layers",
            |c| {
                c.levels(LEVELS).extend(Extend::Both);
            },
            |bar| {
                bar.drawedges();
            },
        ),
        layers(
            "extended_layers_below",
            |c| {
                c.levels(LEVELS).extend(Extend::Min);
            },
            |bar| {
                bar.location(Side::Bottom);
            },
        ),
        layers(
            "proportional_layers",
            |c| {
                c.levels(LEVELS).extend(Extend::Max);
            },
            |bar| {
                bar.spacing(Spacing::Proportional).extendfrac_auto();
            },
        ),
        layers("colored_layers", six_colors, |_| {}),
        layers(
            "clear_layers",
            |c| {
                c.levels(LEVELS).alpha(0.4);
            },
            |_| {},
        ),
        layers("hatched_layers", hatched, |_| {}),
        layers("hatched_extended_layers", hatched_beyond, |bar| {
            bar.location(Side::Bottom);
        }),
        lines("lines", |_| {}, |_| {}),
        lines(
            "lines_of_one_limit",
            |c| {
                c.levels(LEVELS).vmin(1.0).vmax(1.0);
            },
            |_| {},
        ),
        lines(
            "extended_lines",
            |c| {
                c.levels(LEVELS).extend(Extend::Both).linewidths(3.0);
            },
            |_| {},
        ),
        lines(
            "colored_lines",
            |c| {
                c.levels(LEVELS).colors(["r", "g", "b"]);
            },
            |bar| {
                bar.location(Side::Top);
            },
        ),
    ]
}

pub(super) fn scenes() -> Vec<Scene> {
    let topics = [lines(), layers(), shapes(), odd(), over_decades(), bars()];
    topics.into_iter().flatten().collect()
}
