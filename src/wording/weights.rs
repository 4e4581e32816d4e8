//! The importance of the factors put into words: what is at stake from the lowest to the highest.

use super::Teller;
use crate::model::{FactorId, Scenario};

impl Teller<'_> {
    /// From what to what a factor can go, in the words of its sliders, and where it is in this company:
    /// « de présence discrète à enjeu majeur (ici : 65) ».
    pub fn swing(self, scenario: &Scenario, factor: FactorId) -> String {
        let lang = self.words.lang();
        let factor = &self.knowledge.factors[factor];
        let input = scenario.factors.get(&factor.id);
        let known = input.filter(|input| !input.unknown);
        let sliders = factor.quantities.iter().map(|quantity| {
            let args = [
                ("name", quantity.label.get(lang).to_owned()),
                ("low", quantity.low.get(lang).to_owned()),
                ("high", quantity.high.get(lang).to_owned()),
            ];
            let told = self.words.with("swing", &args);
            match known.and_then(|input| input.quantities.get(&quantity.id)) {
                Some(setting) => {
                    let here = self.words.number(setting.value, 0);
                    self.words
                        .with("swing-here", &[("swing", told), ("here", here)])
                }
                None => told,
            }
        });
        sliders.collect::<Vec<_>>().join(" · ")
    }
}
