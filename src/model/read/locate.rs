//! Finds where a field stands in a RON text, so that a problem found after reading can be placed.
//! The text has been read successfully before, so its syntax is sound.

use std::ops::Range;

/// One step into a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A struct field or a map key.
    Key(String),
    /// A position in a list or tuple.
    Index(usize),
}

impl Step {
    pub fn key(name: &str) -> Self {
        Self::Key(name.to_owned())
    }

    /// The path as written in messages: `questions[0].too_close`.
    pub fn join(path: &[Self]) -> String {
        let mut out = String::new();
        for step in path {
            match step {
                Self::Key(key) if out.is_empty() => out.push_str(key),
                Self::Key(key) => {
                    out.push('.');
                    out.push_str(key);
                }
                Self::Index(index) => out.push_str(&format!("[{index}]")),
            }
        }
        out
    }
}

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// The place of the value at `path`, or of the deepest part of the path that exists.
pub fn position(text: &str, path: &[Step]) -> Place {
    let mut scan = Scan::new(text);
    scan.attributes();
    let offset = scan.find(path);
    let before = &text[..offset];
    Place {
        line: before.matches('\n').count() + 1,
        column: before.chars().rev().take_while(|&c| c != '\n').count() + 1,
    }
}

pub(super) struct Scan<'a> {
    text: &'a str,
    pub at: usize,
    /// Where the comments are that were skipped so far, in their order.
    pub comments: Vec<Range<usize>>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            comments: Vec::new(),
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip_to(&mut self, end: &str) {
        self.at += self
            .rest()
            .find(end)
            .map_or(self.rest().len(), |found| found + end.len());
    }

    /// Skips what may stand before the document, such as `#![enable(implicit_some)]`.
    pub fn attributes(&mut self) {
        self.space();
        while self.peek() == Some('#') {
            while !matches!(self.peek(), None | Some(']')) {
                self.bump();
                self.space();
            }
            self.bump();
            self.space();
        }
    }

    /// Skips white space and comments.
    pub fn space(&mut self) {
        loop {
            let start = self.at;
            if self.rest().starts_with("//") {
                self.skip_to("\n");
            } else if self.rest().starts_with("/*") {
                self.block_comment();
            } else if self.peek().is_some_and(is_space) {
                self.bump();
                continue;
            } else {
                return;
            }
            // One that was skipped before is skipped again after a step back.
            if self.comments.last().is_none_or(|last| last.start < start) {
                self.comments.push(start..self.at);
            }
        }
    }

    /// Skips a comment and those within it.
    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.rest().starts_with("/*") {
                self.at += 2;
                depth += 1;
            } else if self.rest().starts_with("*/") {
                self.at += 2;
                depth -= 1;
            } else if self.peek().is_some() {
                self.bump();
            }
            if depth == 0 || self.peek().is_none() {
                return;
            }
        }
    }

    /// Reads a string, name, number or character; gives its text without quotes.
    pub fn atom(&mut self) -> String {
        let start = self.at;
        if let Some(quote @ ('"' | '\'')) = self.peek() {
            self.bump();
            while let Some(c) = self.peek() {
                self.bump();
                match c {
                    '\\' => self.bump(),
                    c if c == quote => break,
                    _ => {}
                }
            }
            return self.text[start + 1..self.at.max(start + 2) - 1].to_owned();
        }
        if let Some(raw) = self.rest().strip_prefix('r') {
            let hashes = raw.len() - raw.trim_start_matches('#').len();
            if raw[hashes..].starts_with('"') {
                let end = format!("\"{}", "#".repeat(hashes));
                self.at += 1 + end.len();
                let start = self.at;
                self.skip_to(&end);
                let end = self.at.saturating_sub(end.len()).max(start);
                return self.text[start..end].to_owned();
            }
        }
        while self
            .peek()
            .is_some_and(|c| !is_space(c) && !"()[]{},:\"/".contains(c))
        {
            self.bump();
        }
        if self.at == start {
            // Nothing of the format begins so; go on all the same.
            self.bump();
        }
        // A name may be marked as one, as in `r#type`.
        let atom = &self.text[start..self.at];
        atom.strip_prefix("r#").unwrap_or(atom).to_owned()
    }

    /// Walks the value at the cursor. Gives the offset of `path` in it, or of the value itself.
    fn find(&mut self, path: &[Step]) -> usize {
        let start = self.at;
        let mut found = start;
        // Paths speak of what is in an option as if it stood alone.
        let mut is_option = false;
        if !matches!(self.peek(), Some('(' | '[' | '{')) {
            is_option = self.atom() == "Some";
            self.space();
            // A named struct or variant goes on with its content.
            if self.peek() != Some('(') {
                return found;
            }
        }
        self.bump();
        let mut index = 0;
        loop {
            self.space();
            match self.peek() {
                None => return found,
                Some(')' | ']' | '}') => {
                    self.bump();
                    return found;
                }
                Some(',') => {
                    self.bump();
                    index += 1;
                }
                Some(_) => {
                    let entry = self.at;
                    let key = self.key();
                    let rest = match (&key, path.first()) {
                        (None, _) if is_option => Some(path),
                        (Some(key), Some(Step::Key(wanted))) if key == wanted => Some(&path[1..]),
                        (None, Some(Step::Index(wanted))) if *wanted == index => Some(&path[1..]),
                        _ => None,
                    };
                    if key.is_none() {
                        self.at = entry;
                    }
                    self.space();
                    let offset = self.find(rest.unwrap_or_default());
                    if rest.is_some() {
                        found = offset;
                    }
                }
            }
        }
    }

    /// Reads `key:` if the entry at the cursor has one; the caller rewinds otherwise.
    pub fn key(&mut self) -> Option<String> {
        if matches!(self.peek(), Some('(' | '[' | '{')) {
            return None;
        }
        let name = self.atom();
        self.space();
        (self.peek() == Some(':')).then(|| {
            self.bump();
            name
        })
    }
}

