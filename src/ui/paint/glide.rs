//! Lets the chart glide from one layout to the next instead of jumping.

use std::collections::HashMap;

use crate::draw::{Item, Point, Rect, Scene, Shape};

/// How long a glide takes, in seconds.
const SECONDS: f64 = 0.4;

/// The part of an item that glides; texts and colours change at once.
#[derive(Clone, Debug, PartialEq)]
enum Form {
    Box(Rect),
    Line(Vec<Point>),
    Text(Point),
    /// Bands stay where they are.
    Still,
}

/// Remembers what is on screen and where it is going.
#[derive(Default)]
pub struct Glide {
    target: HashMap<String, Form>,
    from: HashMap<String, Form>,
    started: f64,
    primed: bool,
}

impl Glide {
    /// The scene as it stands at `time` on its way, and whether it is still moving.
    pub fn apply(&mut self, scene: Scene, time: f64) -> (Scene, bool) {
        let target: HashMap<String, Form> = scene
            .items
            .iter()
            .map(|item| (item.id.clone(), form(item)))
            .collect();
        if !self.primed {
            // Nothing was on screen: nothing to glide from.
            self.primed = true;
            self.started = f64::NEG_INFINITY;
            self.target.clone_from(&target);
        } else if target != self.target {
            let progress = self.progress(time);
            self.from = self
                .target
                .iter()
                .map(|(id, to)| (id.clone(), between(self.from.get(id), to, progress)))
                .collect();
            self.started = time;
            self.target = target;
        }
        let progress = self.progress(time);
        if progress >= 1.0 {
            return (scene, false);
        }
        let items = scene
            .items
            .into_iter()
            .map(|item| self.moved(item, progress))
            .collect();
        (Scene { items, ..scene }, true)
    }

    /// Forgets what was on screen: the next scene appears at its place.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// From 0 to 1, slow at both ends.
    fn progress(&self, time: f64) -> f32 {
        let t = ((time - self.started) / SECONDS).clamp(0.0, 1.0) as f32;
        t * t * (3.0 - 2.0 * t)
    }

    fn moved(&self, mut item: Item, progress: f32) -> Item {
        let Some(from) = self.from.get(&item.id) else {
            item.opacity *= progress;
            return item;
        };
        let now = between(Some(from), &form(&item), progress);
        match (&mut item.shape, now) {
            (Shape::Box { rect, .. }, Form::Box(now)) => *rect = now,
            (Shape::Line { points, .. }, Form::Line(now)) => *points = now,
            (Shape::Text(label), Form::Text(now)) => label.at = now,
            _ => {}
        }
        item
    }
}

fn form(item: &Item) -> Form {
    match &item.shape {
        Shape::Box { rect, .. } => Form::Box(*rect),
        Shape::Line { points, .. } => Form::Line(points.clone()),
        Shape::Text(label) => Form::Text(label.at),
        Shape::Band { .. } => Form::Still,
    }
}

fn between(from: Option<&Form>, to: &Form, t: f32) -> Form {
    let mix = |a: f32, b: f32| a + (b - a) * t;
    let point = |a: &Point, b: &Point| Point {
        x: mix(a.x, b.x),
        y: mix(a.y, b.y),
    };
    match (from, to) {
        (Some(Form::Box(a)), Form::Box(b)) => Form::Box(Rect::new(
            mix(a.x, b.x),
            mix(a.y, b.y),
            mix(a.w, b.w),
            mix(a.h, b.h),
        )),
        (Some(Form::Line(a)), Form::Line(b)) if a.len() == b.len() => {
            Form::Line(a.iter().zip(b).map(|(a, b)| point(a, b)).collect())
        }
        (Some(Form::Text(a)), Form::Text(b)) => Form::Text(point(a, b)),
        _ => to.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Dash, Ink, Stroke};

    fn scene(x: f32) -> Scene {
        let stroke = Stroke {
            ink: Ink::Line,
            width: 1.0,
            dash: Dash::Solid,
        };
        let item = Item {
            id: "function".into(),
            opacity: 1.0,
            shape: Shape::Box {
                rect: Rect::new(x, 0.0, 10.0, 10.0),
                radius: 0.0,
                fill: Ink::Accent,
                stroke,
                labels: Vec::new(),
            },
        };
        Scene {
            width: 100.0,
            height: 10.0,
            items: vec![item],
        }
    }

    fn x(scene: &Scene) -> f32 {
        match scene.items[0].shape {
            Shape::Box { rect, .. } => rect.x,
            _ => f32::NAN,
        }
    }

    #[test]
    fn a_change_of_place_passes_through_the_middle_and_rests() {
        let mut glide = Glide::default();
        let (first, moving) = glide.apply(scene(0.0), 0.0);
        assert_eq!((x(&first), moving), (0.0, false));
        let (start, moving) = glide.apply(scene(50.0), 10.0);
        assert_eq!((x(&start), moving), (0.0, true));
        let (middle, _) = glide.apply(scene(50.0), 10.0 + SECONDS / 2.0);
        assert!((x(&middle) - 25.0).abs() < 1e-3);
        let (end, moving) = glide.apply(scene(50.0), 10.0 + SECONDS);
        assert_eq!((x(&end), moving), (50.0, false));
        // Turning back half-way starts from where it stands.
        glide.apply(scene(0.0), 20.0);
        let (back, _) = glide.apply(scene(50.0), 20.0 + SECONDS / 2.0);
        assert!((x(&back) - 25.0).abs() < 1e-3);
    }
}
