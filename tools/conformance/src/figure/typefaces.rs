//! Families of letters, heavy and leaning ones, and text around plots that is set in them.

use figure::{HAlign, RotationMode, Style, VAlign, Which};

use super::{axes, figure_of};
use crate::scene::Scene;

const FAMILIES: [&str; 3] = ["sans-serif", "monospace", "STIXGeneral"];
const CUTS: [(&str, &str); 4] = [
    ("normal", "normal"),
    ("bold", "normal"),
    ("normal", "italic"),
    ("bold", "italic"),
];
const LINES: &str = "a long first line\nshort\nand middling";

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        figure_of("typefaces_of_all_families", (6.0, 4.5), 100.0, |figure| {
            for (i, family) in (0_i32..).zip(FAMILIES) {
                for (j, (weight, style)) in (0_i32..).zip(CUTS) {
                    let x = 0.02 + 0.5 * f64::from(j % 2);
                    let y = 0.94 - 0.12 * f64::from(2 * i + j / 2);
                    let text = figure.text(x, y, "AV fix: Wäsche, 1.5 kg");
                    text.fontfamily(family).fontweight(weight).fontstyle(style);
                    text.fontsize(14.0);
                }
            }
            Ok(())
        }),
        figure_of("typefaces_of_leaning_serifs", (5.0, 3.0), 100.0, |figure| {
            for (i, size) in (0_i32..).zip([6.0, 8.5, 10.0, 14.0, 20.0]) {
                for (j, weight) in (0_i32..).zip(["normal", "bold"]) {
                    let x = 0.02 + 0.5 * f64::from(j);
                    let y = 0.9 - 0.14 * f64::from(i);
                    let text = figure.text(x, y, "AV fix: Wäsche, kg");
                    text.fontfamily("DejaVu Serif").fontstyle("italic");
                    text.fontweight(weight).fontsize(size);
                }
            }
            let text = figure.text(0.1, 0.02, "turned and leaning");
            text.fontfamily("serif").fontstyle("italic").rotation(12.0);
            Ok(())
        }),
        figure_of("typefaces_by_name", (4.0, 2.0), 100.0, |figure| {
            let text = figure.text(0.05, 0.8, "DejaVu Serif\ntwo lines");
            text.fontfamily("DejaVu Serif").fontweight("600");
            let text = figure.text(0.05, 0.4, "dejavu sans mono");
            text.fontfamily("dejavu sans mono").fontweight("light").rotation(10.0);
            let text = figure.text(0.5, 0.4, "oblique, demibold");
            text.fontstyle("oblique").fontweight("demibold").rotation(30.0).color("C3");
            let text = figure.text(0.5, 0.8, r"serif $\alpha_i$ and $\mathdefault{default}$");
            text.fontfamily("serif").fontweight("bold");
            Ok(())
        }),
        axes("typefaces_around_a_plot", |ax| {
            ax.plot_y([1.0, 3.0, 2.0])?.label("data");
            ax.set_title("Bold title").fontweight("bold");
            let label = ax.set_xlabel("leaning label");
            label.fontstyle("italic").bbox("round").facecolor("wheat");
            let label = ax.set_ylabel("volts").fontfamily("serif");
            label.bbox("plain").facecolor("none").edgecolor("C3");
            ax.xaxis().tick_params(Which::Major).labelfontfamily("monospace");
            let note = ax.annotate("bold note", (1.0, 3.0))?;
            note.xytext(1.2, 1.5).fontweight("bold").arrow("->");
            ax.legend();
            Ok(())
        }),
        figure_of("tick_labels_that_hang_askew", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.bar(["apples", "pears", "prunes"], [3.0, 5.0, 2.0])?;
            let labels = ax.xaxis().tick_params(Which::Major);
            labels.labelrotation(40.0).labelalignment(HAlign::Right);
            labels.labelrotation_mode(RotationMode::Anchor).labelweight("bold");
            let labels = ax.yaxis().tick_params(Which::Major);
            labels.labelalignment(HAlign::Left).labelverticalalignment(VAlign::Bottom);
            let mut room = figure.style().figure.subplot;
            room.bottom = 0.3;
            figure.subplots_adjust(room)?;
            Ok(())
        }),
        axes("lines_that_stand_otherwise", |ax| {
            ax.text(0.1, 0.7, LINES)?.multialignment(HAlign::Right);
            let text = ax.text(0.9, 0.1, LINES)?.horizontalalignment(HAlign::Right);
            text.multialignment(HAlign::Center).rotation(20.0).linespacing(1.5);
            let text = ax.text(0.1, 0.3, LINES)?.multialignment(HAlign::Left);
            text.verticalalignment(VAlign::Top).bbox("square");
            Ok(())
        }),
        figure_of("typefaces_of_a_style", (4.0, 3.0), 100.0, |figure| {
            let mut style = Style::default();
            style.set("font.family", "serif")?.set("font.weight", "bold")?;
            style.set("axes.titleweight", "bold")?.set("axes.labelweight", "normal")?;
            style.set("font.size", "12.0")?;
            *figure = std::mem::take(figure).with_style(style);
            figure.set_size(4.0, 3.0);
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot_y([1.0, 3.0, 2.0])?.label("data $x^2$");
            ax.set_title("Title");
            ax.set_xlabel("label");
            ax.text(0.5, 2.0, "text")?;
            ax.legend().title("names");
            Ok(())
        }),
    ]
}
