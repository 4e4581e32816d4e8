//! What a person wrote beside the values of a file, kept when the program writes the file anew: each
//! comment goes where what it stands beside has gone.

use std::collections::HashMap;
use std::ops::Range;

use super::locate::{Scan, Step};

/// What the program itself begins a profile with.
pub const SIGNATURE: &str = "// Attache";

/// The comments of a file, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comments(Vec<Comment>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Comment {
    text: String,
    at: Anchor,
}

/// What a comment stands beside, by the path of that value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Anchor {
    Top,
    /// On a line before it.
    Before(Vec<Step>),
    /// On the line where it begins.
    Beginning(Vec<Step>),
    /// On the line where it ends.
    End(Vec<Step>),
    /// After all that is in it.
    Within(Vec<Step>),
    Bottom,
}

/// A value of a file, with its key.
struct Item {
    path: Vec<Step>,
    range: Range<usize>,
    /// Where the bracket is that closes it.
    close: Option<usize>,
}

impl Comments {
    /// The comments of a text that can be read.
    pub fn of(text: &str) -> Self {
        let (items, found) = walk(text);
        let comments = found.into_iter().filter_map(|range| {
            let written = text[range.clone()].trim_end();
            let is_ours = written == SIGNATURE && text[..range.start].trim().is_empty();
            (!is_ours).then(|| Comment {
                text: written.to_owned(),
                at: anchor(text, &items, &range),
            })
        });
        Self(comments.collect())
    }

    /// Puts them into a text that the program has written. What stood beside something that is not there
    /// any more is put at the end.
    #[must_use]
    pub fn put_into(&self, text: String) -> String {
        if self.0.is_empty() {
            return text;
        }
        let (items, _) = walk(&text);
        let places: HashMap<&[Step], &Item> = items.iter().map(|i| (&i.path[..], i)).collect();
        // By where they go; what goes to one place stays in its order.
        let mut added: Vec<(usize, String)> = self
            .0
            .iter()
            .map(|comment| comment.put(&text, &places))
            .collect();
        added.sort_by_key(|(at, _)| *at);
        let mut out = String::with_capacity(text.len() + added.len() * 40);
        let mut from = 0;
        for (at, comment) in added {
            out.push_str(&text[from..at]);
            out.push_str(&comment);
            from = at;
        }
        out + &text[from..]
    }
}

impl Comment {
    /// Where it goes in a text, and all that is written there.
    fn put(&self, text: &str, places: &HashMap<&[Step], &Item>) -> (usize, String) {
        let place = |path: &Vec<Step>| places.get(&path[..]).copied();
        let found = match &self.at {
            Anchor::Top => Some(self.above(text, text.find('\n').map_or(0, |end| end + 1), "")),
            Anchor::Before(path) => place(path).map(|item| self.above(text, item.range.start, "")),
            Anchor::Beginning(path) => place(path).map(|item| self.beside(text, item.range.start)),
            Anchor::End(path) => place(path).map(|item| self.beside(text, item.range.end)),
            Anchor::Within(path) => place(path).and_then(|item| item.close).map(|close| {
                if text[line_of(text, close)..close].trim().is_empty() {
                    self.above(text, close, "    ")
                } else {
                    self.beside(text, close)
                }
            }),
            Anchor::Bottom => None,
        };
        found.unwrap_or_else(|| (text.len(), format!("{}\n", self.text)))
    }

    /// On a line of its own above the one of a place.
    fn above(&self, text: &str, at: usize, deeper: &str) -> (usize, String) {
        let line = line_of(text, at);
        let rest = &text[line..];
        let indent = &rest[..rest.len() - rest.trim_start_matches(' ').len()];
        (line, format!("{indent}{deeper}{}\n", self.text))
    }

    /// At the end of the line of a place: nothing that the program writes goes on over two lines there.
    fn beside(&self, text: &str, at: usize) -> (usize, String) {
        if self.text.contains('\n') {
            return self.above(text, at, "");
        }
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        (end, format!(" {}", self.text))
    }
}

