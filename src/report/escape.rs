//! A user's text stays text: in XML, and in Markdown.

/// A text for XML, without what XML cannot hold.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| is_held_by_xml(c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether XML 1.0 can hold a character; of control characters, those that mean something.
pub(super) fn is_held_by_xml(c: char) -> bool {
    matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// A text on one line of Markdown, wherever in it.
pub(super) fn inline(text: &str) -> String {
    let words: Vec<&str> = text.split(is_blank).filter(|w| !w.is_empty()).collect();
    let text = words.join(" ");
    let mut out = String::with_capacity(text.len());
    // What opens a list, underlines a heading or rules a table, at the beginning of a line alone.
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let opening = match text[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => Some(digits),
        Some('-' | '+' | '=' | ':') if digits == 0 => Some(0),
        _ => None,
    };
    for (at, c) in text.char_indices() {
        if opening == Some(at) || "\\`*_{}[]<>#|~&$^".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A text in lines and paragraphs of Markdown, as its author set it.
pub(super) fn block(text: &str) -> String {
    let lines: Vec<String> = text
        .trim_matches(is_blank)
        .split(['\n', '\r'])
        .map(inline)
        .collect();
    lines.join("\n")
}

/// What Markdown takes for white space; a no-break space is none.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a reader of Markdown, with every extension that changes more than quotes and dashes,
    /// takes a text for: its paragraphs, in lines.
    fn read(markdown: &str) -> Vec<String> {
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        let mut paragraphs = Vec::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::Paragraph) => paragraphs.push(String::new()),
                Event::End(TagEnd::Paragraph) => {}
                Event::Text(text) => paragraphs.last_mut().unwrap().push_str(&text),
                Event::SoftBreak => paragraphs.last_mut().unwrap().push('\n'),
                other => panic!("{other:?} in {markdown:?}"),
            }
        }
        paragraphs
    }

    #[test]
    fn no_line_of_a_users_text_opens_anything_in_markdown() {
        for line in [
            "~~~",
            "```",
            "---",
            "***",
            "- - -",
            "___",
            "===",
            "- un",
            "* un",
            "+ un",
            "1. un",
            "1) un",
            "12.",
            "-",
            "    quatre",
            "\tonglet",
            "# titre",
            "> cité",
            "<b>gras</b>",
            "<!-- rien -->",
            "&amp;",
            "&#35;",
            "a | b",
            ":-:",
            "|---|",
            "--",
            "[a]: b",
            "[^1]: n",
            "~barré~",
            "$x$",
            "x^2^",
            ": définition",
            "{#id}",
            "\\",
            "fin\\",
            "fin  ",
            "`x`",
            "![i](x)",
            "[ ] à faire",
            "_x_ **y**",
            "https://exemple.fr/_a_",
        ] {
            let text = format!("Avant\n{line}\naprès\n\n{line}\n\n{line}\n{line}");
            let expected = line.trim();
            let paragraphs = [
                format!("Avant\n{expected}\naprès"),
                expected.to_owned(),
                format!("{expected}\n{expected}"),
            ];
            assert_eq!(read(&block(&text)), paragraphs, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_was(
            text in "([-+*_=~`#>|:.()0-9a&;<!\\\\\\[\\]{}$^/\"'  \t\r\n\u{a0}é]|\\PC){0,40}",
        ) {
            let mut paragraphs = Vec::new();
            let mut lines: Vec<String> = Vec::new();
            for line in text.split(['\n', '\r']).chain([""]) {
                let words: Vec<_> = line.split(is_blank).filter(|word| !word.is_empty()).collect();
                if !words.is_empty() {
                    lines.push(words.join(" "));
                } else if !lines.is_empty() {
                    paragraphs.push(lines.join("\n"));
                    lines.clear();
                }
            }
            // Characters that Markdown itself replaces or trims are none of ours.
            prop_assume!(!text.contains('\0'));
            prop_assert_eq!(read(&block(&text)), paragraphs);
        }

        #[test]
        fn any_text_makes_xml_that_can_be_read(text in any::<String>()) {
            let text = format!("{text}\u{fffe}\u{ffff}\u{1f}\u{7f}<&>\"");
            let document = format!("<a b=\"{0}\">{0}</a>", xml(&text));
            let kept: String = text.chars().filter(|&c| is_held_by_xml(c)).collect();
            let read = resvg::usvg::roxmltree::Document::parse(&document);
            let root = read.as_ref().map(|read| read.root_element().text());
            prop_assert_eq!(root, Ok(Some(kept.as_str())));
        }
    }
}
