//! An SVG document as a tree of shapes and as pixels, with the fonts of the program; those of the computer draw only
//! what these lack.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};

use super::cast::Cast;
use super::svg::piece;
use crate::draw::{Palette, Rect, Theme};
use crate::model::Logo;
use crate::store::SystemFonts;

/// No picture is larger than this, in pixels on a side.
const MOST_PIXELS: f32 = 8192.0;

/// Why a document could not be made. No profile should lead to this.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("{0}")]
    Svg(#[from] usvg::Error),
    #[error("the page has no size")]
    Size,
    #[error("{0}")]
    Pdf(String),
    #[error("{0}")]
    Png(String),
    #[error("{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("{0}")]
    Deck(#[from] super::pptx::PackageError),
}

/// A picture, row by row from the top, four bytes a pixel: red, green, blue and opacity. Colours are
/// not multiplied by the opacity.
pub struct Pixels {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

pub(super) fn tree(svg: &str, system: &SystemFonts) -> Result<Tree, RenderError> {
    let cast = Cast::new(svg, system);
    let options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: cast.database.clone(),
        font_resolver: usvg::FontResolver {
            select_font: usvg::FontResolver::default_font_selector(),
            // Whatever another font draws has been given to it by name.
            select_fallback: Box::new(|_, _, _| None),
        },
        ..usvg::Options::default()
    };
    Ok(Tree::from_str(&cast.dress(svg), &options)?)
}

fn pixmap(svg: &str, scale: f32, system: &SystemFonts) -> Result<Pixmap, RenderError> {
    let tree = tree(svg, system)?;
    let size = tree.size();
    let scale = scale.min(MOST_PIXELS / size.width().max(size.height()));
    let (width, height) = (size.width() * scale, size.height() * scale);
    let mut pixmap =
        Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or(RenderError::Size)?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    Ok(pixmap)
}

/// Draws an SVG document, `scale` pixels to a point.
///
/// # Errors
/// Where the document has no size.
pub fn pixels(svg: &str, scale: f32, system: &SystemFonts) -> Result<Pixels, RenderError> {
    let pixmap = pixmap(svg, scale, system)?;
    Ok(Pixels {
        width: pixmap.width() as usize,
        height: pixmap.height() as usize,
        rgba: pixmap.take_demultiplied(),
    })
}

/// Draws a logo so many pixels high.
///
/// # Errors
/// Where it cannot be drawn.
pub(crate) fn logo_pixels(
    logo: &Logo,
    height: f32,
    system: &SystemFonts,
) -> Result<Pixels, RenderError> {
    pixels(&drawn(logo, height), 1.0, system)
}

/// A logo as the file of a picture, a drawing so many pixels high.
///
/// # Errors
/// Where it cannot be drawn.
pub(super) fn logo_png(logo: &Logo, height: f32) -> Result<Vec<u8>, RenderError> {
    if let Some(bytes) = logo.as_png() {
        return Ok(bytes.to_vec());
    }
    // It has no text.
    let fonts = SystemFonts::of_files(Vec::new());
    png(&drawn(logo, height), 1.0, &fonts)
}

/// A logo as a drawing, so high.
fn drawn(logo: &Logo, height: f32) -> String {
    let room = Rect::new(0.0, 0.0, height * logo.ratio(), height);
    let palette = Palette::of(Theme::Light);
    piece((room.w, room.h), Vec::new(), Some((logo, room)), &palette)
}

/// Draws an SVG document as a PNG file, `scale` pixels to a point.
///
/// # Errors
/// Where the document has no size.
pub fn png(svg: &str, scale: f32, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    let pixmap = pixmap(svg, scale, system)?;
    pixmap
        .encode_png()
        .map_err(|error| RenderError::Png(error.to_string()))
}