/// Where the line of a place begins.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// What a comment stands beside.
fn anchor(text: &str, items: &[Item], comment: &Range<usize>) -> Anchor {
    let line = line_of(text, comment.start);
    let on_its_line = |at: usize| (line..=comment.start).contains(&at);
    let ended = items
        .iter()
        .filter(|item| item.range.end <= comment.start && on_its_line(item.range.end))
        .max_by_key(|item| item.range.end);
    let around = items
        .iter()
        .filter(|item| item.range.start <= comment.start && comment.end <= item.range.end)
        .max_by_key(|item| item.range.start);
    let Some(around) = around else {
        return match (ended, items.first()) {
            (Some(root), _) => Anchor::End(root.path.clone()),
            (None, Some(root)) if comment.end <= root.range.start => Anchor::Top,
            _ => Anchor::Bottom,
        };
    };
    // What began after it on this line ends after it, or is told here.
    if let Some(ended) = ended.filter(|ended| ended.range.end > around.range.start) {
        return Anchor::End(ended.path.clone());
    }
    if on_its_line(around.range.start) {
        return Anchor::Beginning(around.path.clone());
    }
    let next = items
        .iter()
        .filter(|item| comment.end <= item.range.start && item.range.end <= around.range.end)
        .min_by_key(|item| item.range.start);
    match next {
        Some(next) => Anchor::Before(next.path.clone()),
        None if around.close.is_some_and(|close| comment.end <= close) => {
            Anchor::Within(around.path.clone())
        }
        None => Anchor::Beginning(around.path.clone()),
    }
}

/// Every value of a text, outer ones first, and where its comments are.
fn walk(text: &str) -> (Vec<Item>, Vec<Range<usize>>) {
    let mut scan = Scan::new(text);
    scan.attributes();
    let mut items = Vec::new();
    let start = scan.at;
    value(&mut scan, start, &mut Vec::new(), &mut items);
    scan.space();
    (items, scan.comments)
}

/// Walks the value at the cursor, whose key, if it has one, began at `start`.
fn value(scan: &mut Scan<'_>, start: usize, path: &mut Vec<Step>, items: &mut Vec<Item>) {
    let here = items.len();
    items.push(Item {
        path: path.clone(),
        range: start..start,
        close: None,
    });
    let mut is_option = false;
    if !matches!(scan.peek(), Some('(' | '[' | '{')) {
        is_option = scan.atom() == "Some";
        items[here].range.end = scan.at;
        scan.space();
        if scan.peek() != Some('(') {
            return;
        }
    }
    scan.bump();
    let mut index = 0;
    let mut names: HashMap<String, usize> = HashMap::new();
    loop {
        scan.space();
        match scan.peek() {
            None => break,
            Some(')' | ']' | '}') => {
                items[here].close = Some(scan.at);
                scan.bump();
                break;
            }
            Some(',') => {
                scan.bump();
                index += 1;
            }
            Some(_) => {
                let entry = scan.at;
                let step = match scan.key() {
                    Some(key) => Some(Step::Key(key)),
                    None => {
                        scan.at = entry;
                        let name = first_field(scan);
                        scan.at = entry;
                        match name {
                            _ if is_option => None,
                            None => Some(Step::Index(index)),
                            Some(name) => {
                                let nth = names.entry(name.clone()).or_default();
                                *nth += 1;
                                Some(Step::Key(format!("{name} {nth}")))
                            }
                        }
                    }
                };
                scan.space();
                path.extend(step.clone());
                value(scan, entry, path, items);
                if step.is_some() {
                    path.pop();
                }
            }
        }
    }
    items[here].range.end = scan.at;
}

