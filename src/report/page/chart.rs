//! The chart alone, under a title that says whose it is and of which day.

use super::column::Type;
use super::parts::{joined, logo};
use crate::analysis::Findings;
use crate::chart::{Size, Structure, lay_out};
use crate::draw::{Ink, Rect};
use crate::model::{Header, Scenario};
use crate::report::sheet::{Block, Role, Sheet};
use crate::wording::Teller;

const MARGIN: f32 = 16.0;
const LOGO: (f32, f32) = (150.0, 40.0);

/// The chart for a room of this shape, with its title above it.
pub fn titled(
    teller: Teller<'_>,
    header: &Header,
    scenario: &Scenario,
    findings: &Findings,
    room: Size,
) -> Sheet {
    let (answers, verdicts) = (&findings.answers, &findings.verdicts);
    let structure = Structure::new(teller, &header.company, scenario, answers, verdicts);
    let scene = lay_out(&structure, room);
    let (width, words) = (scene.width + 2.0 * MARGIN, teller.words);
    let mut blocks = Vec::new();
    let mut head = Rect::new(MARGIN, MARGIN, scene.width, LOGO.1);
    let corner = Rect::new(width - MARGIN - LOGO.0, MARGIN, LOGO.0, LOGO.1);
    let mark = header.brand.logo.as_ref();
    let taken = logo(mark, words.get("brand-logo"), corner, &mut blocks);
    head.w -= taken;
    let date = words.date(header.date);
    let brand = &header.brand;
    let company = teller.company_name(header);
    let about = joined(&[&company, &date, &brand.client, &brand.confidentiality]);
    let title = Type::new(17.0).bold().ink(Ink::Accent);
    head.y += title.set(&teller.headline(verdicts), Role::Title, head, &mut blocks);
    let small = Type::new(11.0).ink(Ink::Muted);
    head.y += small.set(&about, Role::Paragraph, head, &mut blocks);
    let top = head.y.max(if taken > 0.0 { corner.bottom() } else { 0.0 }) + 10.0;
    let height = top + scene.height + MARGIN;
    let place = Rect::new(MARGIN, top, scene.width, scene.height);
    blocks.push(Block {
        role: Role::Figure(teller.of(scenario).sentence(verdicts)),
        items: scene.placed(place, 1.0, ""),
    });
    Sheet {
        width,
        height,
        blocks,
    }
}
