//! A page's view of a figure: what it sees, and what becomes of it as the pointer moves. No
//! network; a command comes in and an answer goes out.
//!
//! Moving and zooming are the same thing: a rectangle of the picture is chosen, and the data that is
//! at its corners now becomes the limits. For a move it is the frame shifted the other way; for a
//! zoom, the frame shrunk towards the pointer; for a box, the box. So every scale works, and an axis
//! that runs backwards stays so.

use figure::{Area, AxesId, Figure, FigureCanvasAgg};

use crate::command::Command;
use crate::error::{Error, Result};
use crate::patch::{Frame, Patch};

/// Boxes that are narrower or lower, in pixels, are slips of the hand.
const SLIP: f64 = 5.0;
/// Views that can be gone back to.
const MEMORY: usize = 100;

/// The limits of x and of y of one plot.
type Limits = (AxesId, (f64, f64), (f64, f64));

/// A rectangle of the picture.
#[derive(Clone, Copy, Debug)]
struct Corners {
    left: f64,
    right: f64,
    upper: f64,
    lower: f64,
}

/// The limits of all plots.
type View = Vec<Limits>;

/// What a command is answered with.
#[derive(Debug)]
pub(crate) enum Answer {
    /// The picture changed; `None`: not in any pixel.
    Picture(Option<Patch>),
    /// The place in the data, empty outside of plots.
    Place(String),
    /// The picture as a file.
    File(Vec<u8>),
}

/// A page's view.
#[derive(Debug)]
pub(crate) struct Session<'f> {
    home: &'f Figure,
    /// The figure with this view's limits.
    figure: Figure,
    areas: Vec<Area>,
    seen: Frame,
    /// The plots that are dragged, as they were when the drag began.
    held: Vec<Area>,
    /// Whether they have not been dragged so far.
    is_still: bool,
    past: Vec<View>,
    future: Vec<View>,
}

impl<'f> Session<'f> {
    /// A view of all of the figure; nothing is seen of it yet.
    pub(crate) fn new(figure: &'f Figure) -> Result<Self> {
        Ok(Self {
            home: figure,
            figure: figure.clone(),
            areas: figure.areas()?,
            seen: Frame::default(),
            held: Vec::new(),
            is_still: true,
            past: Vec::new(),
            future: Vec::new(),
        })
    }

    /// The picture as it is now, for a page that sees nothing yet.
    pub(crate) fn begin(&mut self) -> Result<Answer> {
        let frame = drawn(&self.figure)?;
        let patch = Patch::between(&Frame::default(), &frame);
        self.seen = frame;
        Ok(Answer::Picture(patch))
    }

    /// Does what was asked for. What cannot be shown, such as limits that are too close to each
    /// other for numbers to tell apart, leaves the view as it is.
    pub(crate) fn answer(&mut self, command: Command) -> Result<Answer> {
        match command {
            Command::At(x, y) => Ok(Answer::Place(self.place(x, y))),
            Command::Save => Ok(Answer::File(self.figure.to_png()?)),
            Command::Grab(x, y) => {
                self.held = self.under(x, y);
                self.is_still = true;
                Ok(Answer::Picture(None))
            }
            Command::Drag(dx, dy) => {
                if std::mem::take(&mut self.is_still) {
                    self.remember();
                }
                let moved = |area: &Area| limits(area, frame_of(area).moved(-dx, -dy));
                let view = self.held.iter().map(moved).collect();
                self.look_at(view)
            }
            Command::Zoom(x, y, factor) => {
                let near = |area: &Area| limits(area, frame_of(area).around(x, y, 1.0 / factor));
                let view = self.under(x, y).iter().map(near).collect();
                self.remember();
                self.look_at(view)
            }
            Command::Box([x0, y0, x1, y1]) => {
                let boxed = self.under(x0, y0).into_iter().filter_map(|area| {
                    let corners = frame_of(&area).within(x0, y0, x1, y1)?;
                    Some(limits(&area, corners))
                });
                let view = boxed.collect();
                self.remember();
                self.look_at(view)
            }
            Command::Home => {
                self.remember();
                self.figure = self.home.clone();
                self.redraw()
            }
            Command::Back => match self.past.pop() {
                Some(past) => {
                    self.future.push(self.view());
                    self.look_at(past)
                }
                None => Ok(Answer::Picture(None)),
            },
            Command::Forward => match self.future.pop() {
                Some(future) => {
                    self.past.push(self.view());
                    self.look_at(future)
                }
                None => Ok(Answer::Picture(None)),
            },
        }
    }

    /// The plot at a pixel: the uppermost one, with its twins.
    fn under(&self, x: f64, y: f64) -> Vec<Area> {
        let inside = |area: &&Area| {
            let frame = area.frame();
            (frame.x0..=frame.x1).contains(&x) && (frame.y0..=frame.y1).contains(&y)
        };
        let top = self.areas.iter().rev().find(inside);
        let twins = |top: &Area| {
            let same = self.areas.iter().filter(|area| area.frame() == top.frame());
            same.cloned().collect()
        };
        top.map(twins).unwrap_or_default()
    }

