//! What is told on a page, in its order, before it is set.

use crate::analysis::{Comparables, Evolution, Findings, TOLD_TURNS};
use crate::model::{Cases, Condition, Header, Scenario};
use crate::wording::Teller;

const TOLD_CHANGES: usize = 4;
pub const TOLD_COMPARABLES: usize = 3;

/// What is told under a heading.
pub struct Section {
    pub title: String,
    pub lines: Vec<Line>,
    /// How many of the lines, from the first on, make way where there is no room; the first never does.
    pub spare: usize,
}

impl Section {
    fn new(title: String, lines: Vec<Line>) -> Self {
        Self {
            title,
            lines,
            spare: 0,
        }
    }

    /// The lines, of those to spare no more than the first few.
    pub fn lines(&self, most: usize) -> impl Iterator<Item = &Line> {
        let lines = self.lines.iter().enumerate();
        let told = lines.filter(move |(at, _)| *at < most || *at >= self.spare);
        told.map(|(_, line)| line)
    }
}

/// A paragraph.
pub enum Line {
    Plain(String),
    /// Less important: in smaller type.
    Quiet(String),
    /// The plot of shares.
    Plot,
}

/// Everything that is told.
pub struct Told {
    pub company: String,
    /// Date, author, scenario.
    pub about: String,
    pub headline: String,
    pub because: Vec<String>,
    pub chips: Vec<String>,
    /// The reasons for what is answered, the strongest first.
    pub reasons: Vec<String>,
    pub turns: Vec<String>,
    pub sections: Vec<Section>,
    /// What is said of the page itself, at its foot.
    pub base: String,
    pub sources: String,
}

pub fn tell(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    evolution: &Evolution,
) -> Told {
    let words = teller.words;
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let mut about = vec![words.date(header.date)];
    for text in [&header.author, &scenario.name] {
        if !text.trim().is_empty() {
            about.push(text.trim().to_owned());
        }
    }
    let because = teller.because(answers, verdicts).into_iter();
    let because = because.chain(teller.turns(verdicts, &findings.turns));
    let chips = teller.chips(answers, verdicts);
    let sources = teller.knowledge.sources.iter();
    let sources: Vec<String> = sources.map(|source| teller.citation(source)).collect();
    let age = teller.benchmarks().map(|age| format!("{age}. "));
    let sources = words.with("page-sources", &[("sources", sources.join(" · "))]);
    let writer = Writer {
        teller,
        header,
        scenario,
        findings,
        evolution,
    };
    let reasons = writer.reasons();
    let first = reasons.first().map(|section| &section.lines[..]);
    let plain = |line: &Line| match line {
        Line::Plain(text) => Some(text.clone()),
        Line::Quiet(_) | Line::Plot => None,
    };
    let mut sections = vec![writer.company()];
    let told_first: Vec<String> = first.unwrap_or_default().iter().filter_map(plain).collect();
    sections.extend(reasons);
    sections.push(writer.changes());
    sections.extend(writer.questions());
    sections.push(writer.contacts());
    sections.push(writer.warnings());
    sections.push(writer.evolution());
    sections.push(writer.comparables());
    sections.push(writer.sliders());
    sections.push(writer.notes());
    sections.retain(|section| !section.lines.is_empty());
    Told {
        company: teller.company_name(header),
        about: about.join(" · "),
        headline: teller.headline(verdicts),
        because: because.collect(),
        chips: chips.iter().map(|chip| teller.chip_line(chip)).collect(),
        reasons: told_first,
        turns: writer.turns(),
        sections,
        base: teller.knowledge_name(),
        sources: age.unwrap_or_default() + &sources,
    }
}

struct Writer<'a> {
    teller: Teller<'a>,
    header: &'a Header,
    scenario: &'a Scenario,
    findings: &'a Findings,
    evolution: &'a Evolution,
}

