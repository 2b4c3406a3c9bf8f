//! A scene: a name, and a function that draws it.

use figure::Figure;
use golden::{Image, Vertex};

/// What a scene drew.
#[derive(Debug)]
pub struct Drawing {
    /// The bytes of the surface, as the oracle stores them.
    pub picture: Image,
    /// What the stages of the pipeline put out on the way.
    pub stages: Vec<Stage>,
}

/// The vertices after one stage of the pipeline.
#[derive(Debug)]
pub struct Stage {
    /// `flattened`, `dashed`, `stroked` or `transformed`.
    pub name: &'static str,
    /// What the stage put out.
    pub vertices: Vec<Vertex>,
}

type Draw = Box<dyn Fn() -> Result<Drawing, String>>;

type Build = Box<dyn Fn() -> Result<Figure, String>>;

/// One scene of an oracle.
pub struct Scene {
    name: String,
    draw: Draw,
    build: Option<Build>,
}

impl std::fmt::Debug for Scene {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scene")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Scene {
    /// A scene that draws by calling `draw`; an error there becomes its row.
    pub fn new(
        name: impl Into<String>,
        draw: impl Fn() -> Result<Drawing, String> + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            draw: Box::new(draw),
            build: None,
        }
    }

    /// The same, of a figure that can also be had undrawn.
    #[must_use]
    pub fn of_figure(self, build: impl Fn() -> Result<Figure, String> + 'static) -> Self {
        Self {
            build: Some(Box::new(build)),
            ..self
        }
    }

    /// The figure, for scenes that are one.
    pub fn figure(&self) -> Option<Result<Figure, String>> {
        self.build.as_ref().map(|build| build())
    }

    /// The name of its files, without folder and extension.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Draws it.
    ///
    /// # Errors
    ///
    /// What the drawing library said.
    pub fn draw(&self) -> Result<Drawing, String> {
        (self.draw)()
    }
}