/// What the format takes for white space: also the marks of direction.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, path: &[Step]) -> (usize, usize) {
        let place = position(text, path);
        (place.line, place.column)
    }

    #[test]
    fn finds_fields_keys_and_indices() {
        let text = "(\n  a: 1, // b: 2\n  b: {\"x,:\": (v: [1, Some(3)]), \"y\": 4},\n)";
        let at = |path: &[Step]| at(text, path);
        assert_eq!(at(&[Step::key("a")]), (2, 6));
        assert_eq!(at(&[Step::key("b"), Step::key("y")]), (3, 38));
        let deep = [
            Step::key("b"),
            Step::key("x,:"),
            Step::key("v"),
            Step::Index(1),
        ];
        // What an option holds is meant, not the option.
        assert_eq!(at(&deep), (3, 27));
        // What does not exist is placed at its nearest parent.
        assert_eq!(at(&[Step::key("b"), Step::key("z")]), (3, 6));
    }

    #[test]
    fn all_that_the_format_allows_is_walked_through() {
        let path = [Step::key("b"), Step::key("y")];
        for text in [
            "#![enable(implicit_some)]\n(b: (y: 77))",
            "#![enable(unwrap_newtypes)] # ! [ enable ( /* ] */ implicit_some ) ]\n\n(b: (y: 77))",
            "/* a /* (b: (y: 0)) */ \" */ (b: (y: 77))",
            "/**/(/*/**/*/b:/***/(// y: 0\n y/*:*/:77/**/))",
            "Company(b: Some((x: r#\"y: \"\"#, y: 77)))",
            "#![enable(unwrap_variant_newtypes)] (b: Some(y: 77))",
            "(b: {r\"x\": 0, r#\"y\"#: 77})",
            "(r#b: (r#y: 77))",
            "(\u{200e}b:\u{2028}(y:\u{b}77))",
            "(b: (x: '(', y: 77e3))",
            "(b: (x: '\\'', w: '/', y: 77))",
        ] {
            let before = text.split("77").next().unwrap_or_default();
            let line = before.split('\n').count();
            let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
            assert_eq!(at(text, &path), (line, column), "{text}");
            assert!(
                ron::from_str::<serde::de::IgnoredAny>(text).is_ok(),
                "{text}"
            );
        }
    }

    #[test]
    fn what_an_option_holds_is_placed_in_it() {
        let text = "(a: Some([1, Some((x: 2))]), b: None, c: Some(\"x\"))";
        let a = |rest: &[Step]| at(text, &[&[Step::key("a")], rest].concat());
        assert_eq!(a(&[]), (1, 10));
        assert_eq!(a(&[Step::Index(0)]), (1, 11));
        assert_eq!(a(&[Step::Index(1), Step::key("x")]), (1, 23));
        assert_eq!(at(text, &[Step::key("b")]), (1, 33));
    }
}
