//! Attache: where should a company attach its social-media function, in what form, and how
//! should that evolve? See `ARCHITECTURE.md` for the map.

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod draw;
pub mod i18n;
pub mod model;
pub mod report;
pub mod store;
pub mod ui;
pub mod wording;
