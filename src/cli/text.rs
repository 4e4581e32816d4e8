//! What the verbs say to a person at a terminal.

use crate::analysis::{Evolution, Findings};
use crate::wording::{Dated, Teller};

/// The answers: under the name of the profile, the headline, each question with the fit of its
/// alternatives, and the warnings.
pub(super) fn findings(teller: Teller<'_>, name: &str, findings: &Findings) -> String {
    let answers = &findings.answers;
    let verdicts = &findings.verdicts;
    let mut lines = vec![name.to_owned(), format!("  {}", teller.headline(verdicts))];
    let because = teller.because(answers, verdicts);
    let turns = teller.turns(verdicts, &findings.turns);
    let told = because.into_iter().chain(turns);
    lines.extend(told.map(|line| format!("  {line}")));
    for (answer, verdict) in answers.answers.iter().zip(&verdicts.questions) {
        let question = &teller.knowledge.questions[answer.question];
        lines.push(format!(
            "  {} {}",
            question.label.get(teller.words.lang()),
            teller.verdict(answer, verdict)
        ));
        lines.extend(teller.aside(answer).map(|aside| format!("    {aside}")));
        let fits: Vec<String> = answer
            .ranking
            .iter()
            .map(|&a| {
                let label = teller.label(question, a);
                format!("{label} {}", teller.words.number(answer.fit(a), 1))
            })
            .collect();
        lines.push(format!("    {}", fits.join(" · ")));
    }
    for &index in &findings.warnings {
        lines.push(format!(
            "  ! {}",
            teller.knowledge.warnings[index]
                .text
                .get(teller.words.lang())
        ));
    }
    lines.join("\n")
}

/// The course, under the name of the profile.
pub(super) fn evolution(dated: Dated<'_>, name: &str, evolution: &Evolution) -> String {
    let mut lines = vec![name.to_owned()];
    let told = dated.evolution(evolution);
    lines.extend(told.into_iter().map(|line| format!("  {line}")));
    lines.join("\n")
}
