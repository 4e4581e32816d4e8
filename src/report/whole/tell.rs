//! What is told in the whole answer, in which order.

use super::content::{Block, Figure, Span, Style, Table, Whole, plain, span};
use crate::analysis::{Answer, Comparables, Evolution, Findings, TOLD_TURNS};
use crate::model::{AlternativeId, Cases, Header, Journal, MAX_QUARTERS, Plan, Question, Scenario};
use crate::wording::{Dated, Teller};

pub(super) fn whole(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    evolution: &Evolution,
) -> Whole {
    let mut report = Report {
        teller,
        scenario,
        findings,
        blocks: Vec::new(),
    };
    let dated = teller.since(header.date);
    report.head(header);
    for answer in &findings.answers.answers {
        report.question(&teller.knowledge.questions[answer.question], answer);
    }
    report.changes();
    report.comparables();
    report.warnings();
    report.contacts(dated);
    report.evolution(dated, evolution, header);
    report.sliders();
    report.minutes(&header.journal);
    report.sources();
    Whole {
        lang: teller.words.lang(),
        title: teller.company_name(header),
        brand: header.brand.clone(),
        blocks: report.blocks,
    }
}

struct Report<'a> {
    teller: Teller<'a>,
    scenario: &'a Scenario,
    findings: &'a Findings,
    blocks: Vec<Block>,
}

