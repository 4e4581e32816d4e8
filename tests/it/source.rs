//! The program's own source as tokens, for the tests that read it.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file under `src/`, by its path from there, with its tokens; what is compiled for tests only
/// is left out.
pub fn files() -> Vec<(PathBuf, TokenStream)> {
    let mut found = Vec::new();
    read(&root(), &mut found);
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn read(folder: &Path, found: &mut Vec<(PathBuf, TokenStream)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, found);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let tokens: TokenStream = text.parse().unwrap();
            let name = path.strip_prefix(root()).unwrap().to_owned();
            found.push((name, without_tests(tokens)));
        }
    }
}

/// Leaves out what stands behind `#[cfg(test)]`.
fn without_tests(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut skipping = false;
    for token in tokens {
        if skipping {
            skipping = group(&token, Delimiter::Brace).is_none() && !is(Some(&token), ";");
            continue;
        }
        let attribute = group(&token, Delimiter::Bracket).map(|inside| inside.to_string());
        if attribute.is_some_and(|text| text.replace(' ', "") == "cfg(test)") {
            kept.pop();
            skipping = true;
            continue;
        }
        kept.push(token);
    }
    kept.into_iter().collect()
}

/// Tokens in the order in which they are written: each pair of brackets, then what is within it.
pub fn flat(tokens: impl IntoIterator<Item = TokenTree>) -> Vec<TokenTree> {
    let mut all = Vec::new();
    for token in tokens {
        all.push(token.clone());
        if let TokenTree::Group(group) = token {
            all.extend(flat(group.stream()));
        }
    }
    all
}

/// What stands within a pair of brackets of this kind.
pub fn group(token: &TokenTree, delimiter: Delimiter) -> Option<TokenStream> {
    match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

pub fn is(token: Option<&TokenTree>, text: &str) -> bool {
    match token {
        Some(TokenTree::Ident(ident)) => *ident == text,
        Some(TokenTree::Punct(punct)) => text.len() == 1 && text.starts_with(punct.as_char()),
        _ => false,
    }
}

/// The text of a literal without escapes.
pub fn text(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    let inside = written.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains('\\')).then(|| inside.to_owned())
}

/// Every such text within tokens, at any depth.
pub fn texts(tokens: impl IntoIterator<Item = TokenTree>) -> Vec<String> {
    let literal = |token| match token {
        TokenTree::Literal(literal) => text(&literal),
        _ => None,
    };
    flat(tokens).into_iter().filter_map(literal).collect()
}

/// The parts between commas.
pub fn parts(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens
        .split(|token| is(Some(token), ","))
        .map(<[TokenTree]>::to_vec)
        .filter(|part| !part.is_empty())
        .collect()
}
