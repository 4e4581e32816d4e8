//! What the cards remember between frames of the profile that is open; gone with it.

use std::collections::HashSet;

use eframe::egui::Id;

use crate::ui::command::Jump;

#[derive(Default)]
pub struct Memory {
    /// The slider to bring into view.
    pub jump: Option<Jump>,
    /// The department whose name is to be edited.
    pub edited: Option<String>,
    /// A date that is not one yet.
    pub typed_date: Option<String>,
    /// The sliders whose notes are open.
    pub open_notes: HashSet<Id>,
}
