//! In which share of the paths each attachment comes first, over the quarters, as a plot.

use crate::analysis::{Evolution, Paths};
use crate::chart::plots::{self, Area, Plot, Timeline};
use crate::model::MAX_QUARTERS;
use crate::wording::Dated;

/// What the plot shows, at any size.
pub(super) struct Shares {
    title: String,
    areas: Vec<Area>,
    timeline: Timeline,
}

impl Shares {
    pub fn new(dated: Dated<'_>, evolution: &Evolution, paths: &Paths) -> Self {
        let teller = dated.teller;
        let index = teller.knowledge.always.attachment;
        let question = teller.knowledge.attachment();
        let areas = question.alternatives.ids().map(|alternative| Area {
            label: teller.label(question, alternative),
            shares: paths.shares(index, alternative),
        });
        let changes = evolution.course.changes.iter();
        Self {
            title: teller.words.get("page-shares"),
            areas: areas.collect(),
            timeline: Timeline {
                now: 0,
                last: MAX_QUARTERS,
                changes: changes.map(|change| change.quarter).collect(),
                ticks: dated.years(MAX_QUARTERS),
            },
        }
    }

    pub fn plot(&self, size: (f32, f32)) -> Plot {
        plots::areas(&self.title, &self.areas, &self.timeline, size)
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it shows, in words.
    pub fn told(&self, dated: Dated<'_>) -> String {
        let words = dated.teller.words;
        let told = self.areas.iter().map(|area| {
            let at = |share: Option<&f64>| words.percent(share.copied().unwrap_or_default());
            let args = [
                ("name", area.label.clone()),
                ("now", at(area.shares.first())),
                ("end", at(area.shares.last())),
            ];
            words.with("shares-told", &args)
        });
        told.collect::<Vec<_>>().join(" ; ")
    }
}
