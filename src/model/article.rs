//! The article from which the factors come, and where it says what the knowledge base quotes.

use std::ops::Range;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// The name of what follows.
    Heading,
    /// Running text.
    Plain,
    /// An item of a list, without its dash.
    Item,
    /// Who wrote the article, and where.
    Source,
}

/// A paragraph of the article, as it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// Its words, in French.
    pub text: &'static str,
}

/// A passage of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The position of the paragraph that holds it.
    pub paragraph: usize,
    /// Its place in the paragraph, in bytes.
    pub bytes: Range<usize>,
}

const TEXT: &str = include_str!("../../assets/article-fr.txt");
/// A line that ends no sentence and is no longer than this many bytes is a heading.
const LONGEST_HEADING: usize = 80;

/// The article, paragraph by paragraph.
pub fn article() -> impl Iterator<Item = Paragraph> {
    TEXT.lines().map(paragraph)
}

fn paragraph(line: &'static str) -> Paragraph {
    let (kind, text) = if let Some(item) = line.strip_prefix("- ") {
        (ParagraphKind::Item, item)
    } else if line.starts_with("source") {
        (ParagraphKind::Source, line)
    } else if line.len() <= LONGEST_HEADING {
        (ParagraphKind::Heading, line)
    } else {
        (ParagraphKind::Plain, line)
    };
    Paragraph { kind, text }
}

/// Where the article says these words. Quotation marks, apostrophes and spaces may differ, for each
/// hand sets them in its own way; `None` for what it does not say.
pub fn passage(quote: &str) -> Option<Passage> {
    let (sought, _) = plain(quote);
    if sought.is_empty() {
        return None;
    }
    article().enumerate().find_map(|(paragraph, said)| {
        let (text, from) = plain(said.text);
        let begin = text.find(&sought)?;
        let last = begin + sought.len() - 1;
        let end = said.text[from[last]..].chars().next()?.len_utf8();
        Some(Passage {
            paragraph,
            bytes: from[begin]..from[last] + end,
        })
    })
}

/// A text without what each hand sets in its own way, and where each byte of it comes from.
fn plain(text: &str) -> (String, Vec<usize>) {
    let mut kept = String::new();
    let mut from = Vec::new();
    for (at, sign) in text.char_indices() {
        let sign = match sign {
            sign if sign.is_whitespace() => continue,
            '’' => "'",
            '«' | '»' | '“' | '”' => "\"",
            '…' => "...",
            sign => &text[at..at + sign.len_utf8()],
        };
        kept.push_str(sign);
        from.resize(kept.len(), at);
    }
    (kept, from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(quote: &str) -> Option<&'static str> {
        let passage = passage(quote)?;
        Some(&article().nth(passage.paragraph)?.text[passage.bytes])
    }

    #[test]
    fn words_are_found_however_they_are_set() {
        let typed = "la volonté de l'entreprise de développer";
        let found = "la volonté de l’entreprise de développer";
        assert_eq!(said(typed), Some(found));
        assert_eq!(said("mode « éclaté »..."), Some("mode «éclaté»…"));
        assert_eq!(said("La volonté de l’entreprise de ne rien faire"), None);
        assert_eq!(said(" "), None);
    }

    #[test]
    fn the_article_has_its_parts() {
        let of = |kind| article().filter(|p| p.kind == kind).count();
        assert_eq!(of(ParagraphKind::Item), 7, "the seven factors");
        assert_eq!(of(ParagraphKind::Heading), 2);
        assert_eq!(of(ParagraphKind::Source), 1);
        assert!(of(ParagraphKind::Plain) > 8);
    }
}
