//! What leaves the program: the chart as SVG and the whole answer as Markdown, from the same
//! display list and answers as the window.

mod markdown;
mod svg;

pub use markdown::markdown;

use svg::svg;

use crate::analysis::{Answers, Inputs};
use crate::chart::{Size, Structure, lay_out};
use crate::i18n::Words;
use crate::model::{Knowledge, Profile};
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
