//! Names of files: which one is suggested, what is added at its end, what its end stands for.

use std::path::{Path, PathBuf};

use super::errand::Purpose;
use crate::i18n::Words;
use crate::report::{self, Paper, Picture};
use crate::ui::document::Document;

/// A file name made of the company's.
pub fn suggested(purpose: Purpose, document: &Document, words: &Words) -> String {
    let company: String = document
        .profile
        .header
        .company
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let stem = if company.is_empty() {
        words.get("untitled-file")
    } else {
        company.to_lowercase()
    };
    format!("{stem}.{}", purpose.extension())
}

/// What stands in the path field at first.
pub fn typed_start(purpose: Purpose, document: &Document, words: &Words) -> String {
    let folder = document.folder();
    if purpose.opens() {
        return folder.map_or(String::new(), |folder| format!("{}/", folder.display()));
    }
    let name = suggested(purpose, document, words);
    let path = folder.map_or_else(|| documents().join(&name), |folder| folder.join(&name));
    path.display().to_string()
}

/// The folder where people keep documents, else their home, else here.
fn documents() -> PathBuf {
    directories::UserDirs::new().map_or_else(PathBuf::new, |dirs| {
        dirs.document_dir()
            .unwrap_or_else(|| dirs.home_dir())
            .to_owned()
    })
}

/// Adds the usual extension to a name that has none. A profile always ends as one: the dot in
/// `Site n.1` begins no extension.
pub fn with_extension(path: PathBuf, purpose: Purpose) -> PathBuf {
    let ends = match path.extension() {
        Some(end) if purpose == Purpose::Save => end.eq_ignore_ascii_case("ron"),
        end => end.is_some(),
    };
    if ends {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(purpose.extension());
    PathBuf::from(name)
}

/// The document that is meant by the end of a name; `None` where the purpose has no such document.
pub fn document_of(purpose: Purpose, path: &Path) -> Option<report::Document> {
    match (purpose, report::Document::of(path, None)) {
        (Purpose::ExportReport, Some(markdown @ report::Document::Markdown)) => Some(markdown),
        (Purpose::ExportReport, _) => None,
        (Purpose::Print, _) => Some(report::Document::Page(Paper::Sheet, Picture::Pdf)),
        (Purpose::ExportPage(paper), _) => {
            Picture::of(path).map(|picture| report::Document::Page(paper, picture))
        }
        _ => Picture::of(path).map(report::Document::Chart),
    }
}
