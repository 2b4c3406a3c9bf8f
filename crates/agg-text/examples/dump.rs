use agg_text::*;
fn main(){ let a:Vec<String>=std::env::args().collect();
let l=Font::dejavu_sans().shape(&a[1],FontSize::from_points(a[2].parse().unwrap(),a[3].parse().unwrap()).unwrap()).unwrap();
for g in l.glyphs(){println!("{} {} {}",g.id.to_u32(),g.x*64.,g.y*64.);} println!("{} {} {}",l.width(),l.height(),l.descent());}
