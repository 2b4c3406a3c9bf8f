//! Annotations with numbers of any kind: drawn, left out, or refused with a reason.

use figure::{ArrowStyle, Artist, Error, Figure, PointUnit, Result, Text};

fn draw(set: impl FnOnce(&mut Artist<Text>)) -> Result<()> {
    let mut fig = Figure::new((2.0, 1.5), 72.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    set(ax.annotate("text", (0.5, 0.5))?.xytext(0.1, 0.9));
    fig.to_png().map(drop)
}

#[test]
fn unknown_styles_are_reported_when_drawn() {
    for style in ["=>", "->, head=1", "->, head_length", "", "fancy, rad=2"] {
        let refused = draw(|note| {
            note.arrow(style).alpha(1.0);
        });
        assert!(
            matches!(refused, Err(Error::UnknownArrowStyle(_))),
            "{style}"
        );
    }
    let refused = draw(|note| {
        note.arrow("->").connection("arc4");
    });
    assert!(matches!(refused, Err(Error::UnknownConnection(_))));
    let refused = draw(|note| {
        note.bbox("oval");
    });
    assert!(matches!(refused, Err(Error::UnknownBoxStyle(_))));
}

#[test]
fn arrows_that_need_one_curve_are_refused_on_others() {
    for style in ["simple", "fancy", "wedge", "block"] {
        let refused = draw(|note| {
            note.arrow(style).connection("bar");
        });
        assert!(matches!(refused, Err(Error::ArrowPath)), "{style}");
    }
    let parallel = draw(|note| {
        note.arrow("->").connection("angle3, angleA=0, angleB=180");
    });
    assert!(matches!(parallel, Err(Error::ArrowPath)));
}

#[test]
fn any_numbers_draw() {
    let numbers = [0.0, -1.0, 1e-300, 1e6, f64::NAN, f64::INFINITY];
    for number in numbers {
        for style in ["->", "simple", "fancy", "wedge", "|-|", "block"] {
            draw(|note| {
                note.arrow(style).mutation_scale(number).shrink(number, 1.0);
            })
            .unwrap();
        }
        for unit in [
            PointUnit::Data,
            PointUnit::OffsetPoints,
            PointUnit::AxesPixels,
        ] {
            let far = draw(|note| {
                note.xytext(number, number).textcoords(unit).arrow("-|>");
            });
            assert!(far.is_ok() || number.abs() > 1e5, "{number} {unit:?}");
        }
    }
    for style in [
        "sawtooth, tooth_size=0",
        "sawtooth, tooth_size=-1",
        "round, pad=-5",
        "rarrow, head_angle=0",
        "circle, pad=1e300",
    ] {
        draw(|note| {
            note.bbox(style);
        })
        .unwrap();
    }
}

#[test]
fn an_arrow_without_length_is_drawn() {
    for style in ["->", "simple", "fancy", "wedge", "]-["] {
        draw(|note| {
            note.xytext(0.5, 0.5).set_text("").arrow(style);
        })
        .unwrap();
    }
}

#[test]
fn a_note_whose_point_is_outside_is_left_out() {
    let picture = |at: f64, clip: Option<bool>| {
        let mut fig = Figure::new((2.0, 1.5), 72.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let note = ax.annotate("text", (at, at)).unwrap().xytext(0.2, 0.2);
        note.arrow(ArrowStyle::Wedge {
            tail_width: 0.3,
            shrink_factor: 0.5,
        });
        if let Some(clip) = clip {
            note.annotation_clip(clip);
        }
        fig.to_png().unwrap()
    };
    assert_eq!(picture(7.0, None), picture(8.0, None));
    assert_ne!(picture(0.7, None), picture(0.8, None));
    assert_ne!(picture(7.0, Some(false)), picture(7.0, None));
}
