//! What leaves the program: the chart, the one-page report and the whole answer, as PDF, PNG, SVG
//! and Markdown, from the same display lists and answers as the window.

mod markdown;
mod page;
mod render;
mod svg;

pub use markdown::markdown;
pub use page::{Paper, page};
pub use render::{Picture, RenderError, pdf, picture, png};

use std::path::Path;

use svg::svg;

use crate::analysis::{Answers, Findings, Inputs, Paths, Sampler};
use crate::chart::{Size, Structure, lay_out};
use crate::i18n::Words;
use crate::model::{Knowledge, MAX_QUARTERS, Profile};
use crate::theme::Theme;
use crate::wording;

/// The room for which an exported chart is laid out: a sheet in landscape.
const SHEET: Size = Size {
    width: 297.0,
    height: 210.0,
};

/// The chart that a profile implies, as an SVG document for a sheet.
pub fn chart(knowledge: &Knowledge, profile: &Profile, words: &Words, theme: Theme) -> String {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, profile));
    let structure = Structure::new(knowledge, profile, &answers, words);
    let title = wording::headline(knowledge, &answers, words);
    svg(&lay_out(&structure, SHEET), theme, &title)
}

/// What a document shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The chart alone.
    Chart,
    /// The one-page report.
    Page(Paper),
    /// The whole answer, in Markdown only.
    Full,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
    Pdf,
    Markdown,
}

impl Format {
    /// By the end of a file's name.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        match extension.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Pixels to a point in pictures: a sheet at 216 dots to an inch.
const SCALE: f32 = 3.0;
/// Pixels to a unit of the chart alone, whose sheet is small.
const CHART_SCALE: f32 = 4.0;

/// Makes a document; `step` is told how far it is, from 0 to 1, and says whether to go on.
///
/// # Errors
/// `None` where it was told to stop; what went wrong otherwise.
pub fn document(
    knowledge: &Knowledge,
    profile: &Profile,
    words: &Words,
    theme: Theme,
    (content, format): (Content, Format),
    mut step: impl FnMut(f32) -> bool,
) -> Result<Vec<u8>, Option<RenderError>> {
    let mut go_on = |done: f32| if step(done) { Ok(()) } else { Err(None) };
    go_on(0.0)?;
    let (text, scale) = match (content, format) {
        (Content::Chart, Format::Svg | Format::Png | Format::Pdf) => {
            (chart(knowledge, profile, words, theme), CHART_SCALE)
        }
        (content, format) => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.3)?;
            let findings = Findings::new(knowledge, profile, &sampler);
            go_on(0.5)?;
            if format == Format::Markdown {
                let text = markdown(knowledge, profile, &findings, words);
                return Ok(text.into_bytes());
            }
            let paper = match content {
                Content::Page(paper) => paper,
                Content::Chart | Content::Full => Paper::Sheet,
            };
            let paths = Paths::complete(knowledge, profile, &sampler, MAX_QUARTERS);
            go_on(0.6)?;
            let scene = page(knowledge, profile, &findings, &paths, words, paper);
            let title = wording::headline(knowledge, &findings.answers, words);
            (svg(&scene, theme, &title), SCALE)
        }
    };
    go_on(0.7)?;
    let made = match format {
        Format::Svg | Format::Markdown => Ok(text.into_bytes()),
        Format::Png => png(&text, scale),
        Format::Pdf => {
            let title = wording::company_name(profile, words);
            pdf(&text, &title, words.lang())
        }
    };
    go_on(1.0)?;
    made.map_err(Some)
}
