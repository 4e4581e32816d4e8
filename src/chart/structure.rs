//! Which boxes and ties the answers imply for this company.

use crate::analysis::{Answer, Answers, Coverage, Verdict, Verdicts};
use crate::model::{
    Department, GENERAL_MANAGEMENT, Members, Owner, Part, Question, QuestionId, Scenario,
};
use crate::wording::Teller;

/// A department gets no part to play while its themes are all less important than this, 0 to 100.
const THEME_COUNTS: f64 = 20.0;
/// A department with a theme at least this important, 0 to 100, gets a hub of its own.
const THEME_LEADS: f64 = 40.0;
/// A form with several hubs has at least this many.
const LEAST_HUBS: usize = 2;

/// How a department serves as the place of the function.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The function reports here; `pending` when the answer is too close to call.
    Function { pending: bool },
    /// The function could report here, as nothing is decided yet; `strength` in [0, 1] grows with the fit.
    Candidate { label: String, strength: f32 },
}

/// The part that a department plays beside the function: correspondent, hub, initiative…
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub label: String,
    /// Whether a dotted line ties it to the function.
    pub tied: bool,
}

/// A department with what hangs from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub id: String,
    pub label: String,
    pub place: Option<Place>,
    pub member: Option<Member>,
    /// How many contact points it holds, in words; empty where it holds none.
    pub holds: String,
}

impl Unit {
    /// A place that is kept for a department that the company has not, but another one has.
    pub fn absent(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            label: String::new(),
            place: None,
            member: None,
            holds: String::new(),
        }
    }

    pub fn is_absent(&self) -> bool {
        self.label.is_empty()
    }
}

/// A body outside the company that works with the function, such as an agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Outside {
    pub id: String,
    pub label: String,
    pub detail: String,
    /// As of a department.
    pub holds: String,
}

impl Outside {
    /// A place that is kept for a body that another chart has.
    pub fn absent(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            label: String::new(),
            detail: String::new(),
            holds: String::new(),
        }
    }

    pub fn is_absent(&self) -> bool {
        self.label.is_empty()
    }
}

/// The chart before it is placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    pub company: String,
    pub top: Unit,
    pub units: Vec<Unit>,
    pub outside: Vec<Outside>,
    /// The function's box: its title, then its form and sourcing.
    pub title: String,
    pub details: Vec<String>,
    /// Words for the legend: solid, dotted, dashed; empty for a kind of line that the chart has not.
    pub legend: [String; 3],
    /// How many contact points nobody holds, where there are some.
    pub unattended: Option<String>,
}

impl Structure {
    /// Whether there is more than one end for dotted lines to tie: one alone would lead nowhere.
    pub(super) fn has_ties(&self) -> bool {
        let units = std::iter::once(&self.top).chain(&self.units);
        let ends = units.filter(|unit| {
            matches!(unit.place, Some(Place::Function { .. }))
                || unit.member.as_ref().is_some_and(|member| member.tied)
        });
        let outside = self.outside.iter().filter(|body| !body.is_absent());
        ends.count() + outside.count() > 1
    }

    /// The chart of a company under its name.
    pub fn new(
        teller: Teller<'_>,
        company: &str,
        scenario: &Scenario,
        answers: &Answers,
        verdicts: &Verdicts,
    ) -> Self {
        let teller = teller.of(scenario);
        let (knowledge, words) = (teller.knowledge, teller.words);
        let always = knowledge.always;
        let verdict = |question: QuestionId| &verdicts.questions[question];
        // Nothing is drawn of what nobody has asked for yet.
        let wanting = verdicts.wanting > 0;
        let coverage = Coverage::new(knowledge, scenario, answers);
        let mut builder = Builder {
            teller,
            scenario,
            coverage: &coverage,
            attachment: answers.attachment(),
            verdict: verdict(always.attachment),
            wanting,
        };
        let lang = words.lang();
        let form_drawn = answers.form().chosen.filter(|_| !wanting);
        let members = form_drawn.and_then(|form| knowledge.form().alternatives[form].draws);
        let chosen = builder.chosen(members);
        let unit = |builder: &mut Builder<'_>, department: &Department| {
            builder.unit(department, members, chosen.contains(&department.id))
        };
        let mut top = None;
        let mut units = Vec::new();
        for department in &scenario.departments {
            let unit = unit(&mut builder, department);
            if department.id == GENERAL_MANAGEMENT {
                top = Some(unit);
            } else {
                units.push(unit);
            }
        }

