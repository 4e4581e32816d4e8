//! The row of digits, told by the place of its keys: a French keyboard writes other signs with them.

use eframe::egui::Key;

/// The keys of the row of digits, and those of the keypad, in order of what they count.
const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What a key counts, from 0 to 9; `None` for a key that is no digit.
pub fn digit(key: Key) -> Option<usize> {
    DIGITS.iter().position(|digit| *digit == key)
}
