//! The whole answer as one list of headings, paragraphs, lists, tables and figures, written as Markdown
//! and as a web page: neither can say other than the other.

mod content;
mod html;
mod markdown;
mod tell;

use super::shares::Shares;
use crate::analysis::{Evolution, Findings, Paths};
use crate::draw::{Palette, Theme};
use crate::model::{Accent, Header, MAX_QUARTERS, Scenario};
use crate::wording::Teller;

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
    let accent = header.brand.accent.map(Accent::color);
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
