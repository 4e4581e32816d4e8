//! How the slides look: the room for what they say, and the colours by what they mean. Everything but
//! colours that the master has is left to the master.

use super::package::Part;
use crate::draw::{Ink, Rect, Rgb};

/// English Metric Units to a point.
const EMU: f32 = 12_700.0;
/// The shorter side of the slide for which sizes are meant, in points: 960 by 540.
const USUAL: f32 = 540.0;

/// Masters with all that they need, and the layout of our slides.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// Of the slide, in EMU.
    pub size: (i64, i64),
    pub masters: Vec<Master>,
    /// Masters, layouts, themes and pictures.
    pub parts: Vec<Part>,
    /// The name of the part with the layout of our slides.
    pub layout: String,
    /// Where the layout has its title; `None` where it has none.
    pub title: Option<Place>,
    /// The type of titles, in points.
    pub title_size: f32,
    /// Where it leaves room.
    pub room: Place,
    /// Where the layout has its foot and its number; `None` where it has none.
    pub foot: Option<Held>,
    pub number: Option<Held>,
    pub contrast: Contrast,
    /// Whether it is the program's own.
    pub is_own: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Master {
    pub part: String,
    pub id: u32,
}

/// A place on a slide, in EMU.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: i64,
    pub y: i64,
    pub w: i64,
    pub h: i64,
}

/// A place that the layout holds for a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    pub place: Place,
    /// What the layout calls it.
    pub index: u32,
}

/// What can be read on what, in the colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// Whether the ground can be read on the accent; otherwise the text can.
    ground_on_accent: bool,
    /// Whether the accent can be read on the ground.
    accent_on_ground: bool,
    /// Whether lines and areas in it can be seen there.
    is_accent_seen: bool,
}

/// Contrast of text (WCAG 2.2, AA).
const LEGIBLE: f64 = 4.5;
/// The same of lines and areas that say something.
const SEEN: f64 = 3.0;
/// How much higher text may become than it is measured, in the font of a template.
const RESERVE: f32 = 1.13;

impl Contrast {
    pub fn of(ground: Rgb, text: Rgb, accent: Rgb) -> Self {
        let with_ground = accent.contrast(ground);
        Self {
            ground_on_accent: with_ground >= LEGIBLE || with_ground >= accent.contrast(text),
            accent_on_ground: with_ground >= LEGIBLE,
            is_accent_seen: with_ground >= SEEN,
        }
    }
}

impl Design {
    /// EMU to a unit of the sizes that are meant for the usual slide. The narrower slides of an older
    /// projector are as high, and have type as large.
    fn unit(&self) -> f32 {
        self.size.0.min(self.size.1) as f32 / USUAL
    }

    pub fn emu(&self, units: f32) -> i64 {
        (units * self.unit()).round() as i64
    }

    /// A size of type, in hundredths of a point.
    pub fn size(&self, units: f32) -> i64 {
        (100.0 * units * self.unit() / EMU).round() as i64
    }

    pub fn place(&self, rect: Rect) -> Place {
        let [x, y, right, bottom] =
            [rect.x, rect.y, rect.right(), rect.bottom()].map(|at| self.emu(at));
        Place {
            x,
            y,
            w: (right - x).max(0),
            h: (bottom - y).max(0),
        }
    }

    pub fn rect(&self, place: Place) -> Rect {
        let [x, y, w, h] = [place.x, place.y, place.w, place.h].map(|at| at as f32 / self.unit());
        Rect::new(x, y, w, h)
    }

    /// A size of type in points, in units.
    pub fn points(&self, points: f32) -> f32 {
        points * EMU / self.unit()
    }

    /// The slide.
    pub fn whole(&self) -> Rect {
        let (w, h) = self.size;
        self.rect(Place { x: 0, y: 0, w, h })
    }

    /// The room for the title: where the layout has none, over what is said.
    pub fn title_room(&self) -> Rect {
        let Some(place) = self.title else {
            let body = self.body();
            return Rect::new(body.x, 0.04 * body.bottom(), body.w, 56.0);
        };
        let room = self.rect(place);
        if self.is_own {
            return room;
        }
        // As office programs have it around text.
        let (side, over) = (self.points(7.2), self.points(3.6));
        Rect::new(
            room.x + side,
            room.y + over,
            room.w - 2.0 * side,
            room.h - 2.0 * over,
        )
    }

    /// The room under the title.
    pub fn body(&self) -> Rect {
        self.rect(self.room)
    }

    /// A colour of the theme.
    pub fn color(&self, ink: Ink) -> String {
        let scheme = |name: &str| format!("<a:schemeClr val=\"{name}\"/>");
        let mixed = |name: &str, part: u32| {
            format!(
                "<a:schemeClr val=\"{name}\"><a:lumMod val=\"{}\"/><a:lumOff val=\"{}\"/>\
                 <a:satMod val=\"40000\"/></a:schemeClr>",
                part * 1000,
                (100 - part) * 1000
            )
        };
        // Over whatever is behind, light or dark.
        let thin = |name: &str, part: u32| {
            let part = part * 1000;
            format!("<a:schemeClr val=\"{name}\"><a:alpha val=\"{part}\"/></a:schemeClr>")
        };
        match ink {
            Ink::Text | Ink::Against => scheme("tx1"),
            Ink::Muted => mixed("tx1", 75),
            Ink::Line => mixed("tx1", 50),
            Ink::Ground | Ink::Box => scheme("bg1"),
            Ink::Frame | Ink::Notice => thin("tx1", 4),
            // Tables know no colours that let others through.
            Ink::Faint => mixed("tx1", 20),
            Ink::Accent => scheme("accent1"),
            Ink::OnAccent => scheme(match self.contrast.ground_on_accent {
                true => "bg1",
                false => "tx1",
            }),
            Ink::Soft | Ink::Series(_) | Ink::Share(_) => thin("accent1", 15),
            Ink::Stroke(_) => scheme(match self.contrast.accent_on_ground {
                true => "accent1",
                false => "tx1",
            }),
        }
    }

    /// A colour of lines, and of areas without text, which is seen on the ground.
    pub fn mark_color(&self, ink: Ink) -> String {
        match ink {
            Ink::Accent if !self.contrast.is_accent_seen => self.color(Ink::Text),
            ink => self.color(ink),
        }
    }

    /// The height to count on, of so much: nobody knows the font of a template.
    pub fn counted(&self, height: f32) -> f32 {
        if self.is_own {
            height
        } else {
            height / RESERVE
        }
    }

    /// A colour of text, which is read on the ground.
    pub fn text_color(&self, ink: Ink) -> String {
        match ink {
            Ink::Accent => self.color(Ink::Stroke(0)),
            ink => self.color(ink),
        }
    }
}
