//! The view of the contact points: a board of themes by postures, each point with who holds it, beside
//! those who can, under what all of it asks for and what there is for it.

mod grid;
mod means;
mod owners;

use eframe::egui::{Align, Color32, Layout, ScrollArea, Ui, vec2};
use jiff::civil::Date;

use crate::analysis::Coverage;
use crate::model::{GENERAL_MANAGEMENT, Owner, Scenario};
use crate::ui::command::Command;
use crate::ui::paint::style::{GAP, color, palette, small};
use crate::wording::Teller;

/// From this width on the owners stand beside the grid.
const WIDE: f32 = 700.0;
/// Under this width they stand under it.
const NARROW: f32 = 480.0;
/// The colours of departments: all those of areas but the one that looks like a warning.
const SERIES: [usize; 5] = [0, 2, 3, 4, 5];
/// How wide they stand there.
const BESIDE: f32 = 178.0;

pub struct Board<'a> {
    pub teller: Teller<'a>,
    pub scenario: &'a Scenario,
    pub coverage: &'a Coverage,
    /// The bodies outside that the chart shows, by their ids.
    pub outside: Vec<String>,
    /// The day from which quarters count.
    pub from: Date,
    pub asked: &'a mut Vec<Command>,
}

impl Board<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let wide = ui.available_width() >= WIDE;
            // Where the window ends before anything is scrolled: rows keep their height.
            let bottom = ui.cursor().top() + ui.clip_rect().height();
            self.load(ui);
            self.fields(ui);
            if let Some(told) = self.teller.not_known(self.coverage) {
                ui.label(told);
            }
            if self.coverage.points.is_empty() && self.coverage.shut.is_empty() {
                return;
            }
            ui.add_space(GAP / 2.0);
            let owners = self.owners();
            if !wide {
                // What is dragged is at hand; where there is hardly any room, the menu of a point does.
                let above = ui.available_width() >= NARROW;
                if !above {
                    self.grid(ui, &owners, bottom);
                    ui.add_space(GAP);
                }
                ui.horizontal_wrapped(|ui| self.chips(ui, &owners, Stand::Above));
                if above {
                    ui.add_space(GAP);
                    self.grid(ui, &owners, bottom);
                }
            } else {
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let size = vec2(BESIDE, ui.available_height());
                    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                        self.chips(ui, &owners, Stand::Beside(BESIDE));
                    });
                    ui.add_space(GAP);
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        self.grid(ui, &owners, bottom);
                    });
                });
            }
            ui.add_space(GAP);
            ui.label(small(ui, self.teller.words.get("contacts-help")));
        });
    }

    /// Everyone who can hold a point: the function, the departments, who is outside, and whoever holds one.
    fn owners(&self) -> Vec<Owner> {
        let departments = self.scenario.departments.iter();
        let departments = departments.map(|own| Owner::Department(own.id.clone()));
        let outside = self.outside.iter().cloned().map(Owner::Outside);
        let mut owners: Vec<Owner> = std::iter::once(Owner::Function)
            .chain(departments)
            .chain(outside)
            .collect();
        for owner in self.coverage.owners() {
            if !owners.contains(owner) {
                owners.push(owner.clone());
            }
        }
        owners
    }
}

/// Where the chips stand.
#[derive(Clone, Copy)]
enum Stand {
    /// One under another, so wide.
    Beside(f32),
    /// In rows, each as wide as it is long.
    Above,
}

/// How an owner looks, on its chip and on what it holds; its name always stands there too.
#[derive(Clone, Copy)]
struct Coat {
    fill: Color32,
    line: Color32,
    text: Color32,
}

impl Coat {
    /// That of whoever has time.
    fn team(ui: &Ui) -> Self {
        let palette = palette(ui);
        Self {
            fill: color(palette.control),
            line: color(palette.line),
            text: color(palette.text),
        }
    }
}

impl Board<'_> {
    /// As in the chart: the function in its own colour, who is outside on the ground; a colour for each
    /// department.
    fn coat(&self, ui: &Ui, owner: &Owner) -> Coat {
        let palette = palette(ui);
        let (fill, text) = match owner {
            Owner::Function => (palette.accent, palette.on_accent),
            Owner::Outside(_) => (palette.panel, palette.text),
            Owner::Department(id) if id == GENERAL_MANAGEMENT => {
                (palette.control_hover, palette.text)
            }
            Owner::Department(id) => {
                let departments = self.scenario.departments.iter();
                let mut others = departments.filter(|own| own.id != GENERAL_MANAGEMENT);
                let place = others.position(|own| own.id == *id);
                let series = SERIES[place.unwrap_or_default() % SERIES.len()];
                (palette.series[series], palette.text)
            }
        };
        Coat {
            fill: color(fill),
            line: color(palette.line),
            text: color(text),
        }
    }
}
