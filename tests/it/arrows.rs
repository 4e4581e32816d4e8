//! Who may know whom: every path in the source is held to the table of `ARCHITECTURE.md`, and no
//! modules go round in a circle.

use std::collections::{BTreeMap, BTreeSet};

use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::source::{files, group, is};

/// A module by its path from the crate: `["model", "text"]`.
type Module = Vec<String>;

/// Every module, with what it says of others.
struct Source(BTreeMap<Module, File>);

#[derive(Default)]
struct File {
    /// Paths as they are written, imports and others.
    paths: Vec<Vec<String>>,
    /// Names that stand for a path: imports, and what is given on (`pub use`).
    names: BTreeMap<String, Vec<String>>,
    given_on: BTreeSet<String>,
}

fn module(path: &Path) -> Module {
    let path = path.with_extension("");
    let parts = path.iter().map(|part| part.to_str().unwrap().to_owned());
    parts
        .filter(|part| part != "mod" && part != "lib")
        .collect()
}

impl Source {
    fn read() -> Self {
        let read = |(path, tokens): (PathBuf, TokenStream)| {
            let mut file = File::default();
            file.read(tokens);
            (module(&path), file)
        };
        Self(files().into_iter().map(read).collect())
    }

    /// The module that a path leads to from another one; a name that a module gives on is followed.
    /// `Err` with the whole path of what is not in this crate.
    fn resolve(&self, from: &Module, path: &[String]) -> Result<Module, String> {
        let mut at = from.clone();
        let mut outside = true;
        for (index, name) in path.iter().enumerate() {
            let below = [&at[..], std::slice::from_ref(name)].concat();
            match name.as_str() {
                "crate" | "attache" => at.clear(),
                "self" => {}
                "super" => {
                    at.pop();
                }
                _ if self.0.contains_key(&below) => at = below,
                _ => {
                    let names = self.0.get(&at).map(|file| &file.names);
                    let stands_for = names.and_then(|names| names.get(name));
                    return match stands_for.filter(|to| to.first() != Some(name)) {
                        Some(to) => self.resolve(&at, &[to, &path[index + 1..]].concat()),
                        None if outside => Err(path.join("::")),
                        None => Ok(at),
                    };
                }
            }
            outside = false;
        }
        Ok(at)
    }

    /// Every path of a module that may lead to others.
    fn paths(&self, of: &Module) -> impl Iterator<Item = &Vec<String>> {
        let file = &self.0[of];
        file.paths
            .iter()
            .filter(|path| path.len() > 1 || file.given_on.contains(&path[0]))
    }

    /// Which other modules each module needs.
    fn arrows(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let needs = |from: &Module| {
            let found = self
                .paths(from)
                .filter_map(|path| self.resolve(from, path).ok());
            found.filter(|to| to != from).collect()
        };
        self.0
            .keys()
            .map(|from| (from.clone(), needs(from)))
            .collect()
    }
}

impl File {
    /// Reads a run of tokens and, within its brackets, all others.
    fn read(&mut self, tokens: TokenStream) {
        let run: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < run.len() {
            let before = |back: usize| at.checked_sub(back).map(|at| &run[at]);
            if is(run.get(at), "use") && !is(run.get(at + 1), "<") {
                let end = run[at..].iter().position(|token| is(Some(token), ";"));
                let end = at + end.unwrap();
                let public = before(1).is_some_and(|token| {
                    is(Some(token), "pub") || group(token, Delimiter::Parenthesis).is_some()
                });
                self.import(&[], &run[at + 1..end], public);
                at = end;
            } else if let TokenTree::Ident(_) = &run[at] {
                let (path, after) = path(&run[at..]);
                self.paths.push(path);
                at += after - 1;
            } else if let TokenTree::Group(group) = &run[at] {
                self.read(group.stream());
            }
            at += 1;
        }
    }

