//! The answer as a deck that can be edited: six slides of native shapes, with notes. XML is written here
//! part by part; nothing is copied from a file but the masters of a template that the user gives.

mod canvas;
mod chart;
mod connector;
mod design;
mod notes;
mod org;
mod package;
mod road;
mod slides;
mod story;
mod template;
mod theme;
mod workbook;

pub use package::PackageError;
pub use story::Story;
pub use template::Template;

use std::fmt::Write;

use canvas::{Canvas, Mark};
use design::Design;
use package::{Content, Part, pack};
use slides::{SLIDES, Told};

use super::escape::xml;
use super::render::{RenderError, logo_png};
use crate::draw::{Palette, Theme};
use crate::model::{Accent, Lang};

const PRESENTATION: &str = "ppt/presentation.xml";
const PROPERTIES: &str = "ppt/presProps.xml";
const VIEW: &str = "ppt/viewProps.xml";
const STYLES: &str = "ppt/tableStyles.xml";
const NOTES_MASTER: &str = "ppt/notesMasters/notesMaster1.xml";
/// The logo, and how high it is drawn where it is no picture, in pixels.
const LOGO: &str = "ppt/media/logo.png";
const LOGO_PIXELS: f32 = 240.0;
const CORE: &str = "docProps/core.xml";
const APP: &str = "docProps/app.xml";

/// The deck as the bytes of a file, with the masters of a template or our own.
///
/// # Errors
/// Where the archive cannot be packed, or the logo not drawn.
pub fn pptx(story: Story<'_>, template: Option<&Template>) -> Result<Vec<u8>, RenderError> {
    let brand = &story.header.brand;
    let accent = Palette::branded(Theme::Light, brand.accent.map(Accent::color)).accent;
    let design = template.map_or_else(|| theme::design(accent), |own| own.design.clone());
    let lang = match story.teller.words.lang() {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    };
    let told = Told::new(story);
    let mut parts = Vec::new();
    let mut names = Vec::new();
    let mut mark = None;
    if let Some(logo) = &brand.logo {
        parts.push(Part {
            name: LOGO.to_owned(),
            content: Content::Image("png"),
            bytes: logo_png(logo, LOGO_PIXELS)?,
            rels: Vec::new(),
        });
        mark = Some(Mark {
            part: LOGO.to_owned(),
            ratio: logo.ratio(),
            told: story.teller.words.get("brand-logo"),
        });
    }
    for (at, slide) in SLIDES.into_iter().enumerate() {
        let number = at + 1;
        let name = format!("ppt/slides/slide{number}.xml");
        let notes_name = format!("ppt/notesSlides/notesSlide{number}.xml");
        let mut canvas = Canvas::new(&design, lang);
        for part in slide(&told, &mut canvas)? {
            parts.push(part);
        }
        canvas.foot(&told.foot(), mark.as_ref());
        parts.push(canvas.finish(&name, &notes_name));
        let lines = told.notes(at);
        parts.push(notes::notes(&notes_name, &name, NOTES_MASTER, &lines, lang));
        names.push(name);
    }
    // Our own theme is the first one, those of a template are as many as it has masters.
    let themes = design
        .parts
        .iter()
        .filter(|part| part.content == Content::Theme);
    let notes_theme = format!("ppt/theme/theme{}.xml", themes.count() + 1);
    let mut all = vec![
        presentation(&design, &names),
        properties(
            PROPERTIES,
            Content::PresentationProperties,
            "presentationPr",
            "",
        ),
        properties(VIEW, Content::ViewProperties, "viewPr", ""),
        styles(),
        theme::notes_master(NOTES_MASTER, &notes_theme),
        theme::theme(&notes_theme, accent),
        core(story, &told.title(0), lang),
        app(),
    ];
    all.extend(design.parts);
    all.extend(parts);
    Ok(pack(&all, &[PRESENTATION, CORE, APP])?)
}

fn presentation(design: &Design, slides: &[String]) -> Part {
    let mut part = Part::xml(PRESENTATION, Content::Presentation, "");
    let mut masters = String::new();
    for master in &design.masters {
        part = part.needs(Content::Master, &*master.part);
        let (id, rel) = (master.id, part.rels.len());
        let _ = write!(masters, "<p:sldMasterId id=\"{id}\" r:id=\"rId{rel}\"/>");
    }
    part = part.needs(Content::NotesMaster, NOTES_MASTER);
    let notes = part.rels.len();
    let mut ids = String::new();
    for (at, slide) in slides.iter().enumerate() {
        part = part.needs(Content::Slide, &**slide);
        let (id, rel) = (256 + at, part.rels.len());
        let _ = write!(ids, "<p:sldId id=\"{id}\" r:id=\"rId{rel}\"/>");
    }
    for (content, name) in [
        (Content::PresentationProperties, PROPERTIES),
        (Content::ViewProperties, VIEW),
        (Content::TableStyles, STYLES),
    ] {
        part = part.needs(content, name);
    }
    // As the first master asks.
    let theme = design
        .parts
        .iter()
        .find(|part| part.content == Content::Theme);
    if let Some(theme) = theme {
        part = part.needs(Content::Theme, &*theme.name);
    }
    let (w, h) = design.size;
    let spaces = theme::SPACES;
    let body = format!(
        "{}<p:presentation {spaces} saveSubsetFonts=\"1\"><p:sldMasterIdLst>{masters}\
         </p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId{notes}\"/>\
         </p:notesMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx=\"{w}\" cy=\"{h}\"/>\
         <p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle><a:lvl1pPr marL=\"0\" \
         algn=\"l\"><a:defRPr sz=\"1800\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/>\
         </a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/>\
         <a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle></p:presentation>",
        package::HEAD
    );
    part.bytes = body.into_bytes();
    part
}

fn properties(name: &str, content: Content, element: &str, inner: &str) -> Part {
    let spaces = theme::SPACES;
    let body = format!("<p:{element} {spaces}>{inner}</p:{element}>");
    Part::xml(name, content, &body)
}

fn styles() -> Part {
    let body = "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>";
    Part::xml(STYLES, Content::TableStyles, body)
}

fn core(story: Story<'_>, title: &str, lang: &str) -> Part {
    let company = story.teller.company_name(story.header);
    let (title, author) = (xml(title), xml(story.header.author.trim()));
    let (subject, date) = (xml(&company), story.header.date);
    let body = format!(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>\
         <dc:creator>{author}</dc:creator><dc:language>{lang}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         </cp:coreProperties>"
    );
    Part::xml(CORE, Content::CoreProperties, &body)
}

fn app() -> Part {
    let body = "<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Attache</Application></Properties>";
    Part::xml(APP, Content::AppProperties, body)
}