        let mut details = Vec::new();
        let role = verdict(always.role);
        let decided = role.kept.first().filter(|_| role.is_decided() && !wanting);
        let title = if let Some(&best) = decided {
            // Named as everywhere else, unless the base has a title for it.
            let best = &knowledge.role().alternatives[best];
            let title = best.title.as_ref().unwrap_or(&best.label);
            title.get(lang).to_owned()
        } else {
            if !wanting {
                details.push(builder.kept(knowledge.role(), role));
            }
            words.get("chart-function")
        };
        if wanting {
            details.push(words.get("chart-wanting"));
        } else {
            details.push(builder.kept(knowledge.form(), verdict(always.form)));
            details.push(builder.kept(knowledge.sourcing(), verdict(always.sourcing)));
        }
        details.extend(Some(builder.holds(&Owner::Function)).filter(|held| !held.is_empty()));
        let outside = builder.outside(verdict(always.sourcing));
        let open = units
            .iter()
            .chain(&top)
            .any(|unit| !matches!(unit.place, None | Some(Place::Function { pending: false })));
        let dashed = match (open, outside.is_empty()) {
            (true, false) => Some("chart-legend-dashed"),
            (true, true) => Some("chart-legend-possible"),
            (false, false) => Some("chart-legend-outside"),
            (false, true) => None,
        };
        Self {
            company: company.to_owned(),
            top: top.unwrap_or_else(|| Unit {
                id: GENERAL_MANAGEMENT.to_owned(),
                label: String::new(),
                place: None,
                member: None,
                holds: String::new(),
            }),
            units,
            outside,
            title,
            details,
            legend: [
                words.get("chart-legend-solid"),
                words.get("chart-legend-dotted"),
                dashed.map(|key| words.get(key)).unwrap_or_default(),
            ],
            unattended: teller.unattended_count(&coverage).filter(|_| !wanting),
        }
    }

    /// Whether the function may still be in several places.
    pub fn is_open(&self) -> bool {
        let pending = Some(Place::Function { pending: true });
        let units = std::iter::once(&self.top).chain(&self.units);
        units.filter(|unit| unit.place == pending).count() > 1
    }
}

struct Builder<'a> {
    teller: Teller<'a>,
    scenario: &'a Scenario,
    coverage: &'a Coverage,
    attachment: &'a Answer,
    /// On the attachment.
    verdict: &'a Verdict,
    wanting: bool,
}

