//! What a comparison found: geometric means by class of scene, and the README's table of them.

use figure::{BarLabels, Figure};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Ratios to our time, gathered by class of scene.
#[derive(Clone, Debug, Default)]
pub struct Means {
    peers: Vec<String>,
    /// Of each class, the logarithms of each peer's ratios.
    classes: Vec<(&'static str, Vec<Vec<f64>>)>,
}

impl Means {
    /// Nothing found yet about these.
    #[must_use]
    pub fn new(peers: impl Iterator<Item = String>) -> Self {
        Self {
            peers: peers.collect(),
            classes: Vec::new(),
        }
    }

    /// Adds what each peer took for a scene; `None` where it cannot draw it.
    pub fn add(&mut self, class: &'static str, ratios: impl Iterator<Item = Option<f64>>) {
        let at = self.classes.iter().position(|(name, _)| *name == class);
        let at = at.unwrap_or_else(|| {
            self.classes
                .push((class, vec![Vec::new(); self.peers.len()]));
            self.classes.len() - 1
        });
        for (logs, ratio) in self.classes[at].1.iter_mut().zip(ratios) {
            logs.extend(ratio.map(f64::ln));
        }
    }

    /// Who was compared.
    #[must_use]
    pub fn peers(&self) -> &[String] {
        &self.peers
    }

    /// Each class with the mean of each peer.
    pub fn by_class(&self) -> impl Iterator<Item = (&'static str, Vec<Option<f64>>)> + '_ {
        let means = |logs: &Vec<Vec<f64>>| logs.iter().map(|logs| mean(logs.iter())).collect();
        self.classes
            .iter()
            .map(move |(class, logs)| (*class, means(logs)))
    }

    /// The mean of each peer over all scenes.
    pub fn over_all(&self) -> impl Iterator<Item = Option<f64>> + '_ {
        let of = |at: usize| self.classes.iter().flat_map(move |(_, logs)| &logs[at]);
        (0..self.peers.len()).map(move |at| mean(of(at)))
    }
}

fn mean<'a>(logs: impl Iterator<Item = &'a f64> + Clone) -> Option<f64> {
    let count = logs.clone().count();
    (count > 0).then(|| (logs.sum::<f64>() / count as f64).exp())
}

const BEGIN: &str = "<!-- rasterizers: begin -->\n";
const END: &str = "<!-- rasterizers: end -->";

/// Writes the table between its two marks in `README.md`, and its chart to `docs/rasterizers.png`.
///
/// # Errors
///
/// Where a file cannot be read or written, or `README.md` has lost its marks.
pub fn write(means: &Means, root: &Path) -> Result<(), Box<dyn Error>> {
    let readme = root.join("README.md");
    let text = fs::read_to_string(&readme)?;
    let (before, rest) = text.split_once(BEGIN).ok_or("README.md: no begin mark")?;
    let (_, after) = rest.split_once(END).ok_or("README.md: no end mark")?;
    fs::write(
        &readme,
        format!("{before}{BEGIN}\n{}\n{END}{after}", table(means)),
    )?;
    chart(means)?.savefig(root.join("docs/rasterizers.png"))?;
    Ok(())
}

fn table(means: &Means) -> String {
    let mut table = String::from("| scenes |");
    // Writing to a string cannot fail.
    for peer in &means.peers {
        let _ = write!(table, " {peer} |");
    }
    table.push_str("\n|---|");
    table.push_str(&"---:|".repeat(means.peers.len()));
    for (class, of_class) in means.by_class() {
        row(&mut table, class, of_class.into_iter());
    }
    row(&mut table, "**all**", means.over_all());
    table.push('\n');
    table
}

fn row(table: &mut String, name: &str, ratios: impl Iterator<Item = Option<f64>>) {
    let _ = write!(table, "\n| {name} |");
    for ratio in ratios {
        let _ = match ratio {
            Some(ratio) => write!(table, " {ratio:.2} |"),
            None => write!(table, " – |"),
        };
    }
}

/// A bar for each rasterizer, as long as its time.
fn chart(means: &Means) -> figure::Result<Figure> {
    let mut times: Vec<(&str, f64)> = vec![("agg-core", 1.0)];
    let peers = means.peers.iter().zip(means.over_all());
    times.extend(peers.filter_map(|(peer, mean)| Some((peer.as_str(), mean?))));
    times.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (names, times): (Vec<_>, Vec<_>) = times.into_iter().unzip();
    let mut figure = Figure::new((7.0, 3.0), 100.0);
    let ax = figure.add_subplot(1, 1, 1)?;
    let bars = ax.barh(names, times)?.handle();
    ax.bar_label(bars, &BarLabels::new().format("%.2f")?.padding([3.0]))?;
    // Room for the longest bar's number.
    ax.margins(0.1, 0.05)?;
    ax.set_xlabel("time for the same scenes, agg-core = 1");
    figure.tight_layout();
    Ok(figure)
}
