//! The parts of the window, between which F6 leads the keyboard and a screen reader.

use eframe::egui::{Context, Id, Memory, Response, Role, Sense, Ui};

use super::paint::focus;
use super::paint::widgets::labelled;
use crate::i18n::Words;

/// A part of the window, in the order in which F6 goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    Menu,
    Sliders,
    Headline,
    Answer,
    Centre,
}

impl Region {
    const ALL: [Self; 5] = [
        Self::Menu,
        Self::Sliders,
        Self::Headline,
        Self::Answer,
        Self::Centre,
    ];

    /// Key of its name in the translation files.
    fn name(self) -> &'static str {
        match self {
            Self::Menu => "region-menu",
            Self::Sliders => "region-sliders",
            Self::Headline => "region-headline",
            Self::Answer => "region-answer",
            Self::Centre => "region-centre",
        }
    }

    fn id(self) -> Id {
        Id::unique(self.name())
    }

    /// Begins the region: all of `ui` can have the focus as one, before what is in it.
    pub fn begin(self, ui: &Ui, words: &Words) {
        let response = ui.interact(ui.max_rect(), self.id(), Sense::focusable_noninteractive());
        response.widget_info(|| labelled(Role::Region, &words.get(self.name())));
    }

    /// Gives the focus to the region after, or before, the one that has it.
    pub fn lead(ctx: &Context, forward: bool) {
        let focused = ctx.memory(Memory::focused);
        let at = focused.and_then(|id| ctx.read_response(id));
        let shown: Vec<Response> = Self::ALL
            .into_iter()
            .filter_map(|region| ctx.read_response(region.id()))
            .collect();
        if shown.is_empty() {
            return;
        }
        let has = |region: &Response| Some(region.id) == focused;
        let holds = |region: &Response| {
            let middle = at.as_ref().map(|at| at.rect.center());
            middle.is_some_and(|middle| region.rect.contains(middle))
        };
        let now = shown.iter().position(has);
        let now = now.or_else(|| shown.iter().position(holds));
        let count = shown.len();
        let next = match (now, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(now), true) => (now + 1) % count,
            (Some(now), false) => (now + count - 1) % count,
        };
        ctx.memory_mut(|memory| memory.request_focus(shown[next].id));
        focus::by_keys(ctx);
    }
}
