//! In which share of the paths each attachment comes first, over the quarters, as a plot.

use crate::analysis::{Evolution, Paths};
use crate::chart::plots::{self, Area, Plot, Timeline};
use crate::model::{MAX_QUARTERS, Scenario};
use crate::wording::Dated;

pub(super) fn shares(
    dated: Dated<'_>,
    scenario: &Scenario,
    paths: &Paths,
    size: (f32, f32),
) -> Plot {
    let teller = dated.teller;
    let index = teller.knowledge.always.attachment;
    let question = teller.knowledge.attachment();
    let areas = question.alternatives.ids().map(|alternative| Area {
        label: teller.label(question, alternative),
        shares: paths.shares(index, alternative),
    });
    let areas: Vec<Area> = areas.collect();
    let evolution = Evolution::new(teller.knowledge, scenario, MAX_QUARTERS);
    let changes = evolution.course.changes.iter();
    let timeline = Timeline {
        now: 0,
        last: MAX_QUARTERS,
        changes: changes.map(|change| change.quarter).collect(),
        ticks: dated.years(MAX_QUARTERS),
    };
    let title = teller.words.get("page-shares");
    plots::areas(&title, &areas, &timeline, size)
}
