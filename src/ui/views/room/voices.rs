//! How much each named voice counts, and which factors it answers: set openly, and told beside the answer.

use std::collections::HashMap;

use eframe::egui::{
    Button, CollapsingHeader, DragValue, PopupCloseBehavior, Role, ScrollArea, Ui,
    containers::menu::{MenuButton, MenuConfig},
};

use crate::model::{FactorInput, Knowledge, MAX_VOICE, MIN_VOICE, Opinion, Scenario};
use crate::ui::document::Document;
use crate::ui::paint::style::small;
use crate::ui::paint::widgets::{labelled, number_named, parse_number};
use crate::wording::Teller;

/// How high the voices may stand before they scroll.
const HEIGHT: f32 = 260.0;
/// The step of a voice.
const STEP: f64 = 0.1;

/// What voices said of the factors that were taken from them since the window is open: given back, they
/// say it again. By the name of the voice and the id of the factor.
#[derive(Default)]
pub struct Roles {
    taken: HashMap<(String, String), FactorInput>,
}

/// Whether an opinion can be given a voice: it is somebody's, and says so.
fn is_somebodys(opinion: &Opinion) -> bool {
    opinion.round == 0 && !opinion.name().is_empty()
}

impl Roles {
    pub fn show(&mut self, ui: &mut Ui, teller: Teller<'_>, document: &mut Document) {
        let words = teller.words;
        let company = document.scenario().clone();
        let mut voices: Vec<&mut Opinion> = document
            .profile
            .opinions
            .iter_mut()
            .filter(|opinion| is_somebodys(opinion))
            .collect();
        if voices.is_empty() {
            return;
        }
        let header = CollapsingHeader::new(words.get("voices-title")).id_salt("voices");
        header.show(ui, |ui| {
            ui.label(small(ui, words.get("voices-help")));
            let height = ui.spacing().interact_size.y;
            let area = ScrollArea::vertical().max_height(HEIGHT).id_salt("voices");
            area.show_rows(ui, height, voices.len(), |ui, range| {
                let shown = voices.get_mut(range).unwrap_or_default();
                for opinion in shown {
                    ui.horizontal(|ui| self.row(ui, teller, opinion, &company));
                }
            });
        });
    }

    fn row(&mut self, ui: &mut Ui, teller: Teller<'_>, opinion: &mut Opinion, company: &Scenario) {
        let (knowledge, words) = (teller.knowledge, teller.words);
        let name = opinion.name().to_owned();
        let told = words.with("voice-of", &[("name", name.as_str())]);
        let digits = |value: f64| words.number(value, usize::from(value.fract() != 0.0));
        let field = DragValue::new(&mut opinion.voice)
            .range(MIN_VOICE..=MAX_VOICE)
            .speed(STEP)
            .max_decimals(1)
            .prefix("× ")
            .custom_formatter(|value, _| digits(value))
            .custom_parser(parse_number);
        number_named(ui, field, &told);
        ui.label(&name);
        let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = role(teller, opinion);
        let button = Button::new(format!("{shown} ⏷")).truncate();
        let (response, _) = MenuButton::from_button(button).config(stays).ui(ui, |ui| {
            for factor in &knowledge.factors {
                let mut answers = opinion.answers(&factor.id);
                // Somebody who answers nothing has no opinion.
                let only = answers && opinion.view.factors.len() == 1;
                let label = factor.label.get(words.lang());
                let ticked = ui.add_enabled_ui(!only, |ui| ui.checkbox(&mut answers, label));
                if ticked.inner.changed() {
                    self.turn(knowledge, opinion, &factor.id, company);
                }
            }
        });
        let args = [("name", name), ("role", shown)];
        let told = words.with("voice-role", &args);
        response.widget_info(|| labelled(Role::Button, &told));
    }

    /// Takes a factor from a voice, or gives it back with what it said of it, or else as the company has it.
    fn turn(
        &mut self,
        knowledge: &Knowledge,
        opinion: &mut Opinion,
        factor: &str,
        company: &Scenario,
    ) {
        let key = (opinion.name().to_owned(), factor.to_owned());
        if let Some(input) = opinion.view.factors.shift_remove(factor) {
            self.taken.insert(key, input);
            return;
        }
        let said = self.taken.remove(&key);
        if let Some(input) = said.or_else(|| company.factors.get(factor).cloned()) {
            opinion.view.factors.insert(factor.to_owned(), input);
            let rank = |id: &str| knowledge.factors.iter().position(|it| it.id == *id);
            let factors = &mut opinion.view.factors;
            factors.sort_by(|a, _, b, _| rank(a).cmp(&rank(b)));
        }
    }
}

/// Which factors an opinion answers, in words.
fn role(teller: Teller<'_>, opinion: &Opinion) -> String {
    let words = teller.words;
    let factors = &teller.knowledge.factors;
    let answered = factors.iter().filter(|factor| opinion.answers(&factor.id));
    let answered: Vec<&str> = answered.map(|it| it.label.get(words.lang())).collect();
    if answered.len() == factors.len() {
        return words.get("voice-all");
    }
    words.with("voice-answers", &[("factors", words.all(&answered))])
}

/// The voices that count more or less than usual, and those that answer some factors only; `None` where
/// all count alike and answer everything.
pub fn told(teller: Teller<'_>, opinions: &[Opinion]) -> Option<String> {
    let words = teller.words;
    let mut told = Vec::new();
    for opinion in opinions.iter().filter(|opinion| is_somebodys(opinion)) {
        let whole = teller.knowledge.factors.iter();
        let whole = whole.clone().all(|factor| opinion.answers(&factor.id));
        let name = opinion.name().to_owned();
        let mut one = name.clone();
        if opinion.voice != 1.0 {
            let digits = usize::from(opinion.voice.fract() != 0.0);
            let voice = words.number(opinion.voice, digits);
            one = words.with("voice-times", &[("name", name), ("voice", voice)]);
        }
        if !whole {
            let args = [("voice", one), ("role", role(teller, opinion))];
            told.push(words.with("voice-with-role", &args));
        } else if opinion.voice != 1.0 {
            told.push(one);
        }
    }
    let voices = told.join(" · ");
    (!told.is_empty()).then(|| words.with("voices-told", &[("voices", voices)]))
}
