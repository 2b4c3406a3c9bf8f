//! Figures of data that no one meant to plot, and of sizes that no one can print. A figure that
//! comes out must be whole: its corner pixel is the page's white.

use super::{Deed, check, done, refused};
use figure::ticker::MultipleLocator;
use figure::{Artist, Axes, Error, Figure, FigureCanvasAgg, Histogram, Shape};

const ROAD: &str = "figure";

/// The largest numbers, the smallest ones, and none.
const WILD: [f64; 12] = [
    0.0,
    -0.0,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    1e300,
    -1e300,
    1e-300,
    5e-324,
    f64::MAX,
    f64::MIN,
    1.0,
];

pub(super) const DEEDS: &[Deed] = &[
    Deed::new(ROAD, "data_empty", || drawn_line(&[], &[])),
    Deed::new(ROAD, "data_one_point", || drawn_line(&[3.0], &[4.0])),
    Deed::new(ROAD, "data_all_equal", || {
        drawn_line(&[3.0; 50], &[4.0; 50])
    }),
    Deed::new(ROAD, "data_some_nan", || {
        drawn_line(&[0.0, f64::NAN, 2.0, 3.0], &[1.0, 2.0, f64::NAN, 4.0])
    }),
    Deed::new(ROAD, "data_all_nan", || {
        drawn_line(&[f64::NAN; 9], &[f64::NAN; 9])
    }),
    Deed::new(ROAD, "data_infinite", || {
        drawn_line(
            &[0.0, f64::INFINITY, 2.0],
            &[f64::NEG_INFINITY, 1.0, f64::INFINITY],
        )
    }),
    Deed::new(ROAD, "data_1e300", || {
        line(&[-1e300, 1e300], &[1e300, -1e300])
    }),
    Deed::new(ROAD, "data_1e-300", || {
        drawn_line(&[0.0, 1e-300], &[1e-300, 2e-300])
    }),
    Deed::new(ROAD, "data_denormal", || {
        line(&[0.0, 5e-324], &[5e-324, 1e-323])
    }),
    Deed::new(ROAD, "data_full_range", || {
        line(&[f64::MIN, f64::MAX], &[f64::MAX, f64::MIN])
    }),
    Deed::new(ROAD, "data_one_ulp_at_1", || {
        drawn_line(&[1.0, 1.0 + f64::EPSILON], &[1.0, 1.0 - f64::EPSILON])
    }),
    Deed::new(ROAD, "data_one_ulp_at_1e16", || {
        drawn_line(&[1e16, 1e16 + 2.0], &[1e16, 1e16 + 2.0])
    }),
    Deed::new(ROAD, "data_nanoseconds_since_1970", || {
        drawn_line(&[1.7e18, 1.7e18 + 1e9, 1.7e18 + 2e9], &[1.0, 2.0, 3.0])
    }),
    Deed::new(ROAD, "data_every_pair_of_wild_numbers", || {
        for a in WILD {
            for b in WILD {
                line(&[a, b, 0.5], &[b, a, 0.5])?;
            }
        }
        Ok(())
    })
    .slow(),
    Deed::new(ROAD, "data_unequal_lengths", || {
        page(|axes| {
            refused(axes.plot([1.0, 2.0], [1.0]), "two and one")?;
            refused(axes.scatter([1.0, 2.0], [1.0]), "two and one")?;
            refused(axes.fill_between([1.0], [1.0, 2.0], [0.0]), "one and two").or(Ok(()))
        })
    }),
    Deed::new(ROAD, "data_1e7_points", || {
        let ys = (0..10_000_000).map(|i: u32| f64::from(i.wrapping_mul(2_654_435_761)));
        page(|axes| done(axes.plot_y(ys)).map(drop))
    })
    // The data are the caller's.
    .on((16 << 20) + 160_000_000)
    .slow(),
    Deed::new(ROAD, "limits_reversed", || limits(10.0, -10.0)),
    Deed::new(ROAD, "limits_equal", || limits(3.0, 3.0)),
    Deed::new(ROAD, "limits_nan", || {
        page(|axes| refused(axes.set_xlim(f64::NAN, 1.0), "NaN"))
    }),
    Deed::new(ROAD, "limits_full_range", || limits(f64::MIN, f64::MAX)),
    Deed::new(ROAD, "limits_denormal", || limits(0.0, 5e-324)),
    Deed::new(ROAD, "limits_one_ulp", || limits(1e16, 1e16 + 2.0)),
    Deed::new(ROAD, "vertical_zoom_of_1e9", || {
        page(|axes| {
            let ys = (0..1000).map(|i| f64::from(i * 7919 % 1000));
            done(axes.plot_y(ys))?;
            done(axes.set_ylim(500.0, 500.0 + 1e-6)).map(drop)
        })
    }),
    Deed::new(ROAD, "ticks_1e6_asked_for", || {
        any(|axes| {
            axes.xaxis().set_ticks((0..1_000_000).map(f64::from));
            done(axes.set_xlim(0.0, 1e6)).map(drop)
        })
    })
    .slow(),
    Deed::new(ROAD, "ticks_one_ulp_apart", || {
        any(|axes| {
            axes.xaxis()
                .set_major_locator(done(MultipleLocator::new(f64::EPSILON))?);
            Ok(())
        })
    }),
    Deed::new(ROAD, "ticks_of_wild_steps", || {
        for step in WILD {
            if let Ok(locator) = MultipleLocator::new(step) {
                any(|axes| {
                    axes.yaxis().set_minor_locator(locator);
                    Ok(())
                })?;
            }
        }
        Ok(())
    }),
    Deed::new(ROAD, "bins_1e7", || {
        match Histogram::new([0.0, 1.0], 10_000_000_usize) {
            Ok(histogram) => check(histogram.counts().len() == 10_000_000, "bins are lost"),
            Err(_) => Ok(()),
        }
    })
    .slow(),
    Deed::new(ROAD, "bins_usize_max", || {
        refused(Histogram::new([0.0, 1.0], usize::MAX), "2⁶⁴ bins")
    }),
    Deed::new(ROAD, "bins_of_no_width", || {
        refused(
            Histogram::new([1.0], vec![f64::NAN, 1.0]),
            "a bin from nowhere",
        )?;
        done_or_refused(Histogram::new([5.0; 9], 10).map_err(|e| e.to_string()));
        Ok(())
    }),
    Deed::new(ROAD, "bins_of_wild_data", || {
        for a in WILD {
            for b in WILD {
                let _ = Histogram::new([a, b], 10);
                let _ = Histogram::within([0.5, a], 7, (a, b));
            }
        }
        Ok(())
    }),
    Deed::new(ROAD, "images_of_wild_values", || {
        any(|axes| done(axes.imshow(WILD.chunks(3))).map(drop))?;
        any(|axes| {
            done(axes.pcolormesh([0, 1, 2, 3, 4], WILD.into_iter().take(4), WILD.chunks(4)))
                .map(drop)
        })
    }),
    Deed::new(ROAD, "images_empty_and_ragged", || {
        any(|axes| axes.imshow(Vec::<Vec<f64>>::new()).map(drop).or(Ok(())))?;
        any(|axes| refused(axes.imshow([vec![1.0], vec![1.0, 2.0]]), "ragged rows"))
    }),
    Deed::new(ROAD, "norms_of_nothing", || {
        for (low, high) in [
            (1.0, 1.0),
            (f64::NAN, 1.0),
            (2.0, 1.0),
            (f64::MIN, f64::MAX),
        ] {
            any(|axes| {
                done(axes.imshow([[1.0, 2.0], [3.0, 4.0]]))?
                    .vmin(low)
                    .vmax(high);
                Ok(())
            })?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "bars_pies_and_errors_of_wild_numbers", || {
        for a in WILD {
            any(|axes| axes.bar([0.0, 1.0], [a, -a]).map(drop).or(Ok(())))?;
            any(|axes| axes.pie([a, 1.0], &figure::Pie::new()).map(drop).or(Ok(())))?;
            any(|axes| axes.stem([a, 1.0], [1.0, a]).map(drop).or(Ok(())))?;
            any(|axes| {
                let errors = figure::Errors::new().y([a, 0.1]);
                axes.errorbar([0.0, 1.0], [a, 1.0], &errors)
                    .map(drop)
                    .or(Ok(()))
            })?;
        }
        Ok(())
    })
    .slow(),
    Deed::new(ROAD, "shapes_far_outside", || {
        page(|axes| {
            let far = Shape::rectangle((-1e12, -1e12), 2e12, 2e12);
            done(axes.add_patch(Artist::patch(far)))?.linewidth(2.0);
            done(axes.set_xlim(0.0, 1.0))?;
            done(axes.set_ylim(0.0, 1.0)).map(drop)
        })
    }),
    Deed::new(ROAD, "figure_sizes", || {
        for inches in [0.0, -1.0, 1e-9, 1e9, f64::NAN, f64::INFINITY] {
            refused(
                Figure::new((inches, 4.0), 100.0).to_png(),
                &format!("{inches} inches"),
            )?;
            refused(
                Figure::new((4.0, inches), 100.0).to_png(),
                &format!("{inches} inches"),
            )?;
        }
        for dpi in [0.0, -100.0, f64::NAN, f64::INFINITY, 1e6, 1e300] {
            refused(
                Figure::new((40.0, 40.0), dpi).to_png(),
                &format!("{dpi} dpi"),
            )?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "figure_of_one_pixel", || {
        done(Figure::new((0.01, 0.01), 100.0).to_png()).map(drop)
    }),
    Deed::new(ROAD, "figure_wider_than_32767", || {
        let mut figure = Figure::new((400.0, 1.0), 100.0);
        let axes = done(figure.add_subplot(1, 1, 1))?;
        done(axes.plot_y([1.0, 3.0, 2.0]))?;
        whole(&figure)
    })
    .slow(),
    Deed::new(ROAD, "subplots_1000", || {
        let mut figure = Figure::new((20.0, 20.0), 50.0);
        for index in 1..=1000 {
            done(done(figure.add_subplot(40, 25, index))?.plot_y([1.0, 3.0, 2.0]))?;
        }
        whole(&figure)
    })
    .slow(),
    Deed::new(ROAD, "subplots_that_are_not_there", || {
        let mut figure = Figure::default();
        for (rows, columns, index) in [
            (0, 1, 1),
            (1, 0, 1),
            (2, 2, 5),
            (2, 2, 0),
            (usize::MAX, usize::MAX, 1),
        ] {
            if let Ok(axes) = figure.add_subplot(rows, columns, index) {
                axes.grid(true);
            }
        }
        done_or_refused(whole(&figure));
        Ok(())
    }),
    Deed::new(ROAD, "legend_of_10000", || {
        any(|axes| {
            for i in 0..10_000 {
                done(axes.plot_y([f64::from(i), 0.0]))?.label(format!("line {i}"));
            }
            axes.legend();
            Ok(())
        })
    })
    .slow(),
    Deed::new(ROAD, "label_of_1e6_characters", || {
        any(|axes| {
            axes.set_xlabel("m".repeat(1_000_000));
            axes.set_title("line\n".repeat(10_000));
            Ok(())
        })
    })
    .slow(),
    Deed::new(ROAD, "text_of_wild_sizes_and_places", || {
        for a in WILD {
            any(|axes| {
                done(axes.text(a, 0.5, "hi"))?
                    .fontsize(a)
                    .rotation(a)
                    .linespacing(a);
                Ok(())
            })?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "widths_of_wild_numbers", || {
        for a in WILD {
            any(|axes| {
                let line = done(axes.plot_y([1.0, 2.0]))?;
                line.linewidth(a)
                    .markersize(a)
                    .markeredgewidth(a)
                    .marker("o")
                    .alpha(a);
                Ok(())
            })?;
        }
        Ok(())
    })
    .slow(),
    Deed::new(ROAD, "names_that_are_none", || {
        any(|axes| {
            done(axes.plot_y([1.0, 2.0]))?
                .color("no such colour")
                .marker("\0")
                .linestyle("~~");
            Ok(())
        })?;
        any(|axes| {
            done(axes.plot_y([1.0, 2.0]))?.color("#\u{1F600}");
            Ok(())
        })
    }),
    Deed::new(ROAD, "files_that_cannot_be", || {
        let figure = Figure::default();
        let directory = std::env::temp_dir();
        refused(figure.savefig(&directory), "a directory")?;
        refused(
            figure.savefig(directory.join("a\0b.png")),
            "a name with NUL",
        )?;
        refused(
            figure.savefig("/no/such/folder/a.png"),
            "a folder that is not there",
        )?;
        refused(figure.savefig("/dev/full/a.png"), "a file as a folder")?;
        refused(
            FigureCanvasAgg::new(&figure).print_png(Shut),
            "a pipe that is closed",
        )
    }),
    Deed::new(ROAD, "figure_of_1e5_by_1e5_pixels", || {
        let figure = Figure::new((1000.0, 1000.0), 100.0);
        refused(figure.to_png(), "a figure of 40 GB")?;
        let mut figure = Figure::new((2.0, 2.0), 100.0);
        done(figure.add_subplot(1, 1, 1))?;
        figure.set_dpi(50_000.0);
        refused(figure.to_png(), "50 000 dots per inch")
    }),
    Deed::new(ROAD, "figure_8192_drawn", || {
        let mut figure = Figure::new((81.92, 81.92), 100.0);
        done(done(figure.add_subplot(1, 1, 1))?.plot_y([1.0, 3.0, 2.0]))?;
        let mut canvas = FigureCanvasAgg::new(&figure);
        done(canvas.draw())?;
        check(
            canvas.get_width_height() == (8192, 8192),
            "the figure has another size",
        )?;
        let white = canvas.buffer_rgba().iter().filter(|&&v| v == 255).count();
        check(
            white > 200_000_000 && white < canvas.buffer_rgba().len(),
            "it is not a white page with a line",
        )
    })
    .on(256 << 20)
    .slow(),
    Deed::new(ROAD, "figures_2000_in_one_process", || {
        let held = |count: u32| -> Result<usize, String> {
            for _ in 0..count {
                let mut figure = Figure::new((2.0, 1.5), 50.0);
                done(done(figure.add_subplot(1, 1, 1))?.plot_y([1.0, 3.0, 2.0]))?;
                done(figure.to_png())?;
            }
            Ok(pages())
        };
        let (early, late) = (held(200)?, held(1800)?);
        check(
            late <= early + 256,
            &format!("{early} pages have become {late}"),
        )
    })
    .slow(),
    Deed::new(ROAD, "threads_64_at_once", || {
        let draw = || {
            let mut figure = Figure::new((3.0, 2.0), 60.0);
            done(done(figure.add_subplot(1, 1, 1))?.plot_y([1.0, 3.0, 2.0]))?.label("a");
            if let Some(axes) = figure.axes_mut().first_mut() {
                axes.legend();
            }
            done(figure.to_png())
        };
        let alone = draw()?;
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..64).map(|_| scope.spawn(draw)).collect();
            all.into_iter().try_for_each(|thread| {
                let png = thread.join().map_err(|_| "a thread panicked")??;
                check(png == alone, "a picture differs")
            })
        })
    })
    .slow(),
];

/// A writer that no one reads.
struct Shut;

impl std::io::Write for Shut {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn pages() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let resident = statm.split_whitespace().nth(1);
    resident.and_then(|count| count.parse().ok()).unwrap_or(0)
}

fn done_or_refused<T>(result: Result<T, String>) -> Option<T> {
    result.ok()
}

fn with(build: impl FnOnce(&mut Axes) -> Result<(), String>) -> Result<Figure, String> {
    let mut figure = Figure::new((4.0, 3.0), 100.0);
    build(done(figure.add_subplot(1, 1, 1))?)?;
    Ok(figure)
}

/// A figure that must be drawn.
fn page(build: impl FnOnce(&mut Axes) -> Result<(), String>) -> Result<(), String> {
    whole(&with(build)?)
}

/// A figure that is drawn or refused.
fn any(build: impl FnOnce(&mut Axes) -> Result<(), String>) -> Result<(), String> {
    let figure = with(build)?;
    let mut canvas = FigureCanvasAgg::new(&figure);
    match canvas.draw() {
        Ok(()) => white(&canvas),
        Err(_) => Ok(()),
    }
}

fn whole(figure: &Figure) -> Result<(), String> {
    let mut canvas = FigureCanvasAgg::new(figure);
    done::<_, Error>(canvas.draw())?;
    white(&canvas)
}

fn white(canvas: &FigureCanvasAgg<'_>) -> Result<(), String> {
    let corner = canvas.buffer_rgba().first_chunk::<4>();
    check(
        corner == Some(&[255; 4]),
        &format!("the corner is {corner:?}"),
    )
}

fn line(xs: &[f64], ys: &[f64]) -> Result<(), String> {
    any(|axes| {
        done(axes.plot(xs, ys))?.marker("o");
        Ok(())
    })
}

/// The same where an error is no answer.
fn drawn_line(xs: &[f64], ys: &[f64]) -> Result<(), String> {
    page(|axes| {
        done(axes.plot(xs, ys))?.marker("o");
        Ok(())
    })
}

fn limits(low: f64, high: f64) -> Result<(), String> {
    any(|axes| {
        done(axes.plot_y([1.0, 3.0, 2.0]))?;
        match axes.set_xlim(low, high) {
            Ok(axes) => axes.set_ylim(low, high).map(drop).or(Ok(())),
            Err(_) => Ok(()),
        }
    })
}
