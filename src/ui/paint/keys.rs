//! The names of keys, as they are printed on the keyboards of each language.

use eframe::egui::{Context, Key, KeyboardShortcut, ModifierNames};

use crate::i18n::Words;

/// A shortcut, for menus, hints and the sheet of shortcuts.
pub fn shortcut_told(ctx: &Context, keys: KeyboardShortcut, words: &Words) -> String {
    if ctx.os().is_mac() {
        // There, signs stand for the modifiers in every language.
        return ctx.format_shortcut(&keys);
    }
    let names = ModifierNames::NAMES;
    let shift = words.get("key-shift");
    let names = ModifierNames {
        shift: &shift,
        ..names
    };
    let held = names.format(&keys.modifiers, false);
    let key = key_told(keys.logical_key, words);
    if held.is_empty() {
        key
    } else {
        format!("{held}{}{key}", names.concat)
    }
}

fn key_told(key: Key, words: &Words) -> String {
    match key {
        Key::ArrowLeft => words.get("key-left"),
        Key::ArrowRight => words.get("key-right"),
        Key::Plus => words.get("key-plus"),
        Key::Minus => words.get("key-minus"),
        other => other.name().to_owned(),
    }
}
