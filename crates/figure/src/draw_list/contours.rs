//! Contours: a path for each line or layer.

use std::sync::Arc;

use agg_core::{Affine, Path};
use agg_plot::GraphicsContext;

use crate::artist::{Artist, Contours, Layers, Paint};
use crate::contour::{path_of_lines, path_of_regions};
use crate::draw_list::build::Plot;
use crate::draw_list::patch::with_points;
use crate::draw_list::{Item, Outline, Paths};
use crate::error::Result;
use crate::layout::{Linear, PaintLook};

impl<'a> Plot<'a, '_> {
    /// Contour lines or layers; of pattern, layers are drawn one by one.
    pub(super) fn draw_contours(
        &self,
        items: &mut Vec<Item<'a>>,
        number: usize,
        contours: &Artist<Contours>,
    ) -> Result<()> {
        let layers = contours.layers()?;
        let paths = self.contour_paths(number, contours, &layers);
        let look = self.looks.contours(contours, &layers)?;
        let gc = GraphicsContext {
            antialiasing: look.antialiasing,
            ..self.common_gc(&contours.common, GraphicsContext::default())
        };
        if contours.hatches.iter().all(String::is_empty) {
            items.push(self.contour_item(gc, paths.into(), look));
            return Ok(());
        }
        let paint = Paint {
            hatches: contours.hatches.clone(),
            ..Paint::default()
        };
        let edge = &self.looks.style.patch.edgecolor;
        let edge = self.looks.color(edge, contours.common.alpha)?;
        for (i, path) in paths.into_iter().enumerate() {
            let hatch = self.hatch(&paint, contours.common.alpha, edge, i)?;
            let look = PaintLook {
                faces: look.faces.get(i..=i).unwrap_or_default().to_vec(),
                hatches: hatch.iter().map(|hatch| hatch.color).collect(),
                ..look.clone()
            };
            let gc = GraphicsContext {
                hatch,
                ..gc.clone()
            };
            items.push(self.contour_item(gc, Arc::from([path]), look));
        }
        Ok(())
    }

    fn contour_item(&self, gc: GraphicsContext, paths: Arc<[Path]>, look: PaintLook) -> Item<'a> {
        let (x, y) = self.layout.maps(Default::default(), self.page);
        Item::Collection(Box::new(Paths {
            gc,
            paths,
            transforms: Vec::new(),
            transform: Linear::plane(x, y),
            offsets: Outline::Path(Path::new()),
            offset_transform: Affine::IDENTITY,
            face_colors: look.faces,
            edge_colors: look.edges,
            line_widths: look.widths,
            dashes: look.dashes,
            hatch_colors: look.hatches,
            antialiasing: look.antialiasing,
        }))
    }

    /// The path of each line, cut where labels are, or of each layer.
    fn contour_paths(&self, number: usize, contours: &Contours, layers: &Layers) -> Vec<Path> {
        let labels = self.layout.contour_labels.iter();
        let cut = labels.rev().find(|labels| labels.of == number);
        let paths: Vec<Path> = if contours.filled {
            let regions = contours.regions(layers).into_iter();
            regions.map(|regions| path_of_regions(&regions)).collect()
        } else if let Some(cut) = cut {
            cut.lines.iter().map(|lines| path_of_lines(lines)).collect()
        } else {
            let lines = contours.lines(layers).into_iter();
            lines.map(|lines| path_of_lines(&lines)).collect()
        };
        match self.layout.bends(Default::default()) {
            None => paths,
            Some(bends) => {
                let paths = paths.iter();
                paths
                    .map(|path| with_points(path, |point| bends.apply(point)))
                    .collect()
            }
        }
    }
}
