//! What happened to the open file outside this window, and which file can be opened again: told above
//! the centre, with what can be done about it. Nothing is done unasked.

use eframe::egui::accesskit::Live;
use eframe::egui::{Frame, Stroke, Ui};

use super::names::name_of;
use crate::i18n::Words;
use crate::store::Place;
use crate::ui::paint::style::{self, bold, color, palette};

#[derive(Clone, Debug, PartialEq)]
pub enum Alert {
    /// Someone else has saved it; what differs from what is here, in a few words.
    Changed {
        place: Place,
        differs: String,
    },
    /// Someone else has changed it, and it cannot be read any more.
    Unreadable(Place),
    Renamed {
        from: Place,
        to: Place,
    },
    /// It is not there, or out of reach.
    Gone(Place),
    /// What was worked on last can be opened again.
    Last(Place),
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Heed {
    Dismiss,
    TakeTheirs(Place),
    Follow(Place),
    SaveAgain,
    SaveElsewhere,
    Reopen(Place),
}

impl Alert {
    /// Shows it; `unsaved` says whether there is work that only this window has.
    pub fn show(&self, ui: &mut Ui, words: &Words, unsaved: bool) -> Option<Heed> {
        let (text, choices) = self.told(words, unsaved);
        let palette = palette(ui);
        let is_offer = matches!(self, Self::Last(_));
        let (fill, line) = if is_offer {
            (palette.card, palette.line)
        } else {
            (palette.notice, palette.notice)
        };
        Frame::new()
            .fill(color(fill))
            .stroke(Stroke::new(1.0, color(line)))
            .corner_radius(style::CORNER)
            .inner_margin(style::MARGIN)
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                if is_offer {
                    let row = ui.horizontal_wrapped(|ui| {
                        say(ui, text);
                        buttons(ui, words, choices)
                    });
                    return row.inner;
                }
                ui.horizontal_wrapped(|ui| {
                    ui.label(bold("⚠").color(color(palette.against)));
                    say(ui, text);
                });
                ui.add_space(4.0);
                ui.horizontal_wrapped(|ui| buttons(ui, words, choices))
                    .inner
            })
            .inner
    }

    fn told(&self, words: &Words, unsaved: bool) -> (String, Vec<(&'static str, Heed)>) {
        match self {
            Self::Changed { place, differs } => {
                let args = [("file", name_of(place)), ("change", differs.clone())];
                let mut text = words.with("outside-changed", &args);
                if unsaved {
                    text = format!("{text} {}", words.get("outside-mine"));
                }
                let take = Heed::TakeTheirs(place.clone());
                let choices = vec![("outside-take", take), ("outside-keep", Heed::Dismiss)];
                (text, choices)
            }
            Self::Unreadable(place) => (
                words.with("outside-unreadable", &[("file", name_of(place))]),
                vec![
                    ("save-elsewhere", Heed::SaveElsewhere),
                    ("close", Heed::Dismiss),
                ],
            ),
            Self::Renamed { from, to } => (
                words.with(
                    "outside-renamed",
                    &[("from", name_of(from)), ("to", name_of(to))],
                ),
                vec![
                    ("outside-follow", Heed::Follow(to.clone())),
                    ("outside-stay", Heed::Dismiss),
                ],
            ),
            Self::Gone(place) => (
                words.with("outside-gone", &[("file", name_of(place))]),
                vec![
                    ("outside-again", Heed::SaveAgain),
                    ("save-elsewhere", Heed::SaveElsewhere),
                    ("close", Heed::Dismiss),
                ],
            ),
            Self::Last(place) => (
                words.with("last-time", &[("file", name_of(place))]),
                vec![
                    ("last-reopen", Heed::Reopen(place.clone())),
                    ("close", Heed::Dismiss),
                ],
            ),
        }
    }
}

/// Says it, to those who hear the window as well.
fn say(ui: &mut Ui, text: String) {
    let label = ui.label(text);
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(Live::Polite);
    });
}

/// Gives what is chosen.
fn buttons(ui: &mut Ui, words: &Words, choices: Vec<(&'static str, Heed)>) -> Option<Heed> {
    let mut heed = None;
    for (key, choice) in choices {
        if ui.button(words.get(key)).clicked() {
            heed = Some(choice);
        }
    }
    heed
}
