//! Names of files: which one is suggested, what is added at its end, what its end stands for.

use std::path::{Path, PathBuf};

use super::errand::Purpose;
use crate::i18n::Words;
use crate::report::{self, Paper, Picture};
use crate::store;
use crate::ui::document::Document;

/// The longest stem that is made of a company's name, in bytes: systems take 255 for a whole name.
const LONGEST: usize = 180;

/// The name that is offered: that of the open file where it is saved again, else one made of the
/// company's. It ends as such files now do, whatever the open one ends with.
pub fn suggested(purpose: Purpose, document: &Document, words: &Words) -> String {
    let stem = match document.path.as_deref().and_then(profile_stem) {
        Some(stem) if purpose == Purpose::Save => stem.to_owned(),
        _ if purpose == Purpose::ExportQuestionnaire => words.get("questionnaire-file"),
        _ => company_stem(&document.profile.header.company, words),
    };
    format!("{stem}.{}", purpose.extension())
}

/// The name by which people know a file.
pub fn name_of(place: &Path) -> String {
    let name = place.file_name().unwrap_or(place.as_os_str());
    name.display().to_string()
}

/// The name of a profile's file without what says that it is one.
fn profile_stem(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    let end = Purpose::Open.extensions().find_map(|end| {
        let at = name.len().checked_sub(end.len())?;
        let dot = at.checked_sub(1)?;
        let ends = name.get(at..)?.eq_ignore_ascii_case(end) && name.as_bytes()[dot] == b'.';
        ends.then_some(dot)
    });
    Some(&name[..end.unwrap_or(name.len())]).filter(|stem| !stem.is_empty())
}

/// A company's name as one that every system gives to a file: who gets it may have another.
fn company_stem(company: &str, words: &Words) -> String {
    let signs = company.trim().chars();
    let signs = signs.map(|c| if c.is_alphanumeric() { c } else { '-' });
    let mut stem = signs.collect::<String>().to_lowercase();
    stem.truncate(stem.floor_char_boundary(LONGEST));
    if stem.is_empty() {
        words.get("untitled-file")
    } else if store::is_device(&stem) {
        format!("{}-{stem}", words.get("untitled-file"))
    } else {
        stem
    }
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
pub fn documents() -> PathBuf {
    directories::UserDirs::new().map_or_else(PathBuf::new, |dirs| {
        dirs.document_dir()
            .unwrap_or_else(|| dirs.home_dir())
            .to_owned()
    })
}

/// Adds the usual extension to a name that has none. A profile always ends as one, under its own
/// extension or a former one: the dot in `Site n.1` begins no extension.
pub fn with_extension(path: PathBuf, purpose: Purpose) -> PathBuf {
    let ends = match path.extension() {
        Some(end) if purpose == Purpose::Save => purpose
            .extensions()
            .any(|known| end.eq_ignore_ascii_case(known)),
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
        (Purpose::ExportReport, of) => {
            let whole = [report::Document::Html, report::Document::Markdown];
            of.filter(|document| whole.contains(document))
        }
        (Purpose::ExportDeck, Some(deck @ report::Document::Deck(_))) => Some(deck),
        (Purpose::ExportWorkbook, Some(workbook @ report::Document::Workbook)) => Some(workbook),
        (Purpose::ExportQuestionnaire, Some(report::Document::Workbook)) => {
            Some(report::Document::Questionnaire)
        }
        (Purpose::ExportDeck | Purpose::ExportWorkbook | Purpose::ExportQuestionnaire, _) => None,
        (Purpose::Print, _) => Some(report::Document::Page(Paper::Sheet, Picture::Pdf)),
        (Purpose::ExportPage(paper), _) => {
            Picture::of(path).map(|picture| report::Document::Page(paper, picture))
        }
        _ => Picture::of(path).map(report::Document::Chart),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn a_company_gives_its_name_to_a_file_on_every_system() {
        let words = Words::new(Lang::Fr);
        let named = |company: &str| company_stem(company, &words);
        assert_eq!(named("Banque Delorme & Cie"), "banque-delorme---cie");
        assert_eq!(named("  "), "profil");
        for device in [
            "Con", "Aux", "NUL", "PRN", "COM1", "lpt9", "Com²", " CON ", "Con.", "Nul.Part",
        ] {
            let stem = named(device);
            assert!(!store::is_device(&format!("{stem}.attache")), "{stem}");
        }
        assert_eq!(named("Con"), "profil-con");
        assert_eq!(named("COM1"), "profil-com1");
        // Only what begins alike.
        for company in ["Console", "Conseil", "COM10", "Auxilium"] {
            assert_eq!(named(company), company.to_lowercase());
        }
        assert_eq!(named(&"é".repeat(200)), "é".repeat(90));
        assert_eq!(named(&"社".repeat(200)), "社".repeat(60));
    }
}
