//! Grids, shared axes, twins and insets: what is refused, and what does not depend on order.

use figure::{
    Adjustable, Aspect, Axes, Error, Figure, GridSpec, Mosaic, Result, Share, Subplots, Unit,
};

fn page() -> Figure {
    Figure::new((2.0, 1.5), 72.0)
}

#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn picture(fill: impl FnOnce(&mut Figure) -> Result<()>) -> Vec<u8> {
    let mut fig = page();
    fill(&mut fig).unwrap();
    fig.to_png().unwrap()
}

#[test]
fn grids_need_cells_and_positive_ratios() {
    for (rows, columns) in [(0, 1), (1, 0), (1 << 17, 1), (usize::MAX, usize::MAX)] {
        let refused = GridSpec::new(rows, columns);
        assert!(
            matches!(refused, Err(Error::Grid { .. })),
            "{rows} × {columns}"
        );
    }
    let grid = || GridSpec::new(2, 2).unwrap();
    for ratios in [
        vec![1.0],
        vec![1.0, 0.0],
        vec![1.0, -1.0],
        vec![1.0, f64::NAN],
    ] {
        let refused = grid().width_ratios(&ratios);
        assert!(
            matches!(refused, Err(Error::Ratios { count: 2, .. })),
            "{ratios:?}"
        );
        assert!(grid().height_ratios(&ratios).is_err());
    }
    for (low, high) in [
        (0.5, 0.5),
        (1.0, 0.0),
        (f64::NAN, 1.0),
        (0.0, f64::INFINITY),
    ] {
        assert!(matches!(
            grid().horizontal(low, high),
            Err(Error::Interval { .. })
        ));
        assert!(matches!(
            grid().vertical(low, high),
            Err(Error::Interval { .. })
        ));
    }
}

#[test]
fn cells_that_a_grid_has_not_are_refused() {
    let grid = GridSpec::new(2, 3).unwrap();
    assert!(matches!(grid.at(2, 0), Err(Error::Cells { .. })));
    assert!(matches!(grid.at(0, 3), Err(Error::Cells { .. })));
    assert!(matches!(grid.at(1..1, 0), Err(Error::Cells { .. })));
    assert!(matches!(grid.at(0, ..4), Err(Error::Cells { .. })));
    assert!(grid.at(usize::MAX, 0).is_err());
    assert!(grid.at(.., 0..=2).is_ok());
}

#[test]
fn mosaics_are_made_of_rectangles() {
    assert!(matches!(Mosaic::new("AB;A"), Err(Error::Mosaic(_))));
    assert!(matches!(Mosaic::new("AB;BA"), Err(Error::Mosaic(_))));
    assert!(matches!(Mosaic::new("AAB;ACA"), Err(Error::Mosaic(_))));
    assert!(matches!(Mosaic::new(""), Err(Error::Grid { .. })));
    let twice = Mosaic::new("AB")
        .unwrap()
        .nested("B", Mosaic::new("A").unwrap());
    assert!(matches!(
        page().subplot_mosaic(&twice),
        Err(Error::Mosaic(_))
    ));
    let mut fig = page();
    let mut plots = fig.subplot_mosaic(&Mosaic::new("A.").unwrap()).unwrap();
    assert!(matches!(plots.axes("."), Err(Error::UnknownAxes(_))));
    assert!(plots.axes("A").is_ok());
}

#[test]
fn rectangles_have_sides() {
    for bounds in [[0.0, 0.0, -0.1, 1.0], [f64::NAN, 0.0, 1.0, 1.0]] {
        assert!(matches!(page().add_axes(bounds), Err(Error::Rectangle(_))));
        let mut fig = page();
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        assert!(matches!(ax.inset_axes(bounds), Err(Error::Rectangle(_))));
    }
    // Without area, but drawn.
    let mut fig = page();
    fig.add_axes([0.5, 0.5, 0.0, 0.0]).unwrap();
    fig.to_png().unwrap();
}

#[test]
fn an_axis_is_shared_with_one_other_at_most() {
    let mut fig = page();
    let first = fig.add_subplot(2, 2, 1).unwrap().id();
    let second = fig.add_subplot(2, 2, 2).unwrap().id();
    let ax = fig.add_subplot(2, 2, 3).unwrap();
    assert!(ax.sharex(first).is_ok());
    assert!(ax.sharex(first).is_ok());
    assert!(matches!(ax.sharex(second), Err(Error::Shared)));
    assert!(ax.sharey(second).is_ok());
}

