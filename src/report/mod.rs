//! What leaves the program: the chart, the one-page report, the presentation and the whole answer, as
//! PDF, PNG, SVG, PPTX, web page and Markdown, from the same display lists and answers as the window.

mod calendar;
mod cast;
mod escape;
mod page;
mod pdf;
pub mod pptx;
mod render;
mod shares;
mod sheet;
mod subject;
mod svg;
mod undrawn;
mod whole;
mod workbook;

pub use calendar::calendar;
pub use cast::undrawn;
pub(crate) use escape::xml;
pub use page::{Paper, page, titled};
pub use pdf::{About, pdf};
pub use render::{RenderError, png};
pub(crate) use render::{logo_pixels, pixels};
pub use sheet::{Block, Role, Sheet};
pub use subject::Subject;
pub use undrawn::tell_undrawn;
pub use whole::{html, markdown};
pub use workbook::{questionnaire, workbook};

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

#[cfg(test)]
pub(crate) use svg::piece;
use svg::sheet_svg;

use crate::analysis::{Evolution, Findings, Paths, Sampler};
use crate::chart::Size;
use crate::draw::{Palette, Theme};
use crate::model::{Accent, Header, MAX_QUARTERS, Scenario};
use crate::store::SystemFonts;
use crate::wording::Teller;

/// The room for which an exported chart is laid out: a sheet in landscape.
const SHEET: Size = Size {
    width: 297.0,
    height: 210.0,
};

/// The chart that a scenario implies, under its title and with the marks, as an SVG document: what is
/// copied is what is exported.
pub fn chart(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    theme: Theme,
) -> String {
    let teller = teller.of(scenario);
    let sheet = titled(teller, header, scenario, findings, SHEET);
    let palette = Palette::branded(theme, header.brand.accent.map(Accent::color));
    sheet_svg(&sheet, &palette, &teller.company_name(header))
}

/// A document that can be made.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// The chart alone.
    Chart(Picture),
    /// The one-page report.
    Page(Paper, Picture),
    /// The whole answer, as a page for a browser.
    Html,
    /// The whole answer, as text, in numbers.
    Workbook,
    /// The sheet in which people write their opinions.
    Questionnaire,
    /// The whole answer.
    Markdown,
    /// The answer as a presentation that can be edited, in the design of a template or in ours.
    Deck(Option<Arc<pptx::Template>>),
}

/// A row of what can be exported: the end of a file's name, and the document that it asks for, where a
/// paper is given or not.
type Format = (&'static str, fn(Option<Paper>) -> Document);

/// What can be exported by name, in the order in which it is told.
const FORMATS: [Format; 7] = [
    ("pdf", |paper| {
        Document::Page(paper.unwrap_or(Paper::Sheet), Picture::Pdf)
    }),
    ("png", |paper| Document::picture(paper, Picture::Png)),
    ("svg", |paper| Document::picture(paper, Picture::Svg)),
    ("pptx", |_| Document::Deck(None)),
    ("xlsx", |_| Document::Workbook),
    ("html", |_| Document::Html),
    ("md", |_| Document::Markdown),
];

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
    Pdf,
}

impl Document {
    /// The document that the end of a file's name asks for: `.svg` and `.png` the page where a paper
    /// is given, else the chart; `.pdf` always the page. `None` for an end that nothing is written
    /// under.
    pub fn of(path: &Path, paper: Option<Paper>) -> Option<Self> {
        let end = extension(path)?;
        let (_, document) = FORMATS.iter().find(|(known, _)| *known == end)?;
        Some(document(paper))
    }

    /// The ends of names that [`Document::of`] knows.
    pub fn ends() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().map(|(end, _)| *end)
    }

    /// The page where a paper is given, else the chart.
    fn picture(paper: Option<Paper>, picture: Picture) -> Self {
        match paper {
            Some(paper) => Self::Page(paper, picture),
            None => Self::Chart(picture),
        }
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

impl Made {
    /// What is read in the fonts of whoever reads it.
    fn whole(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            undrawn: BTreeSet::new(),
        }
    }
}

