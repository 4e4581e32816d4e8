//! The importance of the factors put into words: what is at stake from the lowest to the highest.

use super::Teller;
use crate::model::{FactorId, Scenario};

impl Teller<'_> {
    /// From what to what a factor can go, in the words of its sliders, and where it is in this company:
    /// « de présence discrète à enjeu majeur (ici : 65) ».
    pub fn swing(self, scenario: &Scenario, at: FactorId) -> String {
        let lang = self.words.lang();
        let factor = &self.knowledge.factors[at];
        let input = scenario.factors.get(&factor.id);
        let known = input.filter(|input| !input.unknown);
        // Where the company stands on a slider that says nothing tells nothing; what silences it does.
        let chosen = known.map_or("", |input| input.choice.as_str());
        let speaking: Vec<_> = self.knowledge.speaking(at, chosen).collect();
        let sliders = factor.quantities.pairs().map(|(place, quantity)| {
            let args = [
                ("name", quantity.label.get(lang).to_owned()),
                ("low", quantity.low.get(lang).to_owned()),
                ("high", quantity.high.get(lang).to_owned()),
            ];
            let told = self.words.with("swing", &args);
            let known = known.filter(|_| speaking.contains(&place));
            match known.and_then(|input| input.quantities.get(&quantity.id)) {
                Some(setting) => {
                    let here = self.words.number(setting.value, 0);
                    self.words
                        .with("swing-here", &[("swing", told), ("here", here)])
                }
                None => told,
            }
        });
        let told = sliders.collect::<Vec<_>>().join(" · ");
        let choice = factor.choice.as_ref().filter(|_| speaking.is_empty());
        let Some(option) = choice.and_then(|choice| choice.option(chosen)) else {
            return told;
        };
        let args = [("swing", told.as_str()), ("here", option.label.get(lang))];
        self.words.with("swing-here", &args)
    }
}
