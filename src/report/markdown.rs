//! The whole answer as a Markdown document.

use std::fmt::Write;

use super::escape::{block, inline};
use crate::analysis::{Answer, Answers, Comparables, Evolution, Findings, TOLD_TURNS};
use crate::model::{
    AlternativeId, Cases, Header, Journal, MAX_QUARTERS, Plan, Question, Review, Scenario,
};
use crate::wording::{Dated, Teller};

/// Writes the report of a scenario.
pub fn markdown(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
) -> String {
    let answers = &findings.answers;
    let mut report = Report {
        teller,
        scenario,
        findings,
        answers,
        out: String::new(),
    };
    report.head(header);
    for answer in &answers.answers {
        report.question(&teller.knowledge.questions[answer.question], answer);
    }
    report.changes();
    report.comparables();
    report.warnings();
    report.contacts(teller.since(header.date));
    report.evolution(teller.since(header.date), header.review.as_deref());
    report.sliders();
    report.minutes(&header.journal);
    report.sources();
    report.out
}

struct Report<'a> {
    teller: Teller<'a>,
    scenario: &'a Scenario,
    findings: &'a Findings,
    answers: &'a Answers,
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

    fn head(&mut self, header: &Header) {
        let scenario = self.scenario;
        let words = self.teller.words;
        let company = self.teller.company_name(header);
        self.line(&format!("# {}\n", inline(&company)));
        let mut about = vec![words.date(header.date)];
        if !header.author.trim().is_empty() {
            about.push(header.author.trim().to_owned());
        }
        about.push(self.teller.knowledge_name());
        self.paragraph(&about.join(" · "));
        let verdicts = &self.findings.verdicts;
        let headline = self.teller.headline(verdicts);
        self.line(&format!("**{}**\n", inline(&headline)));
        let because = self.teller.because(self.answers, verdicts);
        let turns = self.teller.turns(verdicts, &self.findings.turns);
        for told in because.iter().chain(&turns) {
            self.paragraph(told);
        }
        for chip in self.teller.chips(self.answers, verdicts) {
            self.item(&self.teller.chip_line(&chip));
        }
        self.line("");
        self.paragraph(&words.get("report-not-fixed"));
        for text in [header.description(words.lang()), &header.notes] {
            if !text.trim().is_empty() {
                self.line(&format!("{}\n", block(text)));
            }
        }
        let departments = self.teller.departments(scenario).join(", ");
        self.paragraph(&words.with("report-departments", &[("departments", departments)]));
    }

    fn question(&mut self, question: &Question, answer: &Answer) {
        let words = self.teller.words;
        let lang = words.lang();
        self.title(question.label.get(lang));
        let verdict = &self.findings.verdicts.questions[answer.question];
        self.paragraph(&self.teller.verdict(answer, verdict));
        if let Some(aside) = self.teller.aside(answer) {
            self.paragraph(&aside);
        }
        let _ = writeln!(
            self.out,
            "| {} | {} | {} |\n|---|---:|---:|",
            words.get("report-alternative"),
            words.get("report-fit"),
            words.get("report-leads")
        );
        let survey = &self.findings.survey.questions()[answer.question];
        let absent = question
            .alternatives
            .ids()
            .filter(|&a| !answer.available[a]);
        for alternative in answer.ranking.iter().copied().chain(absent) {
            let fit = if answer.available[alternative] {
                words.number(answer.fit(alternative), 1)
            } else {
                words.get("absent")
            };
            let label = inline(&self.teller.label(question, alternative));
            let leads = survey
                .acceptability(alternative, 0)
                .map_or(String::new(), |share| words.percent(share.value));
            self.line(&format!("| {label} | {fit} | {leads} |"));
        }
        self.line("");
        if let Some(best) = answer.chosen {
            self.reasons(answer, best);
            if let Some(evidence) = &question.alternatives[best].evidence {
                let source = self.teller.evidence_source(evidence);
                let told = format!("{} {source}", evidence.text.get(lang));
                self.line(&format!("> {}\n", inline(&told)));
            }
        }
    }

    fn reasons(&mut self, answer: &Answer, best: AlternativeId) {
        let words = self.teller.words;
        for side in self.teller.sides(self.answers, answer, best) {
            self.paragraph(&side.title);
            for reason in &side.reasons {
                let told = self.teller.reason(self.answers, answer, best, reason);
                let line = words.with(
                    "report-reason",
                    &[
                        ("points", words.signed_points(reason.points, 1)),
                        ("why", inline(&told.why)),
                        ("basis", inline(&told.basis)),
                    ],
                );
                self.line(&format!("- {line}"));
            }
            self.line("");
        }
    }

    /// What would change the attachment, and what it is worth finding out.
    fn changes(&mut self) {
        let words = self.teller.words;
        self.title(&words.get("report-changes"));
        let (turns, verdicts) = (&self.findings.turns, &self.findings.verdicts);
        for turn in turns.found().iter().take(TOLD_TURNS) {
            self.item(&self.teller.turn(turn));
        }
        if let Some(none) = self.teller.no_turn(verdicts, turns) {
            self.item(&none);
        }
        let joint = self.findings.joint.as_ref();
        let answer = self.answers.attachment();
        if let Some(told) = joint.and_then(|joint| self.teller.joint_flip(answer, joint)) {
            self.item(&told);
        }
        let gains = self.findings.information.as_ref();
        if let Some(next) = gains.and_then(|gains| self.teller.next_question(gains)) {
            self.item(&words.with("report-next", &[("next", next)]));
        }
        self.line("");
    }

    /// Known organisations that are near: what they did, and where it is told.
    fn comparables(&mut self) {
        let words = self.teller.words;
        let comparables = Comparables::new(self.teller.knowledge, Cases::builtin());
        let near = comparables.nearest(&self.answers.inputs);
        let Some(first) = near.first() else {
            return;
        };
        self.title(&words.get("comparables-title"));
        for comparable in &near {
            let told = inline(&self.teller.comparable_line(comparable.case));
            let source = inline(&self.teller.comparable_source(comparable.case));
            self.line(&format!("- {told} *{source}*"));
        }
        self.line("");
        let note = first.note.get(words.lang());
        self.paragraph(&format!("{} {note}", words.get("comparables-help")));
    }

    fn warnings(&mut self) {
        if self.findings.warnings.is_empty() {
            return;
        }
        let words = self.teller.words;
        self.title(&words.get("report-warnings"));
        for &index in &self.findings.warnings {
            let warning = &self.teller.knowledge.warnings[index];
            let basis = self.teller.basis(&warning.basis);
            let text = inline(warning.text.get(words.lang()));
            self.line(&format!("- **{text}** *{}*", inline(&basis)));
        }
        self.line("");
    }

    /// What the contact points ask for, who holds them, which are closed, and which nobody holds.
    fn contacts(&mut self, dated: Dated<'_>) {
        self.title(&self.teller.words.get("contacts-title"));
        for line in dated.contacts(self.scenario, &self.findings.coverage) {
            self.item(&line);
        }
        self.line("");
    }

    /// The course: what changes when and why, the end of the loop, the cost of freezing, and when
    /// contact points can open.
    fn evolution(&mut self, dated: Dated<'_>, review: Option<&Review>) {
        let scenario = self.scenario;
        let words = self.teller.words;
        self.title(&words.get("report-evolution"));
        let evolution = Evolution::new(self.teller.knowledge, scenario, MAX_QUARTERS);
        if scenario.plan != Plan::default() {
            let mut plan = vec![words.with(
                "report-pace",
                &[("pace", words.number(scenario.plan.pace, 0))],
            )];
            for quarter in 1..=MAX_QUARTERS {
                for event in self.teller.planned(&scenario.plan, quarter) {
                    plan.push(dated.plan_event(quarter, &event));
                }
            }
            self.paragraph(&plan.join(" · "));
        }
        for line in dated.evolution(&evolution) {
            self.item(&line);
        }
        if let Some(review) = review {
            self.item(&self.teller.review_planned(review));
        }
        self.line("");
        let why = &self.teller.knowledge.evolution;
        let basis = self.teller.basis(&why.basis);
        let told = format!("{} {basis}", why.why.get(words.lang()));
        self.line(&format!("*{}*\n", inline(&told)));
    }

    fn sliders(&mut self) {
        let scenario = self.scenario;
        let words = self.teller.words;
        let lang = words.lang();
        self.title(&words.get("report-sliders"));
        for factor in &self.teller.knowledge.factors {
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
        let words = self.teller.words;
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

    /// What was decided in the sessions, when, by whom and why.
    fn minutes(&mut self, journal: &Journal) {
        let days = self.teller.minutes(journal);
        if days.is_empty() {
            return;
        }
        self.title(&self.teller.words.get("minutes-title"));
        if let Some(told) = self.teller.minutes_left_out(journal) {
            self.paragraph(&told);
        }
        for day in days {
            self.line(&format!("### {}\n", inline(&day.day)));
            for minute in &day.lines {
                self.item(&self.teller.minute_line(minute));
            }
            self.line("");
        }
    }

    fn sources(&mut self) {
        self.title(&self.teller.words.get("report-sources"));
        if let Some(age) = self.teller.benchmarks() {
            self.paragraph(&age);
        }
        for source in &self.teller.knowledge.sources {
            self.item(&self.teller.citation(source));
        }
    }
}
