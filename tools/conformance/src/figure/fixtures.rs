//! The pictures that were given with the task, from data read off their recorded calls.

use figure::Shading;

use super::{axes_of, figure_of};
use crate::scene::Scene;

const SIZE: (f64, f64) = (5.0, 4.0);

/// The generator of numpy's `random.seed` and `random.rand`: the Mersenne twister.
struct Twister {
    state: Vec<u32>,
    next: usize,
}

impl Twister {
    fn new(seed: u32) -> Self {
        let mut state = vec![seed];
        for i in 1..624_u32 {
            let last = state.last().copied().unwrap_or(0);
            state.push((last ^ (last >> 30)).wrapping_mul(1_812_433_253).wrapping_add(i));
        }
        Self { state, next: 624 }
    }

    fn twist(&mut self) {
        for i in 0..624 {
            let joined =
                (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % 624] & 0x7fff_ffff);
            let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + 397) % 624] ^ (joined >> 1) ^ odd;
        }
        self.next = 0;
    }

    fn word(&mut self) -> u32 {
        if self.next == 624 {
            self.twist();
        }
        let mut word = self.state[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// The next number, at least 0 and less than 1.
    fn unit(&mut self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    fn column(&mut self, count: usize) -> Vec<f64> {
        (0..count).map(|_| self.unit()).collect()
    }
}

/// 0, 1, 2 … in rows.
fn counted(rows: usize, columns: usize) -> Vec<Vec<usize>> {
    let row = |i| (0..columns).map(|j| i * columns + j).collect();
    (0..rows).map(row).collect()
}

/// Longitudes, latitudes, and hours from where the wave started.
fn travel_times() -> (Vec<f64>, Vec<f64>, Vec<Vec<f64>>) {
    let x: Vec<f64> = (50..146).map(|i| 2.0 * f64::from(i)).collect();
    let y: Vec<f64> = (-30..31).map(|i| 2.0 * f64::from(i)).collect();
    let row = |&y: &f64| {
        let hours = |x: &f64| ((x - 200.0) / 12.0).hypot((y - 10.0) / 8.0);
        x.iter().map(hours).collect()
    };
    let hours = y.iter().map(row).collect();
    (x, y, hours)
}

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes_of("fixtures/scatter", SIZE, 100.0, |ax| {
            let mut random = Twister::new(0);
            let [x, y, s, c] = [(); 4].map(|()| random.column(50));
            ax.scatter(x, y)?
                .sizes(s.iter().map(|s| 200.0 * s))?
                .values(c)?
                .alpha(0.5);
            Ok(())
        }),
        axes_of("fixtures/markers", SIZE, 100.0, |ax| {
            let x: Vec<f64> = (0..25)
                .map(|i| f64::from(i) * (std::f64::consts::TAU / 24.0))
                .collect();
            ax.plot(&x, x.iter().map(|x| x.sin()))?
                .marker("o")
                .label("sin");
            ax.plot(&x, x.iter().map(|x| x.cos()))?
                .linestyle("--")
                .marker("s")
                .label("cos");
            ax.plot(&x, x.iter().map(|_| 0.0))?
                .color("k")
                .linestyle(":");
            ax.legend();
            Ok(())
        }),
        axes_of("fixtures/bars", SIZE, 100.0, |ax| {
            ax.bar(0..4, [3, 7, 2, 5])?
                .edgecolor("k")
                .hatches(["/", "x", "o", "*"]);
            ax.fill_between([0, 1, 2], [1, 2, 1], [0])?.alpha(0.3);
            ax.axhline(4)?.linestyle("-.");
            ax.xaxis().set_ticks_labeled(0..4, ["a", "b", "c", "d"])?;
            Ok(())
        }),
        figure_of("fixtures/quad", SIZE, 100.0, |figure| {
            let values = counted(5, 6);
            let left = figure.add_subplot(1, 2, 1)?;
            left.pcolormesh(0..7, 0..6, &values)?;
            let right = figure.add_subplot(1, 2, 2)?;
            right.pcolormesh_shaded(0..6, 0..5, &values, Shading::Gouraud)?;
            Ok(())
        }),
        figure_of("fixtures/tsunami", (6.0, 4.0), 100.0, |figure| {
            let (x, y, hours) = travel_times();
            let ax = figure.add_subplot(1, 1, 1)?;
            let layers = ax.contourf(&x, &y, &hours)?.levels(0..13).handle();
            let lines = ax.contour(&x, &y, &hours)?.levels(1..13);
            let lines = lines.colors("k").linewidths(0.7).handle();
            ax.clabel(lines)?.fmt("%g h").fontsize(8.0);
            ax.set_title("Tsunami travel time");
            ax.set_xlabel("longitude");
            ax.set_ylabel("latitude");
            figure.colorbar(layers)?;
            Ok(())
        }),
        axes_of("fixtures/mathtext", SIZE, 100.0, |ax| {
            ax.semilogy([0, 1, 2], [1, 10, 100])?;
            ax.plot([0, 1, 2], [1e-3, 1.0, 1e3])?.fmt("^")?;
            ax.set_title(r"$\sum_{i=0}^\infty \frac{x_i}{\sqrt{2}}$ fi AVAT");
            Ok(())
        }),
        axes_of("fixtures/image", SIZE, 100.0, |ax| {
            let value = |i: i32, j: i32| f64::from(i + j).powf(1.5);
            ax.imshow((0..12).map(|i| (0..9).map(move |j| value(i, j))))?;
            Ok(())
        }),
    ]
}
