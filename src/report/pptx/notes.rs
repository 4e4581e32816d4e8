//! What whoever presents a slide can say: its notes.

use std::fmt::Write;

use super::canvas::one_line;
use super::package::{Content, Part};
use super::theme::{SPACES, TREE, picture};
use crate::report::escape::xml;

/// The notes of a slide, a paragraph a line.
pub fn notes(name: &str, slide: &str, master: &str, lines: &[String], lang: &str) -> Part {
    let mut text = String::new();
    for line in lines {
        let line = xml(&one_line(line));
        let _ = write!(
            text,
            "<a:p><a:r><a:rPr lang=\"{lang}\"/><a:t>{line}</a:t></a:r></a:p>"
        );
    }
    if lines.is_empty() {
        let _ = write!(text, "<a:p><a:endParaRPr lang=\"{lang}\"/></a:p>");
    }
    let picture = picture(None);
    let body = format!(
        "<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{picture}\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>\
         </p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp></p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    );
    Part::xml(name, Content::Notes, &body)
        .needs(Content::NotesMaster, master)
        .needs(Content::Slide, slide)
}
