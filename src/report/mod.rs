//! What leaves the program: the chart as SVG and the whole answer as Markdown, from the same
//! display list and answers as the window.

mod markdown;
mod svg;

pub use markdown::markdown;
pub use svg::svg;

use crate::analysis::{Answers, Inputs};
use crate::chart::{Scene, Size, Structure, lay_out};
use crate::i18n::Words;
use crate::model::{Knowledge, Profile};

/// The room for which an exported chart is laid out: a sheet in landscape.
const SHEET: Size = Size {
    width: 297.0,
    height: 210.0,
};

/// The answers to a profile and the chart that they imply, laid out for a sheet.
pub fn answered_chart(knowledge: &Knowledge, profile: &Profile, words: &Words) -> (Answers, Scene) {
    let answers = Answers::new(knowledge, Inputs::read(knowledge, profile));
    let structure = Structure::new(knowledge, profile, &answers, words);
    (answers, lay_out(&structure, SHEET))
}
