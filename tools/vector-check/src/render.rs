//! The programs that draw vector files.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use golden::Image;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::picture::Picture;

/// resvg, which reads no fonts within documents: it is given the whole font that they hold a part
/// of.
pub(crate) struct Svg(Options<'static>);

impl Svg {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let mut options = Options::default();
        let font = format!("{root}/crates/agg-text/fonts/DejaVuSans.ttf");
        options.fontdb_mut().load_font_data(fs::read(font)?);
        Ok(Self(options))
    }

    pub(crate) fn draw(
        &self,
        document: &str,
        (width, height): (u32, u32),
    ) -> Result<Picture, Box<dyn Error>> {
        let tree = Tree::from_str(document, &self.0)?;
        let mut pixmap = Pixmap::new(width, height).ok_or("no pixels")?;
        let enlarged = Transform::from_scale(
            width as f32 / tree.size().width(),
            height as f32 / tree.size().height(),
        );
        resvg::render(&tree, enlarged, &mut pixmap.as_mut());
        let straight = pixmap.pixels().iter().flat_map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        });
        let straight: Vec<u8> = straight.collect();
        Ok(Picture::from_straight((width, height), &straight))
    }
}

/// poppler, by either of its programs.
pub(crate) struct Pdf {
    folder: PathBuf,
    program: &'static str,
}

impl Pdf {
    pub(crate) fn by(program: &'static str) -> Result<Self, Box<dyn Error>> {
        let name = format!("vector-check-{program}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, program })
    }

    pub(crate) fn draw(
        &self,
        document: &[u8],
        dpi: f64,
        (width, height): (u32, u32),
    ) -> Result<Picture, Box<dyn Error>> {
        let (file, out) = (self.folder.join("page.pdf"), self.folder.join("page"));
        fs::write(&file, document)?;
        let said = Command::new(self.program)
            .args(["-png", "-singlefile", "-r", &dpi.to_string()])
            .args(["-x", "0", "-y", "0", "-W", &width.to_string()])
            .args(["-H", &height.to_string()])
            .args([&file, &out])
            .output()?;
        if !said.status.success() || !said.stderr.is_empty() {
            let said = String::from_utf8_lossy(&said.stderr).into_owned();
            return Err(format!("{}: {said}", self.program).into());
        }
        let image = Image::load(&out.with_extension("png"))?;
        Ok(Picture::from_straight(
            (image.width(), image.height()),
            image.pixels(),
        ))
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
