//! What is to be run: each case by each road that it can enter, and each deed.

use crate::case::Case;
use crate::deed::{self, Deed};
use crate::process::Verdict;
use crate::road::{self, Outcome, Road};
use crate::{json, made};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The cases that come with the tool.
const CASES: &str = include_str!("../cases.jsonl");
/// A case of more path elements, or a surface of more bytes, takes long without optimization.
const LONG: u64 = 20_000;
const LARGE: u64 = 1 << 24;
/// A surface of more bytes need not be made.
pub const LARGEST_SURFACE: u64 = 1 << 30;

/// One case on one road.
#[derive(Clone, Debug)]
pub struct Task {
    /// What the case is called.
    pub case: String,
    /// Where it goes.
    pub road: String,
    /// The file that the case is from; none for those that come with the tool.
    pub file: Option<PathBuf>,
    /// How many bytes its surface takes, which do not count as its memory.
    pub surface: u64,
    /// Whether it takes long without optimization.
    pub is_slow: bool,
    work: Work,
}

#[derive(Clone, Debug)]
enum Work {
    Draw(Arc<Case>, Road),
    /// Nothing: the case cannot enter the road.
    Closed(&'static str),
    Do(&'static Deed),
}

impl Task {
    /// Everything that comes with the tool.
    ///
    /// # Errors
    ///
    /// Says which line of the cases is none.
    pub fn all() -> Result<Vec<Self>, String> {
        let mut tasks = from_text(CASES, None)?;
        tasks.extend(deed::all().map(Self::of_deed));
        Ok(tasks)
    }

    /// The cases of a file.
    ///
    /// # Errors
    ///
    /// Says what cannot be read, or which line is no case.
    pub fn of_file(path: &Path) -> Result<Vec<Self>, String> {
        let text = std::fs::read_to_string(path);
        let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
        from_text(&text, Some(path))
    }

    fn of_deed(deed: &'static Deed) -> Self {
        Self {
            case: deed.name.into(),
            road: deed.road.into(),
            file: None,
            surface: deed.surface,
            is_slow: deed.is_slow,
            work: Work::Do(deed),
        }
    }

    /// Why the case cannot enter the road, or `None`.
    #[must_use]
    pub fn closed(&self) -> Option<&'static str> {
        match self.work {
            Work::Closed(why) => Some(why),
            _ => None,
        }
    }

    /// The verdict, unless it says what is explained.
    #[must_use]
    pub fn explained(&self, verdict: Verdict) -> Verdict {
        match (&self.work, verdict) {
            (Work::Draw(case, road), Verdict::Wrong(found)) => {
                match road::reason(*road, &case.name, &found) {
                    Some(why) => Verdict::Explained(found, why.into()),
                    None => Verdict::Wrong(found),
                }
            }
            (_, verdict) => verdict,
        }
    }

    /// The case with all its paths; `None` where there is none to be drawn.
    #[must_use]
    pub fn whole_case(&self) -> Option<Case> {
        let Work::Draw(case, _) = &self.work else {
            return None;
        };
        // Only here, so that a list of tasks is short.
        let mut case = Case::clone(case);
        made::complete(&mut case);
        Some(case)
    }

    /// Runs it in this process. What is so bad that it never comes back is seen from outside.
    #[must_use]
    pub fn run(&self) -> Outcome {
        match &self.work {
            Work::Draw(case, road) => {
                road.draw(&self.whole_case().unwrap_or_else(|| (**case).clone()))
            }
            Work::Closed(why) => Outcome::Refused((*why).into()),
            Work::Do(deed) => match (deed.run)() {
                Ok(()) => Outcome::Right,
                Err(why) => Outcome::Wrong(why),
            },
        }
    }
}

/// The cases that come with the tool and take no time.
///
/// # Errors
///
/// Says which line of the cases is none.
pub(crate) fn quick_cases() -> Result<Vec<Case>, String> {
    let mut cases = json::read(CASES)?;
    cases.retain(|case| case.missing.is_empty() && !is_slow(case));
    Ok(cases)
}

/// Whether a case takes long without optimization.
fn is_slow(case: &Case) -> bool {
    let many_ops = case.name == "ops_2000_full" || case.name == "clip_nest_2000";
    many_ops || case.surface_bytes() > LARGE || case.missing.iter().sum::<u64>() > LONG
}

fn from_text(text: &str, file: Option<&Path>) -> Result<Vec<Task>, String> {
    let cases = json::read(text)?.into_iter().map(Arc::new);
    Ok(cases.flat_map(|case| by_roads(&case, file)).collect())
}

fn by_roads(case: &Arc<Case>, file: Option<&Path>) -> [Task; 5] {
    let surface = case.surface_bytes();
    Road::ALL.map(|road| Task {
        case: case.name.clone(),
        road: road.to_string(),
        file: file.map(Path::to_path_buf),
        surface: match road {
            Road::Rasterizer => 0,
            // It may be refused, so no more need be there for it.
            _ => surface.min(LARGEST_SURFACE),
        },
        is_slow: is_slow(case),
        work: match road.closed_to(case) {
            Some(why) => Work::Closed(why),
            None => Work::Draw(Arc::clone(case), road),
        },
    })
}
