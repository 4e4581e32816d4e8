//! Parts, how they refer to each other, and the archive that holds them: the same bytes everywhere.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Before the name of every relationship and of every kind of content.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Presentation,
    Master,
    Layout,
    Slide,
    NotesMaster,
    Notes,
    Theme,
    PresentationProperties,
    ViewProperties,
    TableStyles,
    Chart,
    Workbook,
    CoreProperties,
    AppProperties,
    /// The main part of a workbook, and a sheet of it.
    Book,
    Sheet,
    Image(&'static str),
}

impl Content {
    fn kind(self) -> String {
        let of = |family: &str, name: &str| {
            format!("application/vnd.openxmlformats-officedocument.{family}.{name}+xml")
        };
        let deck = |name: &str| of("presentationml", name);
        match self {
            Self::Presentation => deck("presentation.main"),
            Self::Master => deck("slideMaster"),
            Self::Layout => deck("slideLayout"),
            Self::Slide => deck("slide"),
            Self::NotesMaster => deck("notesMaster"),
            Self::Notes => deck("notesSlide"),
            Self::PresentationProperties => deck("presProps"),
            Self::ViewProperties => deck("viewProps"),
            Self::TableStyles => deck("tableStyles"),
            Self::Theme => "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
            Self::Chart => of("drawingml", "chart"),
            Self::Workbook => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned()
            }
            Self::CoreProperties => {
                "application/vnd.openxmlformats-package.core-properties+xml".to_owned()
            }
            Self::AppProperties => {
                "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()
            }
            Self::Book => of("spreadsheetml", "sheet.main"),
            Self::Sheet => of("spreadsheetml", "worksheet"),
            Self::Image(kind) => format!("image/{kind}"),
        }
    }

    /// The name of the relationship that leads to such a part.
    fn relation(self) -> String {
        let name = match self {
            Self::Presentation | Self::Book => "officeDocument",
            Self::Master => "slideMaster",
            Self::Layout => "slideLayout",
            Self::Slide => "slide",
            Self::NotesMaster => "notesMaster",
            Self::Notes => "notesSlide",
            Self::PresentationProperties => "presProps",
            Self::ViewProperties => "viewProps",
            Self::TableStyles => "tableStyles",
            Self::Theme => "theme",
            Self::Chart => "chart",
            Self::Workbook => "package",
            Self::CoreProperties => return CORE.to_owned(),
            Self::AppProperties => "extended-properties",
            Self::Sheet => "worksheet",
            Self::Image(_) => "image",
        };
        format!("{OFFICE}/{name}")
    }
}

/// One file of the archive.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// From the root of the archive, such as `ppt/slides/slide1.xml`.
    pub name: String,
    pub content: Content,
    pub bytes: Vec<u8>,
    pub rels: Vec<Rel>,
}

/// That a part needs another one, which it calls by this id.
#[derive(Clone, Debug, PartialEq)]
pub struct Rel {
    pub id: String,
    pub content: Content,
    /// The name of the other part.
    pub to: String,
}

impl Part {
    pub fn xml(name: impl Into<String>, content: Content, body: &str) -> Self {
        Self {
            name: name.into(),
            content,
            bytes: format!("{HEAD}{body}").into_bytes(),
            rels: Vec::new(),
        }
    }

    /// Needs another part, which is called `rId1`, `rId2`… in the order in which they are needed.
    pub fn needs(mut self, content: Content, to: impl Into<String>) -> Self {
        self.rels.push(Rel {
            id: format!("rId{}", self.rels.len() + 1),
            content,
            to: to.into(),
        });
        self
    }
}

/// Why there is no archive. No profile should lead to this.
pub type PackageError = zip::result::ZipError;

/// Packs parts, those at the root of everything being `first`.
pub fn pack(parts: &[Part], first: &[&str]) -> Result<Vec<u8>, PackageError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Nothing of the clock or of the system.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), PackageError> {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
        Ok(())
    };
    put("[Content_Types].xml", types(parts).as_bytes())?;
    let roots: Vec<Rel> = first
        .iter()
        .enumerate()
        .filter_map(|(at, name)| {
            let part = parts.iter().find(|part| part.name == **name)?;
            Some(Rel {
                id: format!("rId{}", at + 1),
                content: part.content,
                to: part.name.clone(),
            })
        })
        .collect();
    put("_rels/.rels", rels("", &roots).as_bytes())?;
    for part in parts {
        put(&part.name, &part.bytes)?;
        if !part.rels.is_empty() {
            let (folder, name) = part.name.rsplit_once('/').unwrap_or(("", &part.name));
            let of = format!("{folder}/_rels/{name}.rels");
            put(&of, rels(&part.name, &part.rels).as_bytes())?;
        }
    }
    Ok(archive.finish()?.into_inner())
}

fn types(parts: &[Part]) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for part in parts {
        let (name, kind) = (&part.name, part.content.kind());
        let _ = write!(
            out,
            "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"
        );
    }
    out + "</Types>"
}

fn rels(from: &str, rels: &[Rel]) -> String {
    let mut out = format!(
        "{HEAD}<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for rel in rels {
        let (id, kind, to) = (&rel.id, rel.content.relation(), relative(from, &rel.to));
        let _ = write!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{to}\"/>"
        );
    }
    out + "</Relationships>"
}

/// How a part is called from another one.
fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    from.pop();
    let mut to: Vec<&str> = to.split('/').collect();
    while to.len() > 1 && from.first() == to.first() {
        from.remove(0);
        to.remove(0);
    }
    let up = "../".repeat(from.len());
    format!("{up}{}", to.join("/"))
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn parts_are_called_from_where_they_are_needed() {
        for (from, to, called) in [
            ("", "ppt/presentation.xml", "ppt/presentation.xml"),
            (
                "ppt/presentation.xml",
                "ppt/slides/slide1.xml",
                "slides/slide1.xml",
            ),
            (
                "ppt/slides/slide1.xml",
                "ppt/charts/chart1.xml",
                "../charts/chart1.xml",
            ),
        ] {
            assert_eq!(relative(from, to), called);
        }
    }
}
