//! Every target with random bytes for a moment: what can be seen without a fuzzer.

use arbitrary::{Arbitrary, Unstructured};

/// Inputs for each target.
const TIMES: u64 = 300;

fn feed<T: for<'a> Arbitrary<'a>>(run: impl Fn(&T)) {
    for seed in 1..=TIMES {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 40) as u8
        };
        let bytes: Vec<u8> = (0..seed * 4 % 1500 + 20).map(|_| byte()).collect();
        if let Ok(input) = T::arbitrary(&mut Unstructured::new(&bytes)) {
            run(&input);
        }
    }
}

macro_rules! targets {
    ($($target:ident: $input:ident;)*) => {
        $(
            #[test]
            fn $target() {
                feed::<fuzz::$target::$input>(fuzz::$target::run);
            }
        )*
    };
}

targets! {
    pipeline: Drawing;
    stroke: Line;
    exact: Polygon;
    boolean: Pair;
    blend: Row;
    image: Tiling;
    font: Damage;
    text: Words;
    figure: Script;
    decode: Bytes;
}