    /// Reads a tree of imports: `a::{b as c, d}`.
    fn import(&mut self, prefix: &[String], tree: &[TokenTree], public: bool) {
        for branch in tree.split(|token| is(Some(token), ",")) {
            let (path, after) = path(branch);
            let mut path = [prefix, &path].concat();
            match branch.get(after) {
                Some(TokenTree::Group(group)) => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    self.import(&path, &inside, public);
                    continue;
                }
                None if branch.is_empty() => continue,
                _ => {}
            }
            if path.last().is_some_and(|name| name == "self") {
                path.pop();
            }
            let renamed = branch.get(after).is_some_and(|token| is(Some(token), "as"));
            let name = match branch.get(after + 1) {
                Some(TokenTree::Ident(name)) if renamed => name.to_string(),
                _ => path.last().cloned().unwrap_or_default(),
            };
            if public {
                self.given_on.insert(name.clone());
            } else {
                self.paths.push(path.clone());
            }
            self.names.insert(name, path);
        }
    }
}

/// The names of `a::b::c` at the beginning of tokens, and how many tokens they take, with the `::`
/// that leads to a group or to a star.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        names.push(name.to_string());
        at += 1;
        if !(is(tokens.get(at), ":") && is(tokens.get(at + 1), ":")) {
            break;
        }
        at += 2;
    }
    (names, at)
}

/// A row of the table: folders or files, and what they know nothing of.
struct Row {
    modules: Vec<Module>,
    ignores: Vec<String>,
}

fn table() -> Vec<Row> {
    let text = include_str!("../../ARCHITECTURE.md");
    let rows = text.lines().filter(|line| line.starts_with("| `src/"));
    rows.map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let paths = cells[1].split('`').skip(1).step_by(2);
        let ignores = cells[3].split(", ").filter(|word| !word.is_empty());
        Row {
            modules: paths
                .map(|path| module(Path::new(path.strip_prefix("src/").unwrap())))
                .collect(),
            ignores: ignores.map(str::to_owned).collect(),
        }
    })
    .collect()
}

/// What a word of the table stands for: crates, and modules of this one.
fn ignored(word: &str) -> &'static [&'static str] {
    match word {
        "egui" => &["egui", "eframe"],
        "files" => &["std::fs", "tempfile", "crate::store"],
        "time" => &["std::time", "jiff::Zoned", "jiff::Timestamp"],
        "words" => &["crate::i18n", "crate::wording"],
        "the model" => &["crate::model", "crate::analysis"],
        other => panic!("nobody has said what {other} is"),
    }
}

#[test]
fn arrows_go_up_the_table_and_nobody_knows_what_it_says_they_do_not() {
    let source = Source::read();
    let table = table();
    let row = |module: &Module| {
        let within = |row: &Row| row.modules.iter().any(|known| module.starts_with(known));
        table.iter().position(within)
    };
    let mut wrong = Vec::new();
    for from in source.0.keys().filter(|module| !module.is_empty()) {
        let Some(own) = row(from) else {
            wrong.push(format!("{from:?} is not in the table"));
            continue;
        };
        for path in source.paths(from) {
            let to = source.resolve(from, path);
            let leads = match &to {
                Ok(to) => format!("crate::{}", to.join("::")),
                Err(outside) => outside.clone(),
            };
            let words = table[own].ignores.iter();
            let mut ignored = words.flat_map(|word| ignored(word));
            let climbs = to.is_ok_and(|to| row(&to).is_some_and(|to| to > own));
            if climbs || ignored.any(|known| leads.starts_with(known)) {
                wrong.push(format!("{} knows {leads}", from.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_modules_go_round_in_a_circle() {
    let arrows = Source::read().arrows();
    let reached = |from: &Module| {
        let mut found = BTreeSet::new();
        let mut ahead: Vec<&Module> = arrows[from].iter().collect();
        while let Some(module) = ahead.pop() {
            if found.insert(module) {
                ahead.extend(&arrows[module]);
            }
        }
        found
    };
    let all: BTreeMap<&Module, BTreeSet<&Module>> =
        arrows.keys().map(|from| (from, reached(from))).collect();
    let mut circles = BTreeSet::new();
    for (from, reached) in &all {
        let with = reached.iter().filter(|module| all[*module].contains(from));
        let circle: Vec<String> = with.map(|module| module.join("::")).collect();
        if !circle.is_empty() {
            circles.insert(circle);
        }
    }
    assert!(circles.is_empty(), "{circles:#?}");
}