    /// The data at a pixel, in so many digits that the next pixel reads differently.
    fn place(&self, x: f64, y: f64) -> String {
        let under = self.under(x, y);
        let Some(area) = under.last() else {
            return String::new();
        };
        let (here, next) = (area.data_at(x, y), area.data_at(x + 1.0, y + 1.0));
        let read = |value: f64, next: f64| {
            let step = (next - value).abs();
            let decimals = (-step.log10()).ceil().clamp(0.0, 17.0) as usize;
            match value.abs() {
                size if (1e-4..1e7).contains(&size) || size <= step => {
                    format!("{value:.decimals$}")
                }
                size => {
                    let digits = (size.log10() - step.log10()).ceil().clamp(0.0, 17.0) as usize;
                    format!("{value:.digits$e}")
                }
            }
        };
        format!("x = {}  y = {}", read(here.0, next.0), read(here.1, next.1))
    }

    fn view(&self) -> View {
        let limits = |area: &Area| (area.axes(), area.xlim(), area.ylim());
        self.areas.iter().map(limits).collect()
    }

    /// Makes the view now one that can be gone back to.
    fn remember(&mut self) {
        self.future.clear();
        if self.past.last() == Some(&self.view()) {
            return;
        }
        self.past.push(self.view());
        if self.past.len() > MEMORY {
            self.past.remove(0);
        }
    }

    /// Shows a view, or else stays with the one before.
    fn look_at(&mut self, view: View) -> Result<Answer> {
        let before = self.view();
        match self
            .set(view)
            .map_err(Error::from)
            .and_then(|()| self.redraw())
        {
            Err(_) => {
                self.set(before)?;
                self.redraw()
            }
            answer => answer,
        }
    }

    fn set(&mut self, view: View) -> figure::Result<()> {
        for (id, (left, right), (bottom, top)) in view {
            let axes = self.figure.ax(id)?;
            axes.set_xlim(left, right)?.set_ylim(bottom, top)?;
        }
        Ok(())
    }

    fn redraw(&mut self) -> Result<Answer> {
        let frame = drawn(&self.figure)?;
        self.areas = self.figure.areas()?;
        let patch = Patch::between(&self.seen, &frame);
        self.seen = frame;
        Ok(Answer::Picture(patch))
    }
}

fn drawn(figure: &Figure) -> Result<Frame> {
    let mut canvas = FigureCanvasAgg::new(figure);
    canvas.draw()?;
    let (width, _) = canvas.get_width_height();
    Ok(Frame::new(width as usize, canvas.buffer_rgba()))
}

fn frame_of(area: &Area) -> Corners {
    let frame = area.frame();
    Corners {
        left: frame.x0,
        right: frame.x1,
        upper: frame.y0,
        lower: frame.y1,
    }
}

/// The limits that show what is at these corners.
fn limits(area: &Area, corners: Corners) -> Limits {
    let (left, bottom) = area.data_at(corners.left, corners.lower);
    let (right, top) = area.data_at(corners.right, corners.upper);
    (area.axes(), (left, right), (bottom, top))
}

impl Corners {
    fn moved(self, dx: f64, dy: f64) -> Self {
        Self {
            left: self.left + dx,
            right: self.right + dx,
            upper: self.upper + dy,
            lower: self.lower + dy,
        }
    }

    /// With distances from a point so many times as long.
    fn around(self, x: f64, y: f64, factor: f64) -> Self {
        let along = |edge: f64, at: f64| at + (edge - at) * factor;
        Self {
            left: along(self.left, x),
            right: along(self.right, x),
            upper: along(self.upper, y),
            lower: along(self.lower, y),
        }
    }

