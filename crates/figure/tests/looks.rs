//! What is not set comes from the style, and what is set reaches the draw list.

use agg_core::Color;
use figure::{
    Axes, AxisBelow, Figure, Item, Result, Side, Sides, Style, TextSize, TickDirection, TitleSide,
    Which,
};

const BLUE: Color = Color::from_rgb8(31, 119, 180);
const ORANGE: Color = Color::from_rgb8(255, 127, 14);

/// What a figure with one plot draws, one letter an item: p(ath), m(arkers), or the string.
#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn drawn(style: Style, fill: impl FnOnce(&mut Axes) -> Result<()>) -> Vec<(String, Color, f64)> {
    let mut fig = Figure::new((4.0, 3.0), 100.0).with_style(style);
    fig.add_subplot(1, 1, 1).and_then(fill).unwrap();
    let list = fig.draw_list().unwrap();
    let describe = |item: &Item<'_>| match item {
        Item::Path { gc, .. } => ("p".to_owned(), gc.color, gc.line_width),
        Item::Markers { gc, .. } => ("m".to_owned(), gc.color, gc.line_width),
        Item::Text {
            string,
            color,
            line,
            ..
        } => (string.to_string(), *color, line.size().points()),
        _ => ("?".to_owned(), Color::TRANSPARENT, 0.0),
    };
    list.items().iter().map(describe).collect()
}

/// The colours of the lines through data, which are 1.5 points wide.
fn line_colors(fill: impl FnOnce(&mut Axes) -> Result<()>) -> Vec<Color> {
    let items = drawn(Style::default(), fill);
    items
        .into_iter()
        .filter(|item| item.2 == 1.5)
        .map(|item| item.1)
        .collect()
}

#[test]
fn a_line_with_its_own_colour_leaves_the_cycle_alone() {
    let colors = line_colors(|ax| {
        ax.plot_y([1, 2])?;
        ax.plot_y([2, 3])?.color("k");
        ax.plot_y([3, 4])?;
        ax.plot_y([4, 5])?.color("C1").alpha(0.25);
        Ok(())
    });
    assert_eq!(
        colors,
        [BLUE, Color::BLACK, ORANGE, ORANGE.with_alpha(0.25)]
    );
}

#[test]
fn the_cycle_is_the_styles_and_starts_over() {
    let mut style = Style::default();
    style.axes.prop_cycle = ["r", "b"].into();
    style.lines.linewidth = 7.0;
    let items = drawn(style, |ax| {
        for _ in 0..3 {
            ax.plot_y([1, 2])?;
        }
        Ok(())
    });
    let colors: Vec<Color> = items
        .into_iter()
        .filter(|item| item.2 == 7.0)
        .map(|item| item.1)
        .collect();
    let (red, blue) = (
        Color::new(1.0, 0.0, 0.0, 1.0),
        Color::new(0.0, 0.0, 1.0, 1.0),
    );
    assert_eq!(colors, [red, blue, red]);
}

#[test]
fn texts_take_size_and_colour_from_their_own_part_of_the_style() {
    let mut style = Style::default();
    style.font.size = 8.0;
    style.axes.titlesize = TextSize::Points(21.0);
    style.axes.labelcolor = "r".into();
    style.xtick.labelsize = TextSize::Relative(2.0);
    let items = drawn(style, |ax| {
        ax.set_title("title");
        ax.set_xlabel("label");
        ax.set_title_at(TitleSide::Left, "own")
            .fontsize(5.0)
            .color("b")
            .alpha(0.5);
        Ok(())
    });
    let find = |text: &str| {
        items
            .iter()
            .find(|item| item.0 == text)
            .map(|item| (item.1, item.2))
    };
    assert_eq!(find("title"), Some((Color::BLACK, 21.0)));
    assert_eq!(find("label"), Some((Color::new(1.0, 0.0, 0.0, 1.0), 8.0)));
    assert_eq!(find("own"), Some((Color::new(0.0, 0.0, 1.0, 0.5), 5.0)));
    // The first text of a plot is the first label of the horizontal axis.
    let first = items
        .iter()
        .find(|item| item.0 != "p" && item.0 != "m")
        .map(|item| (item.1, item.2));
    assert_eq!(first, Some((Color::BLACK, 8.0 * 2.0)));
}

#[test]
fn zorder_puts_lines_below_the_ticks_or_above_the_spines() {
    let order = |zorder: f64, below: AxisBelow| {
        let items = drawn(Style::default(), |ax| {
            ax.plot_y([1, 2])?.linewidth(9.0).zorder(zorder);
            ax.set_axisbelow(below);
            Ok(())
        });
        let place = |found: fn(&(String, Color, f64)) -> bool| items.iter().position(found);
        let (line, tick) = (place(|item| item.2 == 9.0), place(|item| item.0 == "m"));
        line < tick
    };
    assert!(!order(2.0, AxisBelow::Lines));
    assert!(order(2.0, AxisBelow::Nothing));
    assert!(order(1.0, AxisBelow::Lines));
    assert!(order(0.0, AxisBelow::All));
}

#[test]
fn zero_and_minus_zero_are_one_zorder() {
    let colors = line_colors(|ax| {
        ax.plot_y([1, 2])?.zorder(0.0);
        ax.plot_y([2, 3])?.zorder(-0.0);
        Ok(())
    });
    assert_eq!(colors, [BLUE, ORANGE]);
}

#[test]
fn hidden_things_are_not_drawn_but_count_for_the_limits() {
    let items = drawn(Style::default(), |ax| {
        ax.plot_y([0, 100])?.set_visible(false).linewidth(9.0);
        ax.set_xlabel("label").set_visible(false);
        ax.spine(Side::Top).set_visible(false);
        Ok(())
    });
    let has = |text: &str| items.iter().any(|item| item.0 == text);
    assert!(has("100") && !has("label"));
    assert!(items.iter().all(|item| item.2 != 9.0));
    let spines = |items: &[(String, Color, f64)]| {
        items.iter().rev().take_while(|item| item.0 == "p").count()
    };
    assert_eq!(
        (spines(&items), spines(&drawn(Style::default(), |_| Ok(())))),
        (3, 4)
    );
}

#[test]
fn an_axis_that_is_off_leaves_only_data_and_titles() {
    let items = drawn(Style::default(), |ax| {
        ax.plot_y([0, 1])?;
        ax.set_title("title");
        ax.set_axis_on(false);
        Ok(())
    });
    let names: Vec<&str> = items.iter().map(|item| item.0.as_str()).collect();
    assert_eq!(names, ["p", "p", "title"]);
}

#[test]
fn ticks_are_drawn_on_the_sides_that_are_asked_for() {
    let count = |marks: Sides, labels: Sides| {
        let items = drawn(Style::default(), |ax| {
            ax.yaxis().set_visible(false);
            let params = ax.xaxis().tick_params(Which::Major);
            params
                .marks(marks)
                .labels(labels)
                .direction(TickDirection::In);
            Ok(())
        });
        (
            items.iter().filter(|item| item.0 == "m").count(),
            items.iter().filter(|item| item.0 == "0.2").count(),
        )
    };
    assert_eq!(
        [
            count(Sides::First, Sides::Second),
            count(Sides::Both, Sides::Both),
            count(Sides::Neither, Sides::Neither)
        ],
        [(6, 1), (12, 2), (0, 0)]
    );
}
