//! What sheet, slide and chart have in common.

use crate::analysis::{Evolution, Findings, Paths};
use crate::chart::{Size, Structure, lay_out};
use crate::draw::Rect;
use crate::model::{Header, Logo, Scenario};
use crate::report::sheet::{Block, Role};
use crate::wording::Teller;

/// What a page is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub teller: Teller<'a>,
    pub header: &'a Header,
    pub scenario: &'a Scenario,
    pub findings: &'a Findings,
    pub evolution: &'a Evolution,
    pub paths: &'a Paths,
}

/// The chart as large as the room allows, but no larger than `largest` times its size.
pub fn org_chart(
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
pub fn logo(logo: Option<&Logo>, alt: String, room: Rect, blocks: &mut Vec<Block>) -> f32 {
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
pub fn joined(marks: &[&str]) -> String {
    let marks = marks.iter().map(|mark| mark.trim());
    let marks: Vec<&str> = marks.filter(|mark| !mark.is_empty()).collect();
    marks.join(" · ")
}