#[test]
fn plots_that_share_in_a_circle_are_drawn() {
    let mut fig = page();
    let first = fig.add_subplot(1, 2, 1).unwrap().id();
    let ax = fig.add_subplot(1, 2, 2).unwrap();
    let second = ax.id();
    ax.sharex(first).unwrap().sharex(first).unwrap();
    let ax = fig.ax(first).unwrap();
    ax.sharex(second).unwrap();
    ax.sharey(first).unwrap(); // with itself
    ax.plot_y([1, 2]).unwrap();
    fig.to_png().unwrap();
}

#[test]
fn a_plot_of_another_figure_is_no_plot_of_this() {
    let mut other = page();
    for _ in 0..9 {
        other.add_subplot(1, 1, 1).unwrap();
    }
    let foreign = other.axes().last().map(Axes::id).unwrap();
    let mut fig = page();
    assert!(matches!(fig.ax(foreign), Err(Error::Handle)));
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    ax.sharex(foreign).unwrap();
    assert!(matches!(fig.to_png(), Err(Error::Handle)));
}

#[test]
fn twins_and_insets_are_found_by_their_names() {
    let mut fig = page();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let twin = ax.twinx().id();
    let inset = ax.inset_axes([0.1, 0.1, 0.2, 0.2]).unwrap();
    let within = inset
        .inset_axes_in([0.0, 0.0, 0.5, 0.5], Unit::Data)
        .unwrap()
        .id();
    fig.ax(twin).unwrap().plot_y([1, 2]).unwrap();
    fig.ax(within).unwrap().plot_y([1, 2]).unwrap();
    fig.to_png().unwrap();
}

#[test]
fn limits_do_not_depend_on_who_of_the_sharing_plots_gets_the_data_first() {
    let both = |turned: bool| {
        picture(|fig| {
            let plots = Subplots::new(1, 2)?.sharex(Share::All).sharey(Share::All);
            let mut plots: Vec<&mut Axes> = fig.subplots(plots)?.iter_mut().collect();
            let data = [[1.0, 5.0], [-3.0, 2.0]];
            let order = if turned { [1, 0] } else { [0, 1] };
            for i in order {
                plots[i].plot_y(data[i])?;
            }
            Ok(())
        })
    };
    assert_eq!(both(false), both(true));
}

#[test]
fn a_limit_set_alone_keeps_the_other_where_the_data_has_it() {
    let alone = picture(|fig| {
        let ax = fig.add_subplot(1, 1, 1)?;
        ax.plot([0, 1], [20, 40])?;
        ax.set_bottom(0)?.plot([0, 1], [100, 200])?;
        Ok(())
    });
    let both = picture(|fig| {
        let ax = fig.add_subplot(1, 1, 1)?;
        ax.plot([0, 1], [20, 40])?;
        ax.plot([0, 1], [100, 200])?;
        ax.set_ylim(0, 41)?;
        Ok(())
    });
    assert_eq!(alone, both);
    let mut fig = page();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    assert!(matches!(ax.set_bottom(f64::NAN), Err(Error::Limits { .. })));
    assert!(matches!(
        ax.set_right(f64::INFINITY),
        Err(Error::Limits { .. })
    ));
}

#[test]
fn aspects_are_positive_and_something_gives_way_for_them() {
    let with = |ratio: f64| {
        let mut fig = page();
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        ax.set_aspect(Aspect::Ratio(ratio));
        fig.to_png().map(drop)
    };
    assert!(with(2.0).is_ok());
    for ratio in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(with(ratio), Err(Error::Aspect(_))), "{ratio}");
        let mut fig = page();
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        ax.set_aspect(Aspect::Ratio(ratio))
            .set_adjustable(Adjustable::Datalim);
        assert!(matches!(fig.to_png(), Err(Error::Aspect(_))), "{ratio}");
    }
    // Both axes are shared, so that neither may give way.
    let mut fig = page();
    let plots = Subplots::new(2, 2).unwrap();
    let plots = plots.sharex(Share::All).sharey(Share::All);
    fig.subplots(plots).unwrap()[0]
        .set_aspect(Aspect::Ratio(3.0))
        .set_adjustable(Adjustable::Datalim);
    assert!(matches!(fig.to_png(), Err(Error::Adjustable)));
    let mut fig = page();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    ax.set_box_aspect(-1.0);
    assert!(matches!(fig.to_png(), Err(Error::Aspect(_))));
}

