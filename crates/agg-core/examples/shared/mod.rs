//! What the examples that redraw AGG's demo programs share: a sheet whose y axis points up, as
//! theirs does, colours as light, spans onto a surface, and a few shapes.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each example takes what it needs"
)]

use agg_core::raster::primitive::{LastPixel, line};
use agg_core::{
    Affine, Blend, Blender, Canvas, Color, Coverage, Direction, Ellipse, Error, Marker, MarkerPart,
    Mask, Orientation, Outline, OutlineCap, Path, PathIterator, Pixmap, PixmapMut, Point, Region,
    Rgba8, RowOrder, Span, Stroke,
};

mod sheet;
pub(crate) use sheet::{image, star, write};

/// What an example draws on.
pub(crate) type Surface<'a> = PixmapMut<'a, Rgba8>;

/// A picture on which y points up: row 0 is the lowest one.
pub(crate) fn y_up<T: Drawn>(
    size: (u32, u32),
    paper: Color,
    draw: impl FnOnce(&mut Surface<'_>) -> T,
) -> Result<Pixmap, Error> {
    y_up_in(size, paper, draw)
}

/// The same in any pixel format.
pub(crate) fn y_up_in<F: Blend, T: Drawn>(
    (width, height): (u32, u32),
    paper: Color,
    draw: impl FnOnce(&mut PixmapMut<'_, F>) -> T,
) -> Result<Pixmap<F>, Error> {
    let mut pixmap = Pixmap::with_format(width, height)?;
    Canvas::new(&mut pixmap).clear(paper);
    on_y_up(&mut pixmap, draw)?;
    Ok(pixmap)
}

/// Draws more on a picture on which y points up.
pub(crate) fn on_y_up<F: Blend, T: Drawn>(
    pixmap: &mut Pixmap<F>,
    draw: impl FnOnce(&mut PixmapMut<'_, F>) -> T,
) -> Result<(), Error> {
    let (width, height) = (pixmap.width(), pixmap.height());
    let stride = width as usize * size_of::<F::Pixel>();
    let surface = PixmapMut::new(pixmap.bytes_mut(), width, height)?;
    draw(&mut surface.with_stride(stride, RowOrder::BottomUp)?).outcome()
}

/// What drawing gives back: nothing, or an error where it needs memory of its own.
pub(crate) trait Drawn {
    fn outcome(self) -> Result<(), Error>;
}

impl Drawn for () {
    fn outcome(self) -> Result<(), Error> {
        Ok(self)
    }
}

impl Drawn for Result<(), Error> {
    fn outcome(self) -> Result<(), Error> {
        self
    }
}

/// Saves what an example drew as a PNG in the current folder.
pub(crate) fn save(name: &str, picture: Result<Pixmap, Error>) -> Result<(), Error> {
    picture?.save_png(format!("{name}.png"))
}

/// The light of an sRGB colour: AGG's demos blend light, and store it as it is.
pub(crate) fn light(r: u8, g: u8, b: u8) -> Color {
    let [r, g, b] = [r, g, b].map(|v| {
        let v = f64::from(v) / 255.0;
        let light = if v <= 0.04045 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        };
        (light * 255.0 + 0.5) as u8
    });
    Color::from_rgb8(r, g, b)
}

/// The 256 stops of a table from colour to colour, as AGG's demos fill it: in equal parts and in
/// steps of 1/255.
pub(crate) fn ramp(colors: &[Color]) -> Vec<(f64, Color)> {
    let part = 256 / colors.len().saturating_sub(1).max(1);
    let color = |i: usize| {
        let first = (i / part).min(colors.len().saturating_sub(2));
        let mut ends = colors.iter().skip(first);
        let from = *ends.next()?;
        let to = ends.next().unwrap_or(&from);
        let along = (i - first * part) as f64 / part as f64;
        Some(from.lerp(*to, (along * 255.0).round() / 255.0))
    };
    let stop = |i: usize| Some((i as f64 / 255.0, color(i)?));
    (0..256).filter_map(stop).collect()
}

/// A visitor of spans that lays a colour over them.
pub(crate) fn lay<'a, F: Blend>(
    surface: &'a mut PixmapMut<'_, F>,
    color: Color,
) -> impl FnMut(Span<'_>) + 'a {
    let blender = Blender::<F>::new(color);
    move |span| {
        let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
        blender.lay(pixels, skipped, span.coverage());
    }
}

/// What lets through a part of each span.
pub(crate) trait Screen {
    fn before<'a>(&'a self, emit: impl FnMut(Span<'_>) + 'a) -> impl FnMut(Span<'_>) + 'a;
}

impl Screen for Region {
    fn before<'a>(&'a self, emit: impl FnMut(Span<'_>) + 'a) -> impl FnMut(Span<'_>) + 'a {
        Self::before(self, emit)
    }
}

impl Screen for Mask {
    fn before<'a>(&'a self, emit: impl FnMut(Span<'_>) + 'a) -> impl FnMut(Span<'_>) + 'a {
        Self::before(self, emit)
    }
}

/// Fifty lines of single pixels with as many symbols, then fifty thick lines, through a screen.
pub(crate) fn litter(surface: &mut Surface<'_>, screen: &impl Screen, chance: &mut Chance) {
    let bounds = surface.bounds();
    let size = (bounds.x1 as u32, bounds.y1 as u32);
    for _ in 0..50 {
        let [pen, fill] = [chance.dark(), chance.dark()];
        let [to, from] = [chance.pixel(size), chance.pixel(size)];
        let spans = screen.before(lay(surface, pen));
        line(from, to, LastPixel::Open, bounds, spans);
        let (marker, radius) = (chance.marker(), chance.next() as i32 % 10 + 5);
        let middle = chance.pixel(size);
        let middle = (middle.x as i32, middle.y as i32);
        marker.for_each_span(middle, radius, bounds, |part, span| {
            let color = [pen, fill][usize::from(part == MarkerPart::Fill)];
            screen.before(lay(surface, color))(span);
        });
    }
    let outline = Outline::new(5.0).with_cap(OutlineCap::Round);
    for _ in 0..50 {
        let (color, ends) = (chance.dark(), [(); 2].map(|()| chance.pixel(size)));
        let spans = screen.before(lay(surface, color));
        outline.for_each_span(&Path::polyline(ends), bounds, spans);
    }
}

/// Hands each pixel of a span, with its coverage, to `change`.
pub(crate) fn each_pixel(
    surface: &mut Surface<'_>,
    span: Span<'_>,
    mut change: impl FnMut(&mut [u8; 4], u8),
) {
    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
    match span.coverage() {
        Coverage::Uniform { cover, .. } => pixels.iter_mut().for_each(|p| change(p, cover)),
        Coverage::PerPixel(covers) => {
            let covers = covers.iter().skip(skipped);
            pixels
                .iter_mut()
                .zip(covers)
                .for_each(|(p, &c)| change(p, c));
        }
    }
}

/// The product of two shares of 255, rounded.
pub(crate) fn product(a: u8, b: u8) -> u8 {
    let t = u32::from(a) * u32::from(b) + 128;
    ((t + (t >> 8)) >> 8) as u8
}

/// A lion: polygons of one colour each, its light as AGG's demos have it.
pub(crate) fn lion() -> Result<Vec<(Color, Path)>, Error> {
    let part = |line: &str| {
        let (color, data) = line.split_once(' ').unwrap_or_default();
        let [_, r, g, b] = u32::from_str_radix(color, 16).unwrap_or(0).to_be_bytes();
        let path = Path::from_svg(data)?.oriented(Orientation::Negative);
        Ok((Color::from_rgb8(r, g, b), path))
    };
    include_str!("../data/lion.txt").lines().map(part).collect()
}

/// Turns the lion the right way up and puts its middle at a point.
pub(crate) fn lion_at(middle: Point) -> Affine {
    Affine::translate(-119.0, -188.5)
        .then(Affine::rotate(std::f64::consts::PI))
        .then(Affine::translate(middle.x, middle.y))
}

/// A letter a of a serif typeface, four units a point, its origin at (150, 100).
pub(crate) fn letter() -> Result<Path, Error> {
    let mut letter = Path::from_svg(include_str!("../data/letter_a.txt"))?;
    letter.transform(Affine::scale(4.0).then(Affine::translate(150.0, 100.0)));
    Ok(letter)
}

/// The island of Great Britain, twice as large, in the middle of a sheet.
pub(crate) fn island() -> Result<Path, Error> {
    let mut coast = Path::from_svg(include_str!("../data/great_britain.txt"))?;
    coast.transform(Affine::translate(-1150.0, -1150.0).then(Affine::scale(2.0)));
    Ok(coast)
}

/// A band along a spiral, from a radius of 10 to 150 pixels, 30 more with each turn.
pub(crate) fn spiral_band(center: Point) -> Path {
    let (mut angle, mut radius) = (0.0_f64, 10.0);
    let mut points = Vec::new();
    while radius <= 150.0 {
        points.push(center + Point::new(angle.cos(), angle.sin()) * radius);
        radius += 30.0 / 90.0;
        angle += 4.0_f64.to_radians();
    }
    let line = Path::polyline(points);
    line.elements().stroked(&Stroke::new(15.0)).collect()
}

/// What one grips to change a polygon: its sides, and a disc on each vertex.
pub(crate) fn handles(vertices: &[Point]) -> Path {
    let polygon = Path::polygon(vertices.iter().copied());
    let mut path: Path = polygon.elements().stroked(&Stroke::new(1.0)).collect();
    for &vertex in vertices {
        path.extend(Ellipse::new(vertex, (5.0, 5.0)).polygon_of(32).elements());
    }
    path
}

/// C's `rand` as glibc has it: each number is the sum of the 3rd and the 31st before it.
#[derive(Debug)]
pub(crate) struct Chance {
    last: Vec<u32>,
}

impl Chance {
    /// The numbers that a program gets which sets no seed.
    pub(crate) fn new() -> Self {
        Self::seeded(1)
    }

    /// The numbers after a seed.
    pub(crate) fn seeded(seed: u32) -> Self {
        let mut last = vec![seed];
        for _ in 1..31 {
            let before = u64::from(last.last().copied().unwrap_or(1));
            last.push((before * 16_807 % 0x7FFF_FFFF) as u32);
        }
        last.extend_from_within(..3);
        let mut chance = Self { last };
        (0..310).for_each(|_| {
            chance.next();
        });
        chance
    }

    /// The next number, of 31 bits.
    pub(crate) fn next(&mut self) -> u32 {
        let before = |n: usize| self.last.iter().rev().nth(n - 1).copied().unwrap_or(0);
        let sum = before(31).wrapping_add(before(3));
        self.last.push(sum);
        self.last.drain(..self.last.len() - 34);
        sum >> 1
    }

    /// A dark colour, more or less translucent. Alpha is drawn first, red last.
    pub(crate) fn dark(&mut self) -> Color {
        let alpha = self.next() & 0x7F;
        self.opaque().with_alpha(f64::from(alpha + 0x7F) / 255.0)
    }

    /// A dark colour. Blue is drawn first.
    pub(crate) fn opaque(&mut self) -> Color {
        let [b, g, r] = [(); 3].map(|()| (self.next() & 0x7F) as u8);
        light(r, g, b)
    }

    /// A pixel of a picture. Its row is drawn first.
    pub(crate) fn pixel(&mut self, (width, height): (u32, u32)) -> Point {
        let (y, x) = (self.next() % height, self.next() % width);
        Point::new(f64::from(x), f64::from(y))
    }

    /// A middle-sized ellipse. Its radii are drawn first, the upright one of them before.
    pub(crate) fn ellipse(&mut self, size: (u32, u32)) -> Ellipse {
        let [ry, rx] = [(); 2].map(|()| f64::from(self.next() % 100 + 20));
        Ellipse::new(self.pixel(size), (rx, ry))
    }

    /// A symbol, in AGG's order; up and down are exchanged because y points up.
    pub(crate) fn marker(&mut self) -> Marker {
        use Direction::{Down, Left, Right, Up};
        match self.next() % 18 {
            0 => Marker::Square,
            1 => Marker::Diamond,
            2 => Marker::Circle,
            3 => Marker::CrossedCircle,
            4 => Marker::Semiellipse(Left),
            5 => Marker::Semiellipse(Right),
            6 => Marker::Semiellipse(Down),
            7 => Marker::Semiellipse(Up),
            8 => Marker::Triangle(Left),
            9 => Marker::Triangle(Right),
            10 => Marker::Triangle(Down),
            11 => Marker::Triangle(Up),
            12 => Marker::FourRays,
            13 => Marker::Cross,
            14 => Marker::X,
            15 => Marker::Dash,
            16 => Marker::Dot,
            _ => Marker::Pixel,
        }
    }
}
