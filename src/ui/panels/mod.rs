//! What stands around the centre of the window.

pub mod answer;
pub mod cards;
pub mod company;
pub mod course;
pub mod headline;
pub mod menu;
pub mod scenarios;
