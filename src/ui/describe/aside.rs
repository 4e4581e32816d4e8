//! The right of the conversation: the chart as it grows, and above it the answer in one sentence, once
//! enough is said for one.

use eframe::egui::{Align, CentralPanel, Label, Layout, Panel, RichText, Ui, vec2};

use crate::chart::Structure;
use crate::draw::{Weight, wrap};
use crate::ui::analyses::Analyses;
use crate::ui::asking::Measures;
use crate::ui::asking::muted_ink;
use crate::ui::command::Command;
use crate::ui::document::Document;
use crate::ui::files::{Files, Input};
use crate::ui::paint::style::{self, bold, color, palette};
use crate::ui::session::Session;
use crate::ui::views::{Centre, chart};
use crate::wording::Teller;

/// The sizes of the sentence, the largest first.
const SENTENCE: [f32; 5] = [26.0, 23.0, 20.0, 18.0, 16.0];
/// How high it may be, in points before they are scaled.
const SENTENCE_ROOM: f32 = 66.0;
/// The height of the place for it and for what is told under it.
const ROOM: f32 = 122.0;

pub fn show(
    ui: &mut Ui,
    session: &Session,
    document: &Document,
    analyses: &Analyses,
    centre: &mut Centre,
    files: &mut Files,
    asked: &mut Vec<Command>,
) -> Option<Input> {
    let words = &session.words;
    let teller = session.teller().of(analyses.scenario());
    let measures = Measures::of(ui.available_width(), ui.available_height());
    let frame = style::ground(ui)
        .fill(color(palette(ui).panel))
        .inner_margin(24);
    Panel::top("described answer")
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| answer(ui, teller, analyses, measures));
    let shown = CentralPanel::default().frame(frame).show(ui, |ui| {
        centre.notices.show(ui, words, asked);
        let heeded = files.alert(ui, words, document);
        let wanted = heeded.or(files.bars(ui, words));
        let (answers, verdicts) = (&analyses.answers, &analyses.verdicts);
        let (company, scenario) = (&document.profile.header.company, document.scenario());
        let structure = Structure::new(teller, company, scenario, answers, verdicts);
        chart::show(ui, teller, &structure, verdicts, &mut centre.glide, false);
        wanted
    });
    shown.inner
}

/// The answer and why, or how much is wanting; it keeps its height whatever it says.
fn answer(ui: &mut Ui, teller: Teller<'_>, analyses: &Analyses, measures: Measures) {
    let verdicts = &analyses.verdicts;
    let sentence = teller.headline(verdicts);
    let scale = measures.scale();
    let width = ui.available_width();
    room(ui, ROOM * scale, |ui| {
        if verdicts.wanting > 0 {
            let text = RichText::new(sentence).size(measures.row());
            ui.add(Label::new(text.color(muted_ink(ui))).wrap());
            under(ui, measures, teller.words.get("answer-none-yet-help"), true);
            return;
        }
        let fits = |size: &f32| {
            let lines = wrap(&sentence, *size, Weight::Bold, width, 4).len() as f32;
            lines * size * 1.35 <= SENTENCE_ROOM * scale
        };
        let sizes = SENTENCE.map(|size| size * scale);
        let size = sizes.into_iter().find(fits).unwrap_or(15.0);
        ui.add(Label::new(bold(sentence).size(size)).wrap());
        if let Some(because) = teller.because(&analyses.answers, verdicts) {
            under(ui, measures, because, false);
        }
    });
}

/// What is told under the sentence.
fn under(ui: &mut Ui, measures: Measures, text: String, muted: bool) {
    let mut text = RichText::new(text).size(measures.text());
    if muted {
        text = text.color(muted_ink(ui));
    }
    ui.add(Label::new(text).wrap());
}

/// A place of a fixed height.
fn room(ui: &mut Ui, height: f32, inside: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        inside(ui);
    });
}