impl Builder<'_> {
    /// The label of the answer, or the labels that are too close to call, said to be so.
    fn kept(&self, question: &Question, verdict: &Verdict) -> String {
        let joined = self.teller.kept(question, verdict);
        if verdict.is_decided() || verdict.is_impossible() {
            return joined;
        }
        let words = self.teller.words;
        words.with("chart-pending", &[("choices", joined)])
    }

    /// How many contact points someone was named for, in words; empty for none.
    fn holds(&self, owner: &Owner) -> String {
        let points = self.coverage.points.iter();
        let theirs = points.filter(|point| point.owner.as_ref() == Some(owner));
        match theirs.count() {
            0 => String::new(),
            count => self.teller.words.with("chart-holds", &[("count", count)]),
        }
    }

    fn unit(&self, department: &Department, members: Option<Members>, chosen: bool) -> Unit {
        let label = self
            .teller
            .department_name(&department.id, &department.name);
        let place = self.place(&department.id);
        let hosts = matches!(place, Some(Place::Function { .. }));
        let member = match members {
            Some(Members::Team) if hosts => Some("chart-team"),
            Some(Members::Team) | None => None,
            Some(_) if hosts || !chosen => None,
            Some(Members::Initiatives) => Some("chart-initiative"),
            Some(Members::Correspondents) => Some("chart-correspondent"),
            Some(Members::Hubs) => Some("chart-hub"),
            Some(Members::Everyone) => Some("chart-everyone"),
        };
        Unit {
            holds: self.holds(&Owner::Department(department.id.clone())),
            id: department.id.clone(),
            label,
            place,
            member: member.map(|key| Member {
                label: self.teller.words.get(key),
                tied: !matches!(members, Some(Members::Initiatives | Members::Team)),
            }),
        }
    }

    fn place(&self, department: &str) -> Option<Place> {
        let question = self.teller.knowledge.attachment();
        let answer = self.attachment;
        let here = question.alternatives.position(|alternative| {
            let kind = alternative.department;
            kind.is_some_and(|kind| self.teller.knowledge.departments[kind].id == department)
        })?;
        if !answer.available[here] {
            return None;
        }
        if !self.wanting && self.verdict.kept.contains(&here) {
            return Some(Place::Function {
                pending: !self.verdict.is_decided(),
            });
        }
        // Where the answer is clear, what else could be would hide it.
        if !self.wanting && self.verdict.is_decided() {
            return None;
        }
        let best = answer.fit(*answer.ranking.first()?).max(1.0);
        Some(Place::Candidate {
            label: self.teller.words.get("chart-candidate"),
            // The cube spreads fits that are often close to one another.
            strength: ((answer.fit(here) / best).powi(3) as f32).clamp(0.0, 1.0),
        })
    }

    /// The ids of the departments to which the form gives a part.
    fn chosen(&self, members: Option<Members>) -> Vec<String> {
        let mut ranked: Vec<(&str, f64)> = self
            .scenario
            .departments
            .iter()
            .filter(|department| department.id != GENERAL_MANAGEMENT)
            .filter_map(|department| Some((department.id.as_str(), self.importance(department)?)))
            .collect();
        if members != Some(Members::Hubs) {
            ranked.retain(|(_, importance)| *importance >= THEME_COUNTS);
        } else {
            ranked.retain(|(id, _)| !matches!(self.place(id), Some(Place::Function { .. })));
            ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
            let leading = ranked.iter().filter(|(_, i)| *i >= THEME_LEADS).count();
            ranked.truncate(leading.max(LEAST_HUBS));
        }
        ranked.into_iter().map(|(id, _)| id.to_owned()).collect()
    }

    /// Importance of the most important theme of a department; one that the base knows without themes
    /// counts a little. `None` where it takes no part: it is not to, or nobody knows what it would bring.
    fn importance(&self, department: &Department) -> Option<f64> {
        let contacts = &mut self.scenario.contacts.iter();
        if contacts.any(|contact| contact.is_for(&department.id)) {
            return Some(f64::INFINITY);
        }
        match department.part {
            Part::Always => return Some(f64::INFINITY),
            Part::Never => return None,
            Part::ByThemes => {}
        }
        let kind = self.teller.knowledge.department(&department.id)?;
        let levels = kind.themes.iter().filter_map(|&theme| {
            let setting = self.scenario.setting(self.teller.knowledge, theme)?;
            Some(setting.value)
        });
        Some(levels.reduce(f64::max).unwrap_or(THEME_COUNTS))
    }

    fn outside(&self, sourcing: &Verdict) -> Vec<Outside> {
        let words = self.teller.words;
        let lang = words.lang();
        let mut outside = Vec::new();
        for factor in &self.teller.knowledge.factors {
            let (Some(choice), Some(input)) =
                (&factor.choice, self.scenario.factors.get(&factor.id))
            else {
                continue;
            };
            let Some(body) = choice
                .option(&input.choice)
                .and_then(|o| o.outside.as_ref())
            else {
                continue;
            };
            let weight = choice.weight.map(|weight| {
                let weight = input.value(&factor.quantities[weight].id);
                words.with(
                    "chart-agency-weight",
                    &[("weight", words.number(weight, 0))],
                )
            });
            outside.push(Outside {
                holds: self.holds(&Owner::Outside(factor.id.clone())),
                id: factor.id.clone(),
                label: body.get(lang).to_owned(),
                detail: weight.unwrap_or_default(),
            });
        }
        let kept = sourcing.kept.iter().filter(|_| !self.wanting);
        for &kept in kept {
            let alternative = &self.teller.knowledge.sourcing().alternatives[kept];
            if let Some(body) = &alternative.outside {
                outside.push(Outside {
                    holds: self.holds(&Owner::Outside(alternative.id.clone())),
                    id: alternative.id.clone(),
                    label: body.get(lang).to_owned(),
                    detail: if sourcing.is_decided() {
                        String::new()
                    } else {
                        words.get("chart-maybe")
                    },
                });
            }
        }
        outside
    }
}
