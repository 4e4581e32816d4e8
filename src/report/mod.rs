//! What leaves the program: the chart, the one-page report and the whole answer, as PDF, PNG, SVG
//! and Markdown, from the same display lists and answers as the window.

mod calendar;
mod cast;
mod escape;
mod markdown;
mod page;
mod render;
mod svg;
mod undrawn;

pub use calendar::calendar;
pub use cast::undrawn;
pub use markdown::markdown;
pub use page::{Paper, page};
pub(crate) use render::pixels;
pub use render::{RenderError, pdf, png};
pub use undrawn::tell_undrawn;

use std::collections::BTreeSet;
use std::path::Path;

use escape::is_held_by_xml;
pub(crate) use svg::svg;

use crate::analysis::{Findings, Paths, Sampler};
use crate::chart::{Size, Structure, lay_out};
use crate::draw::Theme;
use crate::model::{Header, MAX_QUARTERS, Scenario};
use crate::store::SystemFonts;
use crate::wording::Teller;

/// The room for which an exported chart is laid out: a sheet in landscape.
const SHEET: Size = Size {
    width: 297.0,
    height: 210.0,
};

/// The chart that a scenario implies, as an SVG document for a sheet.
pub fn chart(
    teller: Teller<'_>,
    company: &str,
    scenario: &Scenario,
    findings: &Findings,
    theme: Theme,
) -> String {
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let structure = Structure::new(teller, company, scenario, answers, verdicts);
    let title = teller.of(scenario).sentence(verdicts);
    svg(&lay_out(&structure, SHEET), theme, &title)
}

/// A document that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The chart alone.
    Chart(Picture),
    /// The one-page report.
    Page(Paper, Picture),
    /// The whole answer.
    Markdown,
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
    Pdf,
}

impl Document {
    /// The document that the end of a file's name asks for: `.md` the whole answer; `.svg` and
    /// `.png` the page where a paper is given, else the chart; `.pdf` always the page. `None` for any
    /// other end.
    pub fn of(path: &Path, paper: Option<Paper>) -> Option<Self> {
        if extension(path)? == "md" {
            return Some(Self::Markdown);
        }
        let picture = Picture::of(path)?;
        Some(match (picture, paper) {
            (_, Some(paper)) => Self::Page(paper, picture),
            (Picture::Pdf, None) => Self::Page(Paper::Sheet, picture),
            (Picture::Svg | Picture::Png, None) => Self::Chart(picture),
        })
    }
}

impl Picture {
    /// The format that the end of a file's name asks for.
    pub fn of(path: &Path) -> Option<Self> {
        match extension(path)?.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

fn extension(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_lowercase())
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The caller said to stop.
    #[error("stopped")]
    Stopped,
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// Pixels to a point in pictures: a sheet at 216 dots to an inch.
const SCALE: f32 = 3.0;
/// Pixels to a unit of the chart alone, whose sheet is small.
const CHART_SCALE: f32 = 4.0;

/// A document that was made.
pub struct Made {
    /// What its file holds.
    pub bytes: Vec<u8>,
    /// The characters for which no font was found: a box stands for each.
    pub undrawn: BTreeSet<char>,
}

/// Makes a document, with these fonts behind ours; `step` is told how far it is, from 0 to 1, and says whether to go on.
///
/// # Errors
/// Where `step` says to stop, or the document cannot be drawn.
pub fn document(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    theme: Theme,
    document: Document,
    system: &SystemFonts,
    mut step: impl FnMut(f32) -> bool,
) -> Result<Made, DocumentError> {
    let teller = teller.of(scenario);
    let knowledge = teller.knowledge;
    let mut go_on = |done: f32| {
        if step(done) {
            Ok(())
        } else {
            Err(DocumentError::Stopped)
        }
    };
    go_on(0.0)?;
    let (text, picture, scale) = match document {
        Document::Chart(picture) => {
            let sampler = Sampler::usual(knowledge);
            let findings = Findings::begin(knowledge, scenario, &sampler, sampler.blocks());
            go_on(0.5)?;
            let text = chart(teller, &header.company, scenario, &findings, theme);
            (text, picture, CHART_SCALE)
        }
        Document::Page(paper, picture) => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.3)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.5)?;
            let paths = Paths::complete(knowledge, scenario, &sampler, MAX_QUARTERS);
            go_on(0.6)?;
            let scene = page(teller, header, scenario, &findings, &paths, paper);
            let title = teller.sentence(&findings.verdicts);
            (svg(&scene, theme, &title), picture, SCALE)
        }
        Document::Markdown => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.3)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.5)?;
            let text = markdown(teller, header, scenario, &findings);
            return Ok(Made {
                bytes: text.into_bytes(),
                undrawn: BTreeSet::new(),
            });
        }
    };
    go_on(0.7)?;
    // Whoever looks at an SVG has fonts of their own.
    let undrawn = match picture {
        Picture::Svg => BTreeSet::new(),
        Picture::Png | Picture::Pdf => undrawn(&text, system),
    };
    let bytes = match picture {
        Picture::Svg => text.into_bytes(),
        Picture::Png => png(&text, scale, system)?,
        Picture::Pdf => {
            // The metadata of a PDF are XML as well.
            let title: String = teller
                .company_name(header)
                .chars()
                .filter(|&c| is_held_by_xml(c))
                .collect();
            pdf(&text, &title, teller.words.lang(), system)?
        }
    };
    go_on(1.0)?;
    Ok(Made { bytes, undrawn })
}