/// What tells an element of a list from the others, wherever it is moved: its first field, with its value.
fn first_field(scan: &mut Scan<'_>) -> Option<String> {
    if scan.peek() != Some('(') {
        return None;
    }
    scan.bump();
    scan.space();
    let name = scan.key()?;
    scan.space();
    let plain = !matches!(scan.peek(), None | Some('(' | '[' | '{'));
    plain.then(|| format!("{name}: {}", scan.atom()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "// Attache\n(\n    a: 1,\n    list: [\n        (id: \"x\", n: 1),\n        \
                         (id: \"y\", n: 2),\n    ],\n    map: {\n        \"k\": (v: 3),\n    },\n)\n";

    fn kept(written: &str, plain: &str) -> String {
        Comments::of(written).put_into(plain.to_owned())
    }

    #[test]
    fn each_comment_goes_where_what_it_stands_beside_has_gone() {
        let written = "// Attache\n// Mine.\n( // all\n  list: [ // who\n    /* y\n first */\n    \
                       (id: \"y\", n: 20), // twenty\n    // x\n    (id: \"x\", // the one\n     n: 10),\n    \
                       // no more\n  ],\n  // one\n  // of two\n  a: /* really */ 7, // seven\n  \
                       map: {\"k\": (v: 30 /* v */)}\n  // last\n) // end\n// after\n";
        let wanted = "// Attache\n// Mine.\n( // all\n    // one\n    // of two\n    \
                      a: 1, /* really */ // seven\n    list: [ // who\n        // x\n        \
                      (id: \"x\", n: 1), // the one\n        /* y\n first */\n        \
                      (id: \"y\", n: 2), // twenty\n        // no more\n    ],\n    map: {\n        \
                      \"k\": (v: 3), /* v */\n    },\n    // last\n) // end\n// after\n";
        let once = kept(written, PLAIN);
        assert_eq!(once, wanted);
        // Saved again, they stay.
        assert_eq!(kept(&once, PLAIN), wanted);
    }

    #[test]
    fn a_comment_may_hold_what_looks_like_values_and_any_character() {
        let (one, two, three) = (
            "// 🏦 list: [(id: \"x\")], a: 2",
            "/* /* 𝄞 */ \u{2028} a: 3 */",
            "// fin, sans saut de ligne",
        );
        let written = format!("(a: 1, {one}\n list: [ {two} (id: \"x\", n: 1)]) {three}");
        let wanted = PLAIN
            .replace("    list: [", &format!("    list: [ {two}"))
            .replace("    a: 1,", &format!("    a: 1, {one}"));
        let wanted = wanted.strip_suffix('\n').unwrap();
        assert_eq!(kept(&written, PLAIN), format!("{wanted} {three}\n"));
        let crlf = written.replace('\n', "\r\n");
        assert_eq!(kept(&crlf, PLAIN), format!("{wanted} {three}\n"));
    }

    #[test]
    fn a_comment_on_what_is_gone_is_put_at_the_end() {
        let written = "(a: 1, // one\n gone: 2, // two\n // three\n more: (b: 3) /* four */)";
        let wanted = PLAIN.replace("a: 1,", "a: 1, // one") + "// two\n// three\n/* four */\n";
        assert_eq!(kept(written, PLAIN), wanted);
    }

    #[test]
    fn what_looks_like_a_comment_in_a_text_is_none_and_our_own_line_is_not_doubled() {
        let written = "// Attache\r\n(a: \"// no\", b: r#\"/* no */\"#)\r\n";
        assert_eq!(Comments::of(written), Comments::default());
        assert_eq!(kept("// Attache\n( a : 1 )", PLAIN), PLAIN);
        // Only as the first line is it the program's.
        assert_eq!(
            kept("(a: 1)\n// Attache", PLAIN),
            format!("{PLAIN}// Attache\n")
        );
        let crlf = "// Attache\r\n// à moi\r\n(\r\n  a: 1, // un\r\n)\r\n";
        let wanted = PLAIN
            .replace("// Attache\n", "// Attache\n// à moi\n")
            .replace("a: 1,", "a: 1, // un");
        assert_eq!(kept(crlf, PLAIN), wanted);
    }
}
