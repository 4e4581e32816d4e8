//! What the cards remember of the open profile from one frame to the next, until another is open.

use std::collections::HashSet;

use eframe::egui::Id;

use crate::ui::command::Jump;

#[derive(Default)]
pub struct Memory {
    /// The slider to bring into view.
    pub jump: Option<Jump>,
    /// The department whose name is to be edited.
    pub edited: Option<String>,
    /// What stands in the field of the date while it is typed, or is no date yet.
    pub typed_date: Option<String>,
    /// The sliders whose notes are open.
    pub open_notes: HashSet<Id>,
    /// A theme of the users' own that is to go: the id of its factor, and its place there.
    pub removed: Option<(String, usize)>,
    /// The factors of which the article's own words are shown, by their ids.
    pub quoted: HashSet<String>,
}
