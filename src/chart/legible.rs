//! The chart in a part of a slide: its type can be read in a room, whatever has to give way for that.

use super::layout::Size;
use super::structure::{Place, Structure};

/// A chart that was laid out for a slide.
#[derive(Clone, Debug, Default)]
pub struct Legible<T> {
    pub chart: T,
    /// How much larger than its type it can be shown.
    pub scale: f32,
    /// How many departments are not in it: they have no part in what is answered.
    pub left_out: usize,
}

/// Lays out a structure, which gives how much larger than its type it can be shown; as long as that is
/// less than once, without what matters least: first where the function could have been, then who has no
/// part. What is largest is kept. Where somebody is left out, `note` of the height is left free.
pub(super) fn legible<T>(
    structure: &Structure,
    room: Size,
    note: f32,
    lay_out: impl Fn(&Structure, Size) -> (T, f32),
) -> Legible<T> {
    let (mut chart, mut scale) = lay_out(structure, room);
    let mut left_out = 0;
    for less in [without_candidates, without_bystanders] {
        if scale >= 1.0 {
            break;
        }
        let kept = less(structure);
        let out = structure.units.len() - kept.units.len();
        let height = room.height - if out > 0 { note } else { 0.0 };
        let next = lay_out(&kept, Size { height, ..room });
        if next.1 > scale {
            (chart, scale) = next;
            left_out = out;
        }
    }
    Legible {
        chart,
        scale,
        left_out,
    }
}

fn without_candidates(structure: &Structure) -> Structure {
    let mut structure = structure.clone();
    for unit in structure.units.iter_mut().chain([&mut structure.top]) {
        if matches!(unit.place, Some(Place::Candidate { .. })) {
            unit.place = None;
        }
    }
    structure
}

fn without_bystanders(structure: &Structure) -> Structure {
    let mut structure = without_candidates(structure);
    structure
        .units
        .retain(|unit| unit.place.is_some() || unit.member.is_some() || !unit.holds.is_empty());
    structure
}