impl Report<'_> {
    fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(2, text.into()));
    }

    fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(plain(text)));
    }

    fn list(&mut self, items: impl IntoIterator<Item = Vec<Span>>) {
        let items: Vec<Vec<Span>> = items.into_iter().collect();
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    fn head(&mut self, header: &Header) {
        let (teller, words) = (self.teller, self.teller.words);
        let (answers, verdicts) = (&self.findings.answers, &self.findings.verdicts);
        let mut about = vec![words.date(header.date)];
        if !header.author.trim().is_empty() {
            about.push(header.author.trim().to_owned());
        }
        self.paragraph(about.join(" · "));
        let headline = span(teller.headline(verdicts), Style::Strong);
        self.blocks.push(Block::Paragraph(vec![headline]));
        let because = teller.because(answers, verdicts);
        let turns = teller.turns(verdicts, &self.findings.turns);
        for told in because.into_iter().chain(turns) {
            self.paragraph(told);
        }
        let chips = teller.chips(answers, verdicts);
        self.list(chips.iter().map(|chip| plain(teller.chip_line(chip))));
        self.blocks.push(Block::Figure(Figure::Chart));
        self.paragraph(words.get("report-not-fixed"));
        for text in [header.description(words.lang()), &header.notes] {
            if !text.trim().is_empty() {
                self.blocks.push(Block::Own(text.to_owned()));
            }
        }
        let departments = teller.departments(self.scenario).join(", ");
        self.paragraph(words.with("report-departments", &[("departments", departments)]));
    }

    fn question(&mut self, question: &Question, answer: &Answer) {
        let (teller, words) = (self.teller, self.teller.words);
        let label = question.label.get(words.lang());
        self.heading(label);
        let verdict = &self.findings.verdicts.questions[answer.question];
        self.paragraph(teller.verdict(answer, verdict));
        if let Some(aside) = teller.aside(answer) {
            self.paragraph(aside);
        }
        let survey = &self.findings.survey.questions()[answer.question];
        let absent = question
            .alternatives
            .ids()
            .filter(|&a| !answer.available[a]);
        let rows = answer.ranking.iter().copied().chain(absent);
        let rows = rows.map(|alternative| {
            let fit = if answer.available[alternative] {
                words.number(answer.fit(alternative), 1)
            } else {
                words.get("absent")
            };
            let leads = survey.acceptability(alternative, 0);
            let leads = leads.map_or(String::new(), |share| words.percent(share.value));
            vec![teller.label(question, alternative), fit, leads]
        });
        let head = ["report-alternative", "report-fit", "report-leads"];
        self.blocks.push(Block::Table(Table {
            caption: label.to_owned(),
            head: head.map(|key| words.get(key)).to_vec(),
            rows: rows.collect(),
        }));
        if let Some(best) = answer.chosen {
            self.reasons(answer, best);
            if let Some(evidence) = &question.alternatives[best].evidence {
                let source = teller.evidence_source(evidence);
                let told = format!("{} {source}", evidence.text.get(words.lang()));
                self.blocks.push(Block::Quote(told));
            }
        }
    }

    fn reasons(&mut self, answer: &Answer, best: AlternativeId) {
        let (teller, words) = (self.teller, self.teller.words);
        let answers = &self.findings.answers;
        for side in teller.sides(answers, answer, best) {
            self.paragraph(side.title);
            let reasons = side.reasons.iter().map(|reason| {
                let told = teller.reason(answers, answer, best, reason);
                let points = words.signed_points(reason.points, 1);
                let args = [("why", told.why), ("points", points)];
                let why = words.with("report-reason", &args);
                vec![span(why, Style::Plain), span(told.basis, Style::Aside)]
            });
            self.list(reasons);
        }
    }

    /// What would change the attachment, and what it is worth finding out.
    fn changes(&mut self) {
        let (teller, words) = (self.teller, self.teller.words);
        self.heading(words.get("report-changes"));
        let (turns, verdicts) = (&self.findings.turns, &self.findings.verdicts);
        let found = turns.found().iter().take(TOLD_TURNS);
        let mut told: Vec<String> = found.map(|turn| teller.turn(turn)).collect();
        told.extend(teller.no_turn(verdicts, turns));
        let joint = self.findings.joint.as_ref();
        let answer = self.findings.answers.attachment();
        told.extend(joint.and_then(|joint| teller.joint_flip(answer, joint)));
        let gains = self.findings.information.as_ref();
        let next = gains.and_then(|gains| teller.next_question(gains));
        told.extend(next.map(|next| words.with("report-next", &[("next", next)])));
        self.list(told.into_iter().map(plain));
    }

    /// Known organisations that are near: what they did, and where it is told.
    fn comparables(&mut self) {
        let (teller, words) = (self.teller, self.teller.words);
        let comparables = Comparables::new(teller.knowledge, Cases::builtin());
        let near = comparables.nearest(&self.findings.answers.inputs);
        let Some(first) = near.first() else {
            return;
        };
        self.heading(words.get("comparables-title"));
        self.list(near.iter().map(|comparable| {
            let source = teller.comparable_source(comparable.case);
            let told = teller.comparable_line(comparable.case);
            vec![span(told, Style::Plain), span(source, Style::Aside)]
        }));
        let note = first.note.get(words.lang());
        self.paragraph(format!("{} {note}", words.get("comparables-help")));
    }

    fn warnings(&mut self) {
        if self.findings.warnings.is_empty() {
            return;
        }
        let (teller, words) = (self.teller, self.teller.words);
        self.heading(words.get("report-warnings"));
        let warnings = &teller.knowledge.warnings;
        self.list(self.findings.warnings.iter().map(|&index| {
            let warning = &warnings[index];
            let text = warning.text.get(words.lang());
            let basis = teller.basis(&warning.basis);
            vec![span(text, Style::Strong), span(basis, Style::Aside)]
        }));
    }

    /// What the contact points ask for, who holds them, which are closed, and which nobody holds.
    fn contacts(&mut self, dated: Dated<'_>) {
        self.heading(self.teller.words.get("contacts-title"));
        let told = dated.contacts(self.scenario, &self.findings.coverage);
        self.list(told.into_iter().map(plain));
    }

    /// The course: what changes when and why, the end of the loop, the cost of freezing, and when
    /// contact points can open.
    fn evolution(&mut self, dated: Dated<'_>, evolution: &Evolution, header: &Header) {
        let (teller, words, plan) = (self.teller, self.teller.words, &self.scenario.plan);
        self.heading(words.get("report-evolution"));
        if *plan != Plan::default() {
            let pace = [("pace", words.number(plan.pace, 0))];
            let mut told = vec![words.with("report-pace", &pace)];
            for quarter in 1..=MAX_QUARTERS {
                for event in teller.planned(plan, quarter) {
                    told.push(dated.plan_event(quarter, &event));
                }
            }
            self.paragraph(told.join(" · "));
        }
        let review = teller.review_told(header);
        let told = dated.evolution(evolution).into_iter().chain(review);
        self.list(
            told.chain(teller.review_found(header, self.scenario))
                .map(plain),
        );
        self.blocks.push(Block::Figure(Figure::Shares));
        let why = &teller.knowledge.evolution;
        let basis = teller.basis(&why.basis);
        let told = format!("{} {basis}", why.why.get(words.lang()));
        let told = vec![span(told, Style::Aside)];
        self.blocks.push(Block::Paragraph(told));
    }

    fn sliders(&mut self) {
        let (teller, words) = (self.teller, self.teller.words);
        let lang = words.lang();
        self.heading(words.get("report-sliders"));
        for factor in &teller.knowledge.factors {
            let Some(input) = self.scenario.factors.get(&factor.id) else {
                continue;
            };
            let label = factor.label.get(lang).to_owned();
            let args = [("label", label), ("weight", words.number(input.weight, 0))];
            let head = words.with("report-factor", &args);
            self.blocks.push(Block::Heading(3, head));
            let option = factor.choice.as_ref().and_then(|c| c.option(&input.choice));
            let mut told: Vec<String> = Vec::new();
            told.extend(option.map(|option| option.label.get(lang).to_owned()));
            for quantity in &factor.quantities {
                if let Some(setting) = input.quantities.get(&quantity.id) {
                    told.push(self.slider(quantity.label.get(lang), setting.value, &setting.note));
                }
            }
            for theme in &input.extra {
                told.push(self.slider(&theme.name, theme.value, &theme.note));
            }
            self.list(told.into_iter().map(plain));
        }
    }

    fn slider(&self, label: &str, value: f64, note: &str) -> String {
        let words = self.teller.words;
        let value = words.number(value, 0);
        let args = [("label", label.to_owned()), ("value", value)];
        let line = words.with("report-slider", &args);
        if note.trim().is_empty() {
            line
        } else {
            format!("{line} ({})", note.trim())
        }
    }

    /// What was decided in the sessions, when, by whom and why.
    fn minutes(&mut self, journal: &Journal) {
        let teller = self.teller;
        let days = teller.minutes(journal);
        if days.is_empty() {
            return;
        }
        self.heading(teller.words.get("minutes-title"));
        if let Some(told) = teller.minutes_left_out(journal) {
            self.paragraph(told);
        }
        for day in days {
            self.blocks.push(Block::Heading(3, day.day));
            let lines = day.lines.iter().map(|minute| teller.minute_line(minute));
            self.list(lines.map(plain));
        }
    }

    fn sources(&mut self) {
        let teller = self.teller;
        self.heading(teller.words.get("report-sources"));
        let age = teller.benchmarks();
        let told = [Some(teller.knowledge_name()), age];
        let told: Vec<String> = told.into_iter().flatten().collect();
        self.paragraph(told.join(" · "));
        let sources = teller.knowledge.sources.iter();
        let told: Vec<Vec<Span>> = sources.map(|s| plain(teller.citation(s))).collect();
        self.list(told);
    }
}
