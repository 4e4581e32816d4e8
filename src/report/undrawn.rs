//! What is said of characters for which no font was found.

use std::collections::BTreeSet;

use crate::draw::Script;
use crate::i18n::Words;

/// No more characters than this are named.
const NAMED: usize = 12;

/// Says which characters nothing here can draw, and of which scripts they are.
pub fn tell_undrawn(words: &Words, signs: &BTreeSet<char>) -> String {
    let mut named: String = signs.iter().take(NAMED).collect();
    if signs.len() > NAMED {
        named.push('…');
    }
    let scripts: BTreeSet<Script> = signs.iter().copied().map(Script::of).collect();
    let names: Vec<String> = scripts
        .into_iter()
        .map(|script| words.get(name(script)))
        .collect();
    let args = [("signs", named), ("scripts", names.join(", "))];
    words.with("script-lacking", &args)
}

fn name(script: Script) -> &'static str {
    match script {
        Script::Arabic => "script-arabic",
        Script::Hebrew => "script-hebrew",
        Script::Thai => "script-thai",
        Script::Indic => "script-indic",
        Script::Han => "script-han",
        Script::Kana => "script-kana",
        Script::Hangul => "script-hangul",
        Script::Emoji => "script-emoji",
        Script::Other => "script-other",
    }
}