    /// The part of it within a box between two points, unless that is too small.
    fn within(self, x0: f64, y0: f64, x1: f64, y1: f64) -> Option<Self> {
        let part = Self {
            left: x0.min(x1).max(self.left),
            right: x0.max(x1).min(self.right),
            upper: y0.min(y1).max(self.upper),
            lower: y0.max(y1).min(self.lower),
        };
        let large = part.right - part.left >= SLIP && part.lower - part.upper >= SLIP;
        large.then_some(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot() -> Figure {
        let mut fig = Figure::new((4.0, 3.0), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        ax.plot([0, 10], [0, 100]).unwrap();
        ax.set_xlim(0, 10).unwrap().set_ylim(0, 100).unwrap();
        fig
    }

    /// The view after commands.
    fn after(fig: &Figure, commands: &[Command]) -> [f64; 4] {
        let mut session = Session::new(fig).unwrap();
        for command in commands {
            session.answer(*command).unwrap();
        }
        let (_, x, y) = session.view()[0];
        [x.0, x.1, y.0, y.1].map(|limit| (limit * 1e6).round() / 1e6)
    }

    #[test]
    fn a_drag_takes_the_data_along() {
        let fig = plot();
        let frame = fig.areas().unwrap()[0].frame();
        let (wide, high) = (frame.x1 - frame.x0, frame.y1 - frame.y0);
        // In two moves, both counted from the start; to the right and up by a tenth.
        let drag = [
            Command::Grab(200.0, 150.0),
            Command::Drag(wide, 0.0),
            Command::Drag(wide / 10.0, -high / 10.0),
        ];
        assert_eq!(after(&fig, &drag), [-1.0, 9.0, -10.0, 90.0]);
    }

    #[test]
    fn a_zoom_leaves_what_is_under_the_pointer_there() {
        let fig = plot();
        let area = fig.areas().unwrap().remove(0);
        let (x, y) = area.pixel_of(2.0, 50.0);
        assert_eq!(
            after(&fig, &[Command::Zoom(x, y, 2.0)]),
            [1.0, 6.0, 25.0, 75.0]
        );
    }

    #[test]
    fn a_box_becomes_the_limits() {
        let fig = plot();
        let area = fig.areas().unwrap().remove(0);
        let ((x0, y0), (x1, y1)) = (area.pixel_of(2.0, 80.0), area.pixel_of(6.0, 30.0));
        for corners in [[x0, y0, x1, y1], [x1, y1, x0, y0]] {
            assert_eq!(
                after(&fig, &[Command::Box(corners)]),
                [2.0, 6.0, 30.0, 80.0]
            );
        }
        let slip = [x0, y0, x0 + 3.0, y0 + 3.0];
        assert_eq!(after(&fig, &[Command::Box(slip)]), [0.0, 10.0, 0.0, 100.0]);
        // It ends at the frame.
        assert_eq!(
            after(&fig, &[Command::Box([x0, y0, 1e9, 1e9])]),
            [2.0, 10.0, 0.0, 80.0]
        );
    }

    #[test]
    fn views_can_be_gone_back_and_forward_to() {
        let fig = plot();
        let (first, second) = (
            Command::Zoom(200.0, 150.0, 2.0),
            Command::Zoom(200.0, 150.0, 3.0),
        );
        let (back, forward) = (Command::Back, Command::Forward);
        let all = after(&fig, &[]);
        let once = after(&fig, &[first]);
        assert_eq!(after(&fig, &[first, second, back]), once);
        assert_eq!(
            after(&fig, &[first, second, back, back, back, forward]),
            once
        );
        assert_eq!(after(&fig, &[first, second, Command::Home]), all);
        assert_eq!(after(&fig, &[first, Command::Home, back]), once);
    }

    #[test]
    fn axes_that_run_backwards_or_by_powers_stay_so() {
        let mut fig = plot();
        let log = figure::scale::LogScale::new(10.0).unwrap();
        let ax = &mut fig.axes_mut()[0];
        ax.set_yscale(log)
            .set_ylim(1.0, 1e4)
            .unwrap()
            .set_xlim(10, 0)
            .unwrap();
        let area = fig.areas().unwrap().remove(0);
        let (x, y) = area.pixel_of(5.0, 100.0);
        assert_eq!(
            after(&fig, &[Command::Zoom(x, y, 2.0)]),
            [7.5, 2.5, 10.0, 1000.0]
        );
    }

    #[test]
    fn zooming_without_end_ends_in_a_view_that_can_be_drawn() {
        let fig = plot();
        for factor in [1e3, 1e-3, f64::MAX, f64::MIN_POSITIVE] {
            let mut session = Session::new(&fig).unwrap();
            for _ in 0..120 {
                session.answer(Command::Zoom(200.0, 150.0, factor)).unwrap();
            }
            session.begin().unwrap();
            let (_, x, y) = session.view()[0];
            let limits = [x.0, x.1, y.0, y.1];
            assert!(limits.iter().all(|limit| limit.is_finite()), "{limits:?}");
        }
    }

    #[test]
    fn only_what_changed_is_sent() {
        let fig = plot();
        let mut session = Session::new(&fig).unwrap();
        let Answer::Picture(Some(whole)) = session.begin().unwrap() else {
            panic!("no picture");
        };
        assert_eq!(
            (whole.frame.width, whole.frame.pixels.len()),
            (400, 120_000)
        );
        let frame = fig.areas().unwrap()[0].frame();
        session.answer(Command::Grab(200.0, 150.0)).unwrap();
        let Answer::Picture(Some(part)) = session.answer(Command::Drag(0.0, 1.0)).unwrap() else {
            panic!("no picture");
        };
        // The title's room and the right margin stay as they are.
        assert!(part.y as f64 >= frame.y0 - 10.0 && part.frame.width < 380);
        let Answer::Picture(same) = session.answer(Command::Drag(0.0, 1.0)).unwrap() else {
            panic!("no picture");
        };
        assert_eq!(same, None);
    }

    #[test]
    fn the_pointer_reads_as_precisely_as_pixels_are() {
        let fig = plot();
        let session = Session::new(&fig).unwrap();
        let (x, y) = fig.areas().unwrap()[0].pixel_of(2.0, 50.0);
        assert_eq!(session.place(x, y), "x = 2.00  y = 50.0");
        assert_eq!(session.place(0.0, 0.0), "");
    }
}
