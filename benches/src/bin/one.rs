//! Draws scenes whose class or name holds a word so many times; prints microseconds a frame.
use benches::peer::built_in;
use benches::scenes::{Extent, all};
fn main() {
    let w: Vec<String> = std::env::args().collect();
    let times: u32 = w[2].parse().unwrap();
    let peers = built_in();
    for s in all(Extent::Some) {
        let name = format!("{}, {}", s.class, s.name);
        if !name.contains(&w[1]) {
            continue;
        }
        let mut f = peers[0].prepare(&s).unwrap();
        let mut best = f64::INFINITY;
        let n = if times > 8 { 5 } else { 1 };
        for _ in 0..n {
            best = best.min(f.draw(times) / f64::from(times));
        }
        println!("{:50} {:.1}", name, best * 1e6);
    }
}
