//! The chart in a part of a slide: its type can be read in a room, whatever has to give way for that.

use super::structure::{Place, Structure};

/// Lays out a structure, which gives how much larger than its type it can be shown; as long as that is
/// less than once, without what matters least: first where the function could have been, then who has no
/// part. What is largest is kept.
pub(super) fn legible<T>(
    structure: &Structure,
    lay_out: impl Fn(&Structure) -> (T, f32),
) -> (T, f32) {
    let mut best = lay_out(structure);
    for less in [without_candidates, without_bystanders] {
        if best.1 >= 1.0 {
            break;
        }
        let next = lay_out(&less(structure));
        if next.1 > best.1 {
            best = next;
        }
    }
    best
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
