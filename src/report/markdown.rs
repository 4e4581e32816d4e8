//! The whole answer as a Markdown document.

use std::fmt::Write;

use super::escape::{block, inline};
use crate::analysis::{Answer, Answers, Evolution, Findings};
use crate::i18n::Words;
use crate::model::{Condition, Header, Knowledge, MAX_QUARTERS, Plan, Question, Scenario};
use crate::wording::{self, TOLD_REASONS};

/// Writes the report of a scenario.
pub fn markdown(
    knowledge: &Knowledge,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    words: &Words,
) -> String {
    let answers = &findings.answers;
    let mut report = Report {
        knowledge,
        findings,
        answers,
        words,
        out: String::new(),
    };
    report.head(header, scenario);
    for answer in &answers.answers {
        report.question(&knowledge.questions[answer.question], answer);
    }
    report.changes();
    report.warnings();
    report.evolution(scenario);
    report.sliders(scenario);
    report.sources();
    report.out
}

struct Report<'a> {
    knowledge: &'a Knowledge,
    findings: &'a Findings,
    answers: &'a Answers,
    words: &'a Words,
    out: String,
}

impl Report<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A heading of the second level.
    fn title(&mut self, text: &str) {
        self.line(&format!("## {}\n", inline(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.line(&format!("{}\n", inline(text)));
    }

    /// An item of a list.
    fn item(&mut self, text: &str) {
        self.line(&format!("- {}", inline(text)));
    }

    fn head(&mut self, header: &Header, scenario: &Scenario) {
        let words = self.words;
        let company = wording::company_name(header, words);
        self.line(&format!("# {}\n", inline(&company)));
        let mut about = vec![header.date.as_str()];
        if !header.author.trim().is_empty() {
            about.push(header.author.trim());
        }
        let base = wording::knowledge_name(self.knowledge, words);
        about.push(&base);
        self.paragraph(&about.join(" · "));
        let headline = wording::headline(self.knowledge, self.answers, words);
        self.line(&format!("**{}**\n", inline(&headline)));
        self.paragraph(&words.get("report-not-fixed"));
        for text in [header.description(words.lang()), &header.notes] {
            if !text.trim().is_empty() {
                self.line(&format!("{}\n", block(text)));
            }
        }
        let departments = wording::departments(self.knowledge, scenario, words).join(", ");
        self.paragraph(&words.with("report-departments", &[("departments", departments)]));
    }

    fn question(&mut self, question: &Question, answer: &Answer) {
        let words = self.words;
        let lang = words.lang();
        self.title(question.label.get(lang));
        self.paragraph(&wording::verdict(question, answer, words));
        let _ = writeln!(
            self.out,
            "| {} | {} | {} |\n|---|---:|---:|",
            words.get("report-alternative"),
            words.get("report-fit"),
            words.get("report-leads")
        );
        let survey = &self.findings.survey.questions()[answer.question];
        let absent = (0..question.alternatives.len()).filter(|&a| !answer.available[a]);
        for alternative in answer.ranking.iter().copied().chain(absent) {
            let fit = if answer.available[alternative] {
                words.number(answer.fit(alternative), 1)
            } else {
                words.get("absent")
            };
            let label = inline(question.alternatives[alternative].label.get(lang));
            let leads = survey
                .acceptability(alternative, 0)
                .map_or(String::new(), |share| words.percent(share.value));
            self.line(&format!("| {label} | {fit} | {leads} |"));
        }
        self.line("");
        if let Some(&best) = answer.ranking.first() {
            self.reasons(answer, best);
            if let Some(evidence) = &question.alternatives[best].evidence {
                let source = wording::evidence_source(self.knowledge, evidence, words);
                let told = format!("{} {source}", evidence.text.get(lang));
                self.line(&format!("> {}\n", inline(&told)));
            }
        }
    }

    fn reasons(&mut self, answer: &Answer, best: usize) {
        let words = self.words;
        for side in wording::sides(self.knowledge, answer, best, words) {
            self.paragraph(&side.title);
            for reason in &side.reasons {
                let told =
                    wording::reason(self.knowledge, self.answers, answer, best, reason, words);
                let line = words.with(
                    "report-reason",
                    &[
                        ("measure", inline(&told.measure)),
                        ("value", words.number(told.value, 0)),
                        ("points", words.signed(reason.points, 1)),
                        ("why", inline(&told.why)),
                        ("basis", inline(&told.basis)),
                    ],
                );
                // The sentence itself sets the measure apart.
                self.line(&format!("- {line}"));
            }
            self.line("");
        }
    }

    /// What would change the attachment, and what it is worth finding out.
    fn changes(&mut self) {
        let words = self.words;
        let Some((question, _)) = self.answers.get(self.knowledge, "attachment") else {
            return;
        };
        self.title(&words.get("report-changes"));
        let flips = &self.findings.sensitivity.flips;
        if flips.is_empty() {
            self.item(&words.get("flip-none"));
        }
        for flip in flips.iter().take(TOLD_REASONS) {
            let told = wording::flip(self.knowledge, question, flip, words);
            self.item(&told);
        }
        if let Some(joint) = &self.findings.joint {
            let told = wording::joint_flip(question, joint, words);
            self.item(&told);
        }
        let gains = self.findings.information.as_deref().unwrap_or_default();
        if let Some(next) = wording::next_question(self.knowledge, gains, words) {
            self.item(&words.with("report-next", &[("next", next)]));
        }
        self.line("");
    }

    fn warnings(&mut self) {
        if self.findings.warnings.is_empty() {
            return;
        }
        let words = self.words;
        self.title(&words.get("report-warnings"));
        for &index in &self.findings.warnings {
            let warning = &self.knowledge.warnings[index];
            let basis = wording::basis(self.knowledge, &warning.basis, words);
            let text = inline(warning.text.get(words.lang()));
            let mut line = format!("- **{text}** *{}*", inline(&basis));
            if warning.when == Condition::Unattended {
                let points = wording::unattended(self.knowledge, &self.findings.coverage, words);
                line = format!("{line} {}", inline(&points));
            }
            self.line(&line);
        }
        self.line("");
    }

    /// The course: what changes when and why, the end of the loop, the cost of freezing, and when
    /// contact points can open.
    fn evolution(&mut self, scenario: &Scenario) {
        let words = self.words;
        self.title(&words.get("report-evolution"));
        let evolution = Evolution::new(self.knowledge, scenario, MAX_QUARTERS);
        if scenario.plan != Plan::default() {
            let mut plan = vec![words.with(
                "report-pace",
                &[("pace", words.number(scenario.plan.pace, 0))],
            )];
            for quarter in 1..=MAX_QUARTERS {
                for event in wording::planned(self.knowledge, &scenario.plan, quarter, words) {
                    let args = [
                        ("quarter", wording::quarter(quarter, words)),
                        ("event", event),
                    ];
                    plan.push(words.with("plan-event", &args));
                }
            }
            self.paragraph(&plan.join(" · "));
        }
        for line in wording::evolution(self.knowledge, &evolution, words) {
            self.item(&line);
        }
        self.line("");
        let why = &self.knowledge.evolution;
        let basis = wording::basis(self.knowledge, &why.basis, words);
        let told = format!("{} {basis}", why.why.get(words.lang()));
        self.line(&format!("*{}*\n", inline(&told)));
    }

    fn sliders(&mut self, scenario: &Scenario) {
        let words = self.words;
        let lang = words.lang();
        self.title(&words.get("report-sliders"));
        for factor in &self.knowledge.factors {
            let Some(input) = scenario.factors.get(&factor.id) else {
                continue;
            };
            let weight = words.number(input.weight, 0);
            let label = factor.label.get(lang);
            let head = words.with(
                "report-factor",
                &[("label", label.to_owned()), ("weight", weight)],
            );
            self.line(&format!("### {}\n", inline(&head)));
            if let Some(option) = factor.choice.as_ref().and_then(|c| c.option(&input.choice)) {
                self.item(option.label.get(lang));
            }
            for quantity in &factor.quantities {
                let Some(setting) = input.quantities.get(&quantity.id) else {
                    continue;
                };
                self.slider(quantity.label.get(lang), setting.value, &setting.note);
            }
            for theme in &input.extra {
                self.slider(&theme.name, theme.value, &theme.note);
            }
            self.line("");
        }
    }

    fn slider(&mut self, label: &str, value: f64, note: &str) {
        let words = self.words;
        let value = words.number(value, 0);
        let mut line = words.with(
            "report-slider",
            &[("label", label.to_owned()), ("value", value)],
        );
        if !note.trim().is_empty() {
            line = format!("{line} ({})", note.trim());
        }
        self.item(&line);
    }

    fn sources(&mut self) {
        self.title(&self.words.get("report-sources"));
        for source in &self.knowledge.sources {
            self.item(&wording::citation(source));
        }
    }
}
