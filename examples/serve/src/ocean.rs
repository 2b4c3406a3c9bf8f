//! An ocean: how deep it is, on a grid of longitudes and latitudes, and when a wave that starts in
//! it arrives where.
//!
//! The depths are made up, though they look like the Pacific: a floor with ridges, and land where
//! bumps on it rise above the water. Long waves move at `√(g·depth)`, which for a tsunami is as
//! fast as an airliner over the floor, and slow over a shelf.

use agg_core::CancelToken;
use figure::Matrix;
use figure::contour::Field;

use crate::eikonal::Speeds;

/// Longitudes and latitudes that are shown, in degrees.
const LONGITUDES: (f64, f64) = (120.0, 290.0);
const LATITUDES: (f64, f64) = (-60.0, 60.0);
/// Metres to a degree of latitude.
const DEGREE: f64 = 111_195.0;
/// Metres a square second.
const GRAVITY: f64 = 9.81;
/// The floor, in metres.
const FLOOR: f64 = 4600.0;
/// No water is shallower: a wave would never get through it.
const SHALLOWEST: f64 = 20.0;

/// What rises from the floor: longitude, latitude, half-widths along both in degrees, height in
/// metres. Anything higher than the floor is deep is land.
const BUMPS: [(f64, f64, f64, f64, f64); 17] = [
    (112.0, 48.0, 24.0, 22.0, 6500.0),
    (133.0, -25.0, 19.0, 13.0, 6200.0),
    (142.0, -5.0, 8.0, 3.5, 5600.0),
    (138.0, 36.5, 3.0, 4.0, 5800.0),
    (143.0, 43.0, 2.5, 2.5, 5400.0),
    (122.0, 12.0, 3.0, 6.0, 5700.0),
    (172.5, -41.0, 3.5, 5.0, 5800.0),
    (155.0, 60.0, 7.0, 8.0, 6100.0),
    (204.0, 20.0, 2.5, 1.7, 5600.0),
    (210.0, -17.5, 5.0, 1.5, 4100.0),
    (178.0, -18.0, 2.5, 2.0, 5300.0),
    (207.0, 62.0, 24.0, 6.0, 6000.0),
    (256.0, 52.0, 24.0, 24.0, 6500.0),
    (262.0, 21.0, 12.0, 7.0, 5900.0),
    (297.0, -22.0, 13.0, 34.0, 6400.0),
    (292.0, 4.0, 12.0, 9.0, 6000.0),
    (190.0, 34.0, 30.0, 2.0, 1500.0),
];

/// A grid of depths.
#[derive(Clone, Debug)]
pub struct Ocean {
    longitudes: Vec<f64>,
    latitudes: Vec<f64>,
    speeds: Speeds,
}

impl Ocean {
    /// The ocean on a grid with so many cells to a degree.
    #[must_use]
    pub fn new(cells_to_a_degree: u32) -> Self {
        let step = 1.0 / f64::from(cells_to_a_degree.max(1));
        let line = |(start, end): (f64, f64)| -> Vec<f64> {
            let count = ((end - start) / step).round() as u32;
            (0..=count).map(|i| start + f64::from(i) * step).collect()
        };
        let (longitudes, latitudes) = (line(LONGITUDES), line(LATITUDES));
        let points = latitudes
            .iter()
            .flat_map(|&lat| longitudes.iter().map(move |&lon| (lon, lat)));
        let speed = points.map(|(lon, lat)| match depth(lon, lat) {
            land if land <= 0.0 => 0.0,
            water => (GRAVITY * water.max(SHALLOWEST)).sqrt(),
        });
        let dx = latitudes
            .iter()
            .map(|lat| step * DEGREE * lat.to_radians().cos());
        let speeds = Speeds {
            columns: longitudes.len(),
            speed: speed.collect(),
            dx: dx.collect(),
            dy: step * DEGREE,
        };
        Self {
            longitudes,
            latitudes,
            speeds,
        }
    }