/// Makes a document, with these fonts behind ours; `step` is told how far it is, from 0 to 1, and says whether to go on.
///
/// # Errors
/// Where `step` says to stop, or the document cannot be drawn.
pub fn document(
    teller: Teller<'_>,
    subject: Subject<'_>,
    theme: Theme,
    document: Document,
    system: &SystemFonts,
    mut step: impl FnMut(f32) -> bool,
) -> Result<Made, DocumentError> {
    let (header, scenario) = (&subject.profile.header, subject.scenario());
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
    let (sheet, picture, scale) = match document {
        Document::Chart(picture) => {
            let sampler = Sampler::usual(knowledge);
            let findings = Findings::begin(knowledge, scenario, &sampler, sampler.blocks());
            go_on(0.5)?;
            let sheet = titled(teller, header, scenario, &findings, SHEET);
            (sheet, picture, CHART_SCALE)
        }
        Document::Page(paper, picture) => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.3)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.5)?;
            let paths = Paths::complete(knowledge, scenario, &sampler, MAX_QUARTERS);
            go_on(0.6)?;
            let sheet = page(teller, header, scenario, &findings, &paths, paper);
            (sheet, picture, SCALE)
        }
        Document::Deck(template) => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.3)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.6)?;
            let evolution = Evolution::new(knowledge, scenario, MAX_QUARTERS);
            go_on(0.8)?;
            let story = pptx::Story {
                teller,
                header,
                scenario,
                findings: &findings,
                evolution: &evolution,
            };
            let bytes = pptx::pptx(story, template.as_deref())?;
            go_on(1.0)?;
            return Ok(Made {
                bytes,
                undrawn: BTreeSet::new(),
            });
        }
        Document::Html => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.2)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.5)?;
            let paths = Paths::complete(knowledge, scenario, &sampler, MAX_QUARTERS);
            go_on(0.8)?;
            return Ok(Made {
                bytes: html(teller, header, scenario, &findings, &paths).into_bytes(),
                undrawn: BTreeSet::new(),
            });
        }
        Document::Markdown => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.3)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.5)?;
            let text = markdown(teller, header, scenario, &findings);
            return Ok(Made::whole(text.into_bytes()));
        }
        Document::Workbook => {
            let sampler = Sampler::usual(knowledge);
            go_on(0.2)?;
            let findings = Findings::new(knowledge, scenario, &sampler);
            go_on(0.6)?;
            let paths = Paths::complete(knowledge, scenario, &sampler, MAX_QUARTERS);
            go_on(0.8)?;
            let bytes = workbook(teller, subject, &findings, &paths, &sampler);
            let bytes = bytes.map_err(RenderError::from)?;
            go_on(1.0)?;
            return Ok(Made::whole(bytes));
        }
        Document::Questionnaire => {
            let bytes = questionnaire(teller, header).map_err(RenderError::from)?;
            return Ok(Made::whole(bytes));
        }
    };
    go_on(0.7)?;
    let accent = header.brand.accent.map(Accent::color);
    let palette = Palette::branded(theme, accent);
    let about = About {
        title: teller.company_name(header),
        author: header.author.clone(),
        lang: teller.words.lang(),
        date: header.date,
    };
    let text = sheet_svg(&sheet, &palette, &about.title);
    // Whoever looks at an SVG has fonts of their own.
    let undrawn = match picture {
        Picture::Svg => BTreeSet::new(),
        Picture::Png | Picture::Pdf => undrawn(&text, system),
    };
    let bytes = match picture {
        Picture::Svg => text.into_bytes(),
        Picture::Png => png(&text, scale, system)?,
        Picture::Pdf => pdf(&sheet, &palette, &about, system)?,
    };
    go_on(1.0)?;
    Ok(Made { bytes, undrawn })
}
