//! A window has the size that whoever arranges windows gives it, the least one or not.

use attache::model::Lang;
use attache::ui::App;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;

use super::start_in;

#[test]
fn a_window_however_small_shows_its_views_and_its_questions() {
    let press = |harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key| {
        harness.key_press_modifiers(modifiers, key);
        harness.run_steps(4);
    };
    let views = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
    ];
    let mut harness = super::begin(start_in(Lang::En));
    for (width, height) in [
        (1.0, 1.0),
        (40.0, 900.0),
        (900.0, 20.0),
        (200.0, 150.0),
        (320.0, 568.0),
        (640.0, 360.0),
    ] {
        harness.set_size(vec2(width, height));
        for key in views {
            press(&mut harness, Modifiers::COMMAND, key);
        }
        for key in [Key::F4, Key::Num2, Key::F4] {
            press(&mut harness, Modifiers::NONE, key);
        }
    }
}
