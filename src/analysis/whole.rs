//! The answers together: the best whole in which nothing contradicts anything else.

use crate::model::{AlternativeId, Incompatible, Knowledge, List, QuestionId};

/// Why two answers do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Position in the list of the knowledge base.
    Pair(usize),
    /// The form wants more departments to take part than the company has beside the function's own.
    NobodyBeside,
}

/// Where no whole is coherent, as few questions as possible go without an answer.
const WITHOUT: f64 = -1e3;

/// What decides whether answers go together: the knowledge base, and how many departments of the company
/// beside general management can take part.
#[derive(Clone, Copy)]
pub(super) struct Coherence<'a> {
    pub knowledge: &'a Knowledge,
    pub beside: usize,
}

impl Coherence<'_> {
    /// Why the answers to two different questions do not go together; `None` where they do.
    pub fn clash(
        self,
        one: (QuestionId, AlternativeId),
        other: (QuestionId, AlternativeId),
    ) -> Option<Clash> {
        let pairs = &self.knowledge.incompatible;
        let listed = pairs
            .iter()
            .position(|known| known.pair == [one, other] || known.pair == [other, one]);
        if let Some(listed) = listed {
            return Some(Clash::Pair(listed));
        }
        let always = self.knowledge.always;
        let (host, form) = if one.0 == always.attachment && other.0 == always.form {
            (one.1, other.1)
        } else if one.0 == always.form && other.0 == always.attachment {
            (other.1, one.1)
        } else {
            return None;
        };
        (!self.somebody_beside(host, form)).then_some(Clash::NobodyBeside)
    }

    /// Whether an answer to this question may have to give way to the others.
    pub fn binds(self, asked: QuestionId) -> bool {
        let of = |at: QuestionId| {
            let alternatives = self.knowledge.questions[at].alternatives.ids();
            alternatives.map(move |alternative| (at, alternative))
        };
        let others = self.knowledge.questions.ids().filter(|&at| at != asked);
        others
            .flat_map(of)
            .any(|other| of(asked).any(|one| self.clash(one, other).is_some()))
    }

    /// Why an answer does not go with those chosen to the other questions; `None` where it does.
    pub fn clash_with(
        self,
        one: (QuestionId, AlternativeId),
        chosen: &List<QuestionId, Option<AlternativeId>>,
    ) -> Option<Clash> {
        let others = chosen.pairs().filter(|(at, _)| *at != one.0);
        others
            .filter_map(|(at, other)| Some((at, (*other)?)))
            .find_map(|other| self.clash(one, other))
    }

    /// Whether all that is chosen goes together.
    pub fn agree(self, chosen: &List<QuestionId, Option<AlternativeId>>) -> bool {
        let both = |known: &Incompatible| {
            let mut pair = known.pair.iter();
            pair.all(|&(question, alternative)| chosen[question] == Some(alternative))
        };
        let always = self.knowledge.always;
        let somebody = match (chosen[always.attachment], chosen[always.form]) {
            (Some(host), Some(form)) => self.somebody_beside(host, form),
            _ => true,
        };
        somebody && !self.knowledge.incompatible.iter().any(both)
    }

    /// Whether there are as many departments beside the function's own as the form wants to take part.
    fn somebody_beside(self, host: AlternativeId, form: AlternativeId) -> bool {
        let Some(draws) = self.knowledge.form().alternatives[form].draws else {
            return true;
        };
        let hosted = self.knowledge.attachment().alternatives[host].department;
        let hosts_beside = hosted.is_some_and(|kind| !self.knowledge.departments[kind].is_top());
        let beside = self.beside.saturating_sub(usize::from(hosts_beside));
        draws.least_departments() <= beside
    }

    /// The coherent whole with the highest sum of values; among equals, the one that keeps to the
    /// order of the candidates. `candidates` hold, per question, what is possible with its value, best
    /// first. `None` where nothing is possible, or nothing goes with the rest.
    pub fn best(
        self,
        candidates: &List<QuestionId, Vec<(AlternativeId, f64)>>,
    ) -> List<QuestionId, Option<AlternativeId>> {
        let first = |ranked: &Vec<(AlternativeId, f64)>| ranked.first().map(|best| best.0);
        let firsts: List<QuestionId, _> = candidates.iter().map(first).collect();
        if self.agree(&firsts) {
            return firsts;
        }
        let best = |ranked: &Vec<(AlternativeId, f64)>| ranked.first().map_or(0.0, |best| best.1);
        let mut search = Search {
            coherence: self,
            candidates: candidates.pairs().collect(),
            chosen: List::like(candidates, None),
            best: None,
        };
        search.go(0, 0.0, candidates.iter().map(best).sum());
        search.best.map_or(firsts, |(_, whole)| whole)
    }
}

/// Goes through the wholes depth first, and no deeper than there is hope.
struct Search<'a> {
    coherence: Coherence<'a>,
    candidates: Vec<(QuestionId, &'a Vec<(AlternativeId, f64)>)>,
    /// What is chosen so far.
    chosen: List<QuestionId, Option<AlternativeId>>,
    best: Option<(f64, List<QuestionId, Option<AlternativeId>>)>,
}

impl Search<'_> {
    /// Chooses from the question at `depth` on, with this sum so far, and at most so much to come.
    fn go(&mut self, depth: usize, sum: f64, hope: f64) {
        if let Some((most, _)) = &self.best
            && sum + hope <= *most
        {
            return;
        }
        let Some(&(at, ranked)) = self.candidates.get(depth) else {
            self.best = Some((sum, self.chosen.clone()));
            return;
        };
        let hope = hope - ranked.first().map_or(0.0, |best| best.1);
        for &(alternative, value) in ranked {
            let clash = self.coherence.clash_with((at, alternative), &self.chosen);
            if clash.is_none() {
                self.chosen[at] = Some(alternative);
                self.go(depth + 1, sum + value, hope);
                self.chosen[at] = None;
            }
        }
        let without = if ranked.is_empty() { 0.0 } else { WITHOUT };
        self.go(depth + 1, sum + without, hope);
    }
}
