//! Finds where a field stands in a RON text, so that a problem found after reading can be placed.
//! The text has been read successfully before, so its syntax is sound.

/// One step into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    let mut scan = Scan { text, at: 0 };
    scan.space();
    let offset = scan.find(path);
    let before = &text[..offset];
    Place {
        line: before.matches('\n').count() + 1,
        column: before.chars().rev().take_while(|&c| c != '\n').count() + 1,
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip_to(&mut self, end: &str) {
        self.at += self
            .rest()
            .find(end)
            .map_or(self.rest().len(), |found| found + end.len());
    }

    /// Skips white space and comments.
    fn space(&mut self) {
        loop {
            if self.rest().starts_with("//") {
                self.skip_to("\n");
            } else if self.rest().starts_with("/*") {
                self.skip_to("*/");
            } else if self.peek().is_some_and(char::is_whitespace) {
                self.bump();
            } else {
                return;
            }
        }
    }

    /// Reads a string, name, number or character; gives its text without quotes.
    fn atom(&mut self) -> String {
        let start = self.at;
        if self.peek() == Some('"') {
            self.bump();
            while let Some(c) = self.peek() {
                self.bump();
                match c {
                    '\\' => self.bump(),
                    '"' => break,
                    _ => {}
                }
            }
            return self.text[start + 1..self.at.max(start + 2) - 1].to_owned();
        }
        if self.rest().starts_with("r#") || self.rest().starts_with("r\"") {
            let hashes = self.rest()[1..].chars().take_while(|&c| c == '#').count();
            self.at += 1 + hashes + 1;
            self.skip_to(&format!("\"{}", "#".repeat(hashes)));
            return String::new();
        }
        while self
            .peek()
            .is_some_and(|c| !c.is_whitespace() && !"()[]{},:\"".contains(c))
        {
            self.bump();
        }
        self.text[start..self.at].to_owned()
    }

    /// Walks the value at the cursor. Gives the offset of `path` in it, or of the value itself.
    fn find(&mut self, path: &[Step]) -> usize {
        let start = self.at;
        let mut found = start;
        if !matches!(self.peek(), Some('(' | '[' | '{')) {
            self.atom();
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
                    let here = match (&key, path.first()) {
                        (Some(key), Some(Step::Key(wanted))) => key == wanted,
                        (None, Some(Step::Index(wanted))) => *wanted == index,
                        _ => false,
                    };
                    if key.is_none() {
                        self.at = entry;
                    }
                    self.space();
                    let offset = self.find(if here { &path[1..] } else { &[] });
                    if here {
                        found = offset;
                    }
                }
            }
        }
    }

    /// Reads `key:` if the entry at the cursor has one; the caller rewinds otherwise.
    fn key(&mut self) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_fields_keys_and_indices() {
        let text = "(\n  a: 1, // b: 2\n  b: {\"x,:\": (v: [1, Some(3)]), \"y\": 4},\n)";
        let at = |path: &[Step]| {
            let place = position(text, path);
            (place.line, place.column)
        };
        assert_eq!(at(&[Step::key("a")]), (2, 6));
        assert_eq!(at(&[Step::key("b"), Step::key("y")]), (3, 38));
        let deep = [
            Step::key("b"),
            Step::key("x,:"),
            Step::key("v"),
            Step::Index(1),
        ];
        assert_eq!(at(&deep), (3, 22));
        // What does not exist is placed at its nearest parent.
        assert_eq!(at(&[Step::key("b"), Step::key("z")]), (3, 6));
    }
}