impl Writer<'_> {
    fn section(&self, key: &str, lines: Vec<Line>) -> Section {
        let title = self.teller.words.get(key);
        Section::new(title, lines)
    }

    /// What kind of company it is, and for how long the answer holds.
    fn company(&self) -> Section {
        let words = self.teller.words;
        let description = self.header.description(words.lang()).trim().to_owned();
        let mut lines = Vec::new();
        if !description.is_empty() {
            lines.push(Line::Plain(description));
        }
        lines.push(Line::Quiet(words.get("report-not-fixed")));
        self.section("page-company", lines)
    }

    /// The answers, each with how sure it is.
    fn questions(&self) -> Vec<Section> {
        let (teller, words) = (self.teller, self.teller.words);
        let knowledge = teller.knowledge;
        let sections = self.findings.answers.answers.iter().map(|answer| {
            let question = &knowledge.questions[answer.question];
            let verdict = &self.findings.verdicts.questions[answer.question];
            let mut lines = vec![Line::Plain(teller.verdict(answer, verdict))];
            lines.extend(teller.aside(answer).map(Line::Quiet));
            // The others are told by their verdict: the page is full.
            if answer.question == knowledge.always.attachment {
                let survey = &self.findings.survey.questions()[answer.question];
                let leads = answer.ranking.iter().filter_map(|&a| {
                    let share = survey.acceptability(a, 0)?.value;
                    let label = teller.label(question, a);
                    Some(format!("{label} {}", words.percent(share)))
                });
                let leads: Vec<String> = leads.collect();
                let args = [("leads", leads.join(", "))];
                lines.push(Line::Quiet(words.with("page-leads", &args)));
            }
            Section::new(question.label.get(words.lang()).to_owned(), lines)
        });
        sections.collect()
    }

    fn reasons(&self) -> Vec<Section> {
        let answers = &self.findings.answers;
        let answer = answers.attachment();
        let Some(best) = answer.chosen else {
            return Vec::new();
        };
        let sides = self.teller.sides(answers, answer, best);
        let sections = sides.into_iter().map(|side| {
            let reasons = side.reasons.iter();
            let lines = reasons
                .map(|reason| Line::Plain(self.teller.reason(answers, answer, best, reason).why));
            Section::new(side.title.clone(), lines.collect())
        });
        sections.collect()
    }

    fn turns(&self) -> Vec<String> {
        let teller = self.teller;
        let (turns, verdicts) = (&self.findings.turns, &self.findings.verdicts);
        let found = turns.found().iter().take(TOLD_TURNS);
        let found = found.map(|turn| teller.turn(turn));
        found.chain(teller.no_turn(verdicts, turns)).collect()
    }

    fn changes(&self) -> Section {
        let (teller, words) = (self.teller, self.teller.words);
        let mut lines = self.turns();
        let gains = self.findings.information.as_ref();
        let next = gains.and_then(|gains| teller.next_question(gains));
        lines.extend(next.map(|next| words.with("report-next", &[("next", next)])));
        self.section(
            "report-changes",
            lines.into_iter().map(Line::Plain).collect(),
        )
    }

    fn comparables(&self) -> Section {
        let (teller, words) = (self.teller, self.teller.words);
        let comparables = Comparables::new(teller.knowledge, Cases::builtin());
        let near = comparables.nearest(&self.findings.answers.inputs);
        let told = near.iter().take(TOLD_COMPARABLES).map(|comparable| {
            let told = teller.comparable_line(comparable.case);
            let source = teller.comparable_source(comparable.case);
            Line::Quiet(format!("{told} {source}"))
        });
        let mut lines: Vec<Line> = told.collect();
        if let Some(first) = near.first() {
            let note = first.note.get(words.lang());
            lines.push(Line::Quiet(format!(
                "{} {note}",
                words.get("comparables-help")
            )));
        }
        let spare = lines.len().saturating_sub(1);
        let section = self.section("comparables-title", lines);
        Section { spare, ..section }
    }

    fn evolution(&self) -> Section {
        let evolution = self.evolution;
        let dated = self.teller.since(self.header.date);
        let told = dated
            .changes(&evolution.course)
            .into_iter()
            .take(TOLD_CHANGES);
        let mut lines: Vec<Line> = told.map(Line::Plain).collect();
        lines.push(Line::Plain(dated.ending(evolution)));
        lines.extend(self.teller.review_told(self.header).map(Line::Plain));
        lines.push(Line::Plot);
        self.section("report-evolution", lines)
    }

    /// What the contact points ask for, who holds them, which to open and which to keep closed, by name.
    fn contacts(&self) -> Section {
        let dated = self.teller.since(self.header.date);
        let told = dated.contacts(self.scenario, &self.findings.coverage);
        let mut lines: Vec<Line> = told.into_iter().map(Line::Plain).collect();
        if let Some(step) = dated.contact_points(self.evolution) {
            lines.extend(step.details.into_iter().map(Line::Plain));
        }
        self.section("contacts-title", lines)
    }

    /// Those that the contact points do not tell already.
    fn warnings(&self) -> Section {
        let (teller, lang) = (self.teller, self.teller.words.lang());
        let warnings = self.findings.warnings.iter();
        let warnings = warnings.map(|&at| &teller.knowledge.warnings[at]);
        let told = warnings.filter(|warning| warning.when != Condition::Unattended);
        let lines = told.map(|warning| Line::Plain(warning.text.get(lang).to_owned()));
        self.section("report-warnings", lines.collect())
    }

    /// What was set, a factor a line.
    fn sliders(&self) -> Section {
        let words = self.teller.words;
        let lang = words.lang();
        let known = self.teller.knowledge.factors.iter();
        let known = known.filter_map(|f| Some((f, self.scenario.factors.get(&f.id)?)));
        let lines = known.map(|(factor, input)| {
            let option = factor.choice.as_ref().and_then(|c| c.option(&input.choice));
            let option = option.map(|option| option.label.get(lang).to_owned());
            let usual = factor.quantities.iter().filter_map(|quantity| {
                let setting = input.quantities.get(&quantity.id)?;
                Some((quantity.label.get(lang), setting.value))
            });
            let own = input.extra.iter();
            let own = own.map(|theme| (theme.name.as_str(), theme.value));
            let told = usual
                .chain(own)
                .map(|(label, value)| format!("{label}\u{a0}{}", words.number(value, 0)));
            let told: Vec<String> = option.into_iter().chain(told).collect();
            let label = factor.label.get(lang).to_owned();
            let weight = words.number(input.weight, 0);
            let label = words.with("report-factor", &[("label", label), ("weight", weight)]);
            let args = [("label", label), ("value", told.join(", "))];
            Line::Quiet(words.with("report-slider", &args))
        });
        self.section("report-sliders", lines.collect())
    }

    fn notes(&self) -> Section {
        let notes = self.header.notes.trim();
        let lines = (!notes.is_empty()).then(|| Line::Plain(notes.to_owned()));
        self.section("company-notes", lines.into_iter().collect())
    }
}