    /// The cell nearest to a place, as its column and row; `None` outside of what is shown.
    #[must_use]
    pub fn cell(&self, lon: f64, lat: f64) -> Option<(usize, usize)> {
        Some((
            nearest(&self.longitudes, lon)?,
            nearest(&self.latitudes, lat)?,
        ))
    }

    /// What is shown: from the west to the east, from the south to the north, in degrees.
    #[must_use]
    pub fn bounds(&self) -> (f64, f64, f64, f64) {
        (LONGITUDES.0, LONGITUDES.1, LATITUDES.0, LATITUDES.1)
    }

    /// The longitude and latitude of a cell.
    #[must_use]
    pub fn place(&self, (column, row): (usize, usize)) -> Option<(f64, f64)> {
        Some((*self.longitudes.get(column)?, *self.latitudes.get(row)?))
    }

    /// Whether a cell is land.
    #[must_use]
    pub fn is_land(&self, (column, row): (usize, usize)) -> bool {
        let speed = self.speeds.speed.get(row * self.speeds.columns + column);
        speed.is_none_or(|speed| *speed <= 0.0)
    }

    /// How many longitudes there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.longitudes.len()
    }

    /// The hours that a wave from a cell takes to each place, row by row from the south, NaN where
    /// it does not come. `None` once the token is cancelled.
    #[must_use]
    pub fn hours(&self, start: (usize, usize), token: &CancelToken) -> Option<Vec<f64>> {
        let mut times = self.speeds.travel_times(start, token)?;
        for time in &mut times {
            *time = if time.is_finite() {
                *time / 3600.0
            } else {
                f64::NAN
            };
        }
        Some(times)
    }

    /// The same as a field over the map.
    #[must_use]
    pub fn field(&self, start: (usize, usize), token: &CancelToken) -> Option<Field> {
        let hours = self.hours(start, token)?;
        let columns = self.columns();
        let (lons, lats) = (&self.longitudes, &self.latitudes);
        let xs = lats.iter().flat_map(|_| lons);
        let ys = lats.iter().flat_map(|lat| lons.iter().map(move |_| lat));
        let (xs, ys) = (
            Matrix::new(xs, columns).ok()?,
            Matrix::new(ys, columns).ok()?,
        );
        Field::new(&xs, &ys, Matrix::new(hours, columns).ok()?).ok()
    }
}

/// The depth in metres; what is not above zero is land.
fn depth(lon: f64, lat: f64) -> f64 {
    let hills = (lon / 7.0).sin() * (lat / 5.0).cos() + (lon / 17.0 + lat / 11.0).sin();
    let bump = |&(x, y, wide, high, height): &(f64, f64, f64, f64, f64)| {
        let (right, up) = ((lon - x) / wide, (lat - y) / high);
        height * (-(right * right + up * up).powi(2)).exp()
    };
    FLOOR + 350.0 * hills - BUMPS.iter().map(bump).fold(0.0, f64::max)
}

fn nearest(line: &[f64], at: f64) -> Option<usize> {
    let (first, last) = (*line.first()?, *line.last()?);
    if !(first..=last).contains(&at) {
        return None;
    }
    let share = (at - first) / (last - first);
    Some((share * (line.len() - 1) as f64).round() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_land_and_there_is_water() {
        let ocean = Ocean::new(1);
        let at = |lon, lat| ocean.is_land(ocean.cell(lon, lat).unwrap());
        assert!(at(138.0, 36.0) && at(133.0, -25.0) && at(250.0, 50.0));
        assert!(!at(143.0, 38.5) && !at(180.0, 0.0) && !at(285.0, -40.0));
        assert_eq!(ocean.cell(119.0, 0.0), None);
        assert_eq!(ocean.cell(f64::NAN, 0.0), None);
    }

    #[test]
    fn a_wave_crosses_the_ocean_in_about_a_day() {
        let ocean = Ocean::new(1);
        let start = ocean.cell(145.0, 38.0).unwrap();
        let field = ocean.field(start, &CancelToken::new()).unwrap();
        let (first, last) = field.range().unwrap();
        assert_eq!(first, 0.0);
        assert!((18.0..36.0).contains(&last), "{last}");
    }
}