#[test]
fn layouts_without_room_leave_plots_where_they_are() {
    let with = |layout: fn(&mut Figure)| {
        let mut fig = Figure::new((0.4, 0.3), 72.0);
        for ax in fig.subplots(Subplots::new(3, 3).unwrap()).unwrap() {
            ax.set_xlabel("a long label").fontsize(40.0);
            ax.set_ylabel("a long label").fontsize(40.0);
        }
        layout(&mut fig);
        fig.to_png().unwrap()
    };
    let none = with(|_| {});
    let tight = |fig: &mut Figure| {
        fig.tight_layout();
    };
    let constrained = |fig: &mut Figure| {
        fig.constrained_layout();
    };
    assert_eq!(with(tight), none);
    assert_eq!(with(constrained), none);
}

#[test]
fn any_pads_draw() {
    for pad in [0.0, -3.0, 1e300, f64::NAN, f64::INFINITY] {
        let mut fig = page();
        fig.subplots(Subplots::new(2, 2).unwrap()).unwrap();
        fig.suptitle("title");
        fig.tight_layout().pad(pad).w_pad(pad).h_pad(pad);
        fig.to_png().unwrap();
        fig.constrained_layout().w_pad(pad).h_pad(pad).wspace(pad);
        fig.to_png().unwrap();
    }
}

#[test]
fn rectangles_of_layouts_have_sides() {
    let mut fig = page();
    let refused = fig.tight_layout().rect([0.5, 0.0, 0.4, 1.0]).map(drop);
    assert!(matches!(refused, Err(Error::Interval { .. })));
    let refused = fig
        .constrained_layout()
        .rect([0.0, 0.0, 0.0, 1.0])
        .map(drop);
    assert!(matches!(refused, Err(Error::Rectangle(_))));
}

#[test]
fn pixels_and_data_are_each_others_inverse_on_every_scale() {
    let mut fig = Figure::new((4.0, 3.005), 100.0);
    let ax = fig.add_subplot(1, 2, 1).unwrap();
    ax.set_yscale(figure::scale::LogScale::new(10.0).unwrap())
        .set_ylim(1.0, 1e4)
        .unwrap();
    ax.set_xlim(7.0, -3.0).unwrap();
    ax.twinx().set_ylim(0.0, 1.0).unwrap();
    let areas = fig.areas().unwrap();
    assert_eq!(areas.len(), 2);
    assert_eq!(areas[0].frame(), areas[1].frame());
    let frame = areas[0].frame();
    let near = |(a, b): (f64, f64), (c, d): (f64, f64)| {
        assert!(
            (a / c - 1.0).abs() < 1e-9 && (b / d - 1.0).abs() < 1e-9,
            "{a} {b} {c} {d}"
        );
    };
    near(areas[0].data_at(frame.x0, frame.y1), (7.0, 1.0));
    near(areas[0].data_at(frame.x1, frame.y0), (-3.0, 1e4));
    near(
        areas[0].data_at(123.0, (frame.y0 + frame.y1) / 2.0),
        (areas[1].data_at(123.0, 0.0).0, 100.0),
    );
    let (x, y) = areas[0].data_at(123.0, 45.0);
    near(areas[0].pixel_of(x, y), (123.0, 45.0));
}

#[test]
fn an_area_is_where_the_pixels_are() {
    // A page whose height is cut off to whole pixels; a patch over a rectangle of data.
    let mut fig = Figure::new((2.0, 1.507), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    ax.axhspan(2.0, 3.0).unwrap().color("#ff0000");
    ax.set_ylim(0.0, 10.0).unwrap();
    let area = &fig.areas().unwrap()[0];
    let (frame, (_, top)) = (area.frame(), area.pixel_of(0.0, 3.0));
    let mut canvas = figure::FigureCanvasAgg::new(&fig);
    canvas.draw().unwrap();
    let (width, _) = canvas.get_width_height();
    let column = ((frame.x0 + frame.x1) / 2.0) as usize;
    let rows = canvas.buffer_rgba().chunks_exact(width as usize * 4);
    let first = rows
        .into_iter()
        .position(|row| row[column * 4..][..3] == [255, 0, 0]);
    assert!(
        (first.unwrap() as f64 - top).abs() <= 1.0,
        "{first:?} {top}"
    );
}

#[test]
fn bars_and_hidden_plots_are_no_areas() {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 2, 1).unwrap();
    let image = ax.imshow([[1, 2], [3, 4]]).unwrap().handle();
    let id = ax.id();
    fig.colorbar(image).unwrap();
    fig.add_subplot(1, 2, 2).unwrap().set_visible(false);
    let areas = fig.areas().unwrap();
    assert_eq!(
        areas.iter().map(figure::Area::axes).collect::<Vec<_>>(),
        [id]
    );
}
