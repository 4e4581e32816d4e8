//! What the keyboard is at on a screen with rows of answers, and what a key stands for there.

use eframe::egui::{Key, Modifiers};

use crate::ui::digits::digit;

/// Which row of a screen hears the digits, and what is focused in it.
#[derive(Default)]
pub struct Cursor {
    /// The row; one past the last is the way on.
    pub row: usize,
    /// The segment of the row to which the arrows have led; `None` for the one that is chosen.
    pub segment: Option<usize>,
    /// Whether the focus is to be put there.
    pub moved: bool,
    /// The theme or the department that was just added, and is to be named.
    pub naming: Option<usize>,
}

impl Cursor {
    /// At the first row of a new screen.
    pub fn start() -> Self {
        Self {
            moved: true,
            ..Self::default()
        }
    }

    /// To a row.
    pub fn to(&mut self, row: usize) {
        *self = Self {
            row,
            ..Self::start()
        };
    }
}

/// A key as it was pressed.
#[derive(Clone, Copy)]
pub struct Typed {
    pub key: Key,
    pub physical: Option<Key>,
    pub modifiers: Modifiers,
    pub repeat: bool,
}

impl Typed {
    /// The answer of a row that it stands for. On French keyboards the digits of the top row need the
    /// shift: the key counts by its place. Those of the number pad count while they write digits.
    pub fn pressed(self) -> Option<Pressed> {
        if self.key == Key::Questionmark {
            return Some(Pressed::Unknown);
        }
        let moves = matches!(
            self.key,
            Key::ArrowUp
                | Key::ArrowDown
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::Home
                | Key::End
                | Key::PageUp
                | Key::PageDown
                | Key::Insert
                | Key::Delete
        );
        let by_place = self.physical.filter(|_| !moves).and_then(digit);
        match digit(self.key).or(by_place)? {
            0 => Some(Pressed::Unknown),
            number @ 1..=5 => Some(Pressed::Segment(number - 1)),
            _ => None,
        }
    }
}

/// What is answered in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// A step or an option, 0 being the first.
    Segment(usize),
    Unknown,
}
