//! What is asked of a slider or a choice, and the words of its answers.

use super::Teller;
use crate::model::ballot::Item;
use crate::model::{ChoiceOption, Factor, Quantity, STEPS, Text};

impl Teller<'_> {
    /// What a factor asks.
    pub fn asked_of_factor(self, factor: &Factor) -> String {
        let ask = factor.ask.as_ref().unwrap_or(&factor.label);
        ask.get(self.words.lang()).to_owned()
    }

    /// What a slider asks.
    pub fn asked_of(self, quantity: &Quantity) -> String {
        let ask = quantity.ask.as_ref().unwrap_or(&quantity.label);
        ask.get(self.words.lang()).to_owned()
    }

    /// The options of a factor, in words; none where it has no choice.
    pub fn options(self, factor: &Factor) -> Vec<String> {
        let options = factor.choice.iter().flat_map(|choice| &choice.options);
        let label = |option: &ChoiceOption| option.label.get(self.words.lang()).to_owned();
        options.map(label).collect()
    }

    /// The steps of a slider in words, the lowest first.
    pub fn steps_of(self, quantity: &Quantity) -> Vec<String> {
        self.steps(
            quantity.steps.as_ref(),
            Some((&quantity.low, &quantity.high)),
        )
    }

    /// The steps of a theme of the company's own, which are those of the factor's first slider.
    pub fn steps_of_theme(self, factor: &Factor) -> Vec<String> {
        let like = factor.quantities.iter().next();
        let own = like.and_then(|like| like.steps.as_ref());
        self.steps(own, like.map(|like| (&like.low, &like.high)))
    }

    /// A base without words of its own has those of the ends.
    fn steps(self, own: Option<&[Text; STEPS]>, ends: Option<(&Text, &Text)>) -> Vec<String> {
        let (words, lang) = (self.words, self.words.lang());
        let told = own.or(self.knowledge.steps.words.as_ref());
        match (told, ends) {
            (Some(told), _) => told.iter().map(|step| step.get(lang).to_owned()).collect(),
            (None, None) => vec![String::new(); STEPS],
            (None, Some((low, high))) => {
                let [low, high] = [low, high].map(|end| end.get(lang).to_owned());
                let rather = |end: &str| words.with("describe-rather", &[("end", end)]);
                let (lower, higher) = (rather(&low), rather(&high));
                vec![low, lower, words.get("describe-middle"), higher, high]
            }
        }
    }

    /// What an item of a ballot asks, in words.
    pub fn asked_by(self, item: Item) -> String {
        match item {
            Item::Choice(at) => {
                let choice = self.knowledge.factors[at].choice.as_ref();
                let label = choice.map_or("", |choice| choice.label.get(self.words.lang()));
                label.to_owned()
            }
            Item::Slider(slider) => self.asked_of(self.knowledge.quantity(slider)),
        }
    }

    /// The answers to an item of a ballot, in words; that a person does not know left out.
    pub fn answers_to(self, item: Item) -> Vec<String> {
        match item {
            Item::Choice(at) => self.options(&self.knowledge.factors[at]),
            Item::Slider(slider) => self.steps_of(self.knowledge.quantity(slider)),
        }
    }
}
