//! Contact points: those of today with what they ask for and who holds them, those closed by hand, and
//! those that will be wanted.

use super::table::{Cell, Table};
use super::told::Told;
use crate::analysis::{Evolution, Opening, Theme};
use crate::i18n::Season;
use crate::model::PostureId;
use crate::wording::capital;

pub fn contacts(told: Told<'_>, evolution: &Evolution) -> Table {
    let teller = told.teller;
    let words = teller.words;
    let scenario = told.subject.scenario();
    let coverage = &told.findings.coverage;
    let dated = teller.since(told.subject.profile.header.date);
    let when = |quarter: usize| Cell::Text(capital(&dated.when(quarter, Season::Named)));
    let planned = &evolution.openings.points;
    let is = |opening: &Opening, theme: &Theme, posture: PostureId| {
        opening.theme == *theme && opening.posture == posture
    };
    let row = |theme: &Theme, posture: PostureId, state: String, owner: Cell, load: Option<f64>| {
        let plan = planned.iter().find(|point| is(point, theme, posture));
        vec![
            Cell::Text(teller.theme(theme)),
            Cell::text(capital(teller.posture(posture))),
            Cell::Text(state),
            owner,
            Cell::of(load, |load| Cell::one(coverage.hours(load))),
            Cell::of(plan.map(|plan| plan.wanted), when),
            Cell::of(plan.and_then(|plan| plan.opens), when),
            Cell::of(plan.and_then(|plan| plan.until), when),
        ]
    };
    let open = coverage.points.iter().map(|point| {
        let held = words.get(if point.is_held() {
            "sheet-contact-held"
        } else {
            "sheet-contact-unheld"
        });
        let owner = Cell::Text(teller.holder(scenario, point));
        row(&point.theme, point.posture, held, owner, Some(point.load))
    });
    let shut = coverage.shut.iter().filter(|shut| shut.by_hand);
    let shut = shut.map(|shut| {
        let args = [("opens", dated.opens(shut.until))];
        let state = words.with("sheet-contact-shut", &args);
        row(
            &shut.theme,
            shut.posture,
            state,
            Cell::Empty,
            Some(shut.load),
        )
    });
    let later = planned.iter().filter(|plan| {
        let today = coverage.points.iter().map(|it| (&it.theme, it.posture));
        let by_hand = coverage.shut.iter().filter(|it| it.by_hand);
        let closed = by_hand.map(|it| (&it.theme, it.posture));
        !today
            .chain(closed)
            .any(|(theme, posture)| is(plan, theme, posture))
    });
    let later = later.map(|plan| {
        let owner = plan.owner.as_ref();
        let owner = Cell::of(owner, |owner| Cell::Text(teller.owner(scenario, owner)));
        let state = words.get("sheet-contact-later");
        row(&plan.theme, plan.posture, state, owner, None)
    });
    Table {
        name: words.get("contacts-title"),
        header: vec![
            words.get("sheet-theme"),
            words.get("sheet-posture"),
            words.get("sheet-state"),
            words.get("sheet-owner"),
            words.get("sheet-hours"),
            words.get("sheet-wanted"),
            words.get("sheet-opens-at"),
            words.get("sheet-until"),
        ],
        rows: open.chain(shut).chain(later).collect(),
        kept: 2,
    }
}
