//! What the verbs say to a person at a terminal.

use crate::analysis::{Evolution, Findings};
use crate::i18n::Words;
use crate::model::Knowledge;
use crate::wording;

/// The answers: under the name of the profile, the headline, each question with the fit of its
/// alternatives, and the warnings.
pub(super) fn findings(
    knowledge: &Knowledge,
    name: &str,
    findings: &Findings,
    words: &Words,
) -> String {
    let answers = &findings.answers;
    let mut lines = vec![
        name.to_owned(),
        format!("  {}", wording::headline(knowledge, answers, words)),
    ];
    for answer in &answers.answers {
        let question = &knowledge.questions[answer.question];
        lines.push(format!(
            "  {} {}",
            question.label.get(words.lang()),
            wording::verdict(question, answer, words)
        ));
        let fits: Vec<String> = answer
            .ranking
            .iter()
            .map(|&a| {
                let label = wording::label(question, a, words);
                format!("{label} {}", words.number(answer.fit(a), 1))
            })
            .collect();
        lines.push(format!("    {}", fits.join(" · ")));
    }
    for &index in &findings.warnings {
        lines.push(format!(
            "  ! {}",
            knowledge.warnings[index].text.get(words.lang())
        ));
    }
    lines.join("\n")
}

/// The course, under the name of the profile.
pub(super) fn evolution(
    knowledge: &Knowledge,
    name: &str,
    evolution: &Evolution,
    words: &Words,
) -> String {
    let mut lines = vec![name.to_owned()];
    let told = wording::evolution(knowledge, evolution, words);
    lines.extend(told.into_iter().map(|line| format!("  {line}")));
    lines.join("\n")
}
