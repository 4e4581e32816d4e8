//! Attache: where should a company attach its social-media function, in what form, and how
//! should that evolve? See `ARCHITECTURE.md` for the map.

pub mod analysis;
pub mod chart;
pub mod i18n;
pub mod model;
pub mod store;
