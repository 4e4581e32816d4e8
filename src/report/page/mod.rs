//! The answer on one page: a sheet of paper that says all of it, or a slide that says the three things
//! that a room has to know.

mod a4;
mod chart;
mod column;
mod slide;
mod told;

pub use chart::titled;

use crate::analysis::{Evolution, Findings, Paths};
use crate::chart::{Size, Structure, lay_out};
use crate::draw::Rect;
use crate::model::{Header, Logo, MAX_QUARTERS, Scenario};
use crate::report::sheet::{Block, Role, Sheet};
use crate::wording::Teller;

/// The size and shape of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, upright.
    Sheet,
    /// 16:9, for a projector.
    Slide,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::Sheet, Self::Slide];

    /// What [`Paper::from_name`] knows.
    pub const NAMES: [&'static str; 2] = ["a4", "16x9"];

    /// By its name on the command line: `a4` or `16x9`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "a4" => Some(Self::Sheet),
            "16x9" => Some(Self::Slide),
            _ => None,
        }
    }
}

/// What a page is made from.
#[derive(Clone, Copy)]
struct Source<'a> {
    teller: Teller<'a>,
    header: &'a Header,
    scenario: &'a Scenario,
    findings: &'a Findings,
    evolution: &'a Evolution,
    paths: &'a Paths,
}

/// Composes the page, in the largest type in which everything fits.
pub fn page(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    paths: &Paths,
    paper: Paper,
) -> Sheet {
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    let source = Source {
        teller,
        header,
        scenario,
        findings,
        evolution: &evolution,
        paths,
    };
    match paper {
        Paper::Sheet => a4::compose(source),
        Paper::Slide => slide::compose(source),
    }
}

/// The chart as large as the room allows, but no larger than `largest` times its size.
fn org_chart(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    room: Rect,
    largest: f32,
) -> Block {
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let structure = Structure::new(teller, &header.company, scenario, answers, verdicts);
    let size = Size {
        width: room.w,
        height: room.h,
    };
    Block {
        role: Role::Figure(teller.of(scenario).sentence(verdicts)),
        items: lay_out(&structure, size).placed(room, largest, "chart "),
    }
}

/// The logo in the upper right corner of a room; how wide it is, with the air beside it.
fn logo(logo: Option<&Logo>, alt: String, room: Rect, blocks: &mut Vec<Block>) -> f32 {
    let Some(logo) = logo else {
        return 0.0;
    };
    let width = (room.h * logo.ratio()).min(room.w);
    let height = width / logo.ratio();
    let place = Rect::new(room.right() - width, room.y, width, height);
    blocks.push(Block {
        role: Role::Logo(logo.clone(), place, alt),
        items: Vec::new(),
    });
    width + 16.0
}

/// What is in a list of marks, on one line.
fn joined(marks: &[&str]) -> String {
    let marks = marks.iter().map(|mark| mark.trim());
    let marks: Vec<&str> = marks.filter(|mark| !mark.is_empty()).collect();
    marks.join(" · ")
}
