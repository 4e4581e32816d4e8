//! The whole answer as one list of headings, paragraphs, lists, tables and figures, written as Markdown
//! and as a web page: neither can say other than the other.

mod html;
mod markdown;
mod tell;

use super::shares::Shares;
use crate::analysis::{Evolution, Findings, Paths};
use crate::draw::{Palette, Theme};
use crate::model::{Brand, Header, Lang, MAX_QUARTERS, Scenario};
use crate::wording::Teller;

/// The whole answer.
struct Whole {
    lang: Lang,
    title: String,
    brand: Brand,
    blocks: Vec<Block>,
}

/// A part of it, from the top down.
enum Block {
    /// Level 2 or 3; the title is the only one of level 1.
    Heading(u8, String),
    Paragraph(Vec<Span>),
    /// What a user wrote, in lines and paragraphs of its own.
    Own(String),
    List(Vec<Vec<Span>>),
    Table(Table),
    Quote(String),
    /// Left out where there are no pictures.
    Figure(Figure),
}

/// A piece of a line.
struct Span {
    text: String,
    style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Strong,
    /// Where a statement comes from.
    Aside,
}

/// Its first column names the rows; the others hold numbers.
struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    /// The chart of today.
    Chart,
    /// In which share of the paths each attachment comes first, over time.
    Shares,
}

fn plain(text: impl Into<String>) -> Vec<Span> {
    vec![span(text, Style::Plain)]
}

fn span(text: impl Into<String>, style: Style) -> Span {
    let text = text.into();
    Span { text, style }
}

/// Writes the whole answer as Markdown.
pub fn markdown(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
) -> String {
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    markdown::write(&tell::whole(teller, header, scenario, findings, &evolution))
}

/// Writes the whole answer as one page for a browser, which needs nothing else.
pub fn html(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    paths: &Paths,
) -> String {
    let accent = header.brand.accent.map(|accent| accent.color());
    let palette = Palette::branded(Theme::Light, accent);
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    let drawer = html::Drawer {
        teller,
        header,
        scenario,
        findings,
        shares: Shares::new(teller.since(header.date), &evolution, paths),
        palette,
    };
    html::write(
        &tell::whole(teller, header, scenario, findings, &evolution),
        &drawer,
    )
}
