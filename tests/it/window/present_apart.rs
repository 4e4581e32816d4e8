//! A presentation with a window of the room's own: both windows are run as the system runs them, one
//! after the other, in one context.

use std::sync::{Arc, Mutex};

use super::present::{SLIDES, painted, painted_in, tell_nothing};
use super::{begin, press, start_in, usual};
use attache::model::Lang;
use attache::store::{RoomScreen, SettingsFile, examples};
use attache::ui::{App, Screen, Screens, Seen, Start};
use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{
    Event, FullOutput, Key, Modifiers, RawInput, Rect, ViewportCommand, ViewportEvent, ViewportId,
    ViewportInfo, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A computer whose screens come and go.
#[derive(Clone)]
struct Computer(Arc<Mutex<Seen>>);

impl Computer {
    /// With these screens, side by side; the window is on the first.
    fn with(names: &[&str]) -> Self {
        Self(Arc::new(Mutex::new(seen(names))))
    }

    fn has(&self, names: &[&str]) {
        *self.0.lock().unwrap() = seen(names);
    }

    fn window_is_on(&self, screen: usize) {
        self.0.lock().unwrap().own = Some(screen);
    }
}

fn seen(names: &[&str]) -> Seen {
    let screens = names.iter().enumerate().map(|(at, name)| Screen {
        name: (*name).to_owned(),
        left: 1280.0 * at as f64,
        top: 0.0,
        width: 1280.0,
        height: 720.0,
        scale: 1.0,
    });
    Seen {
        screens: screens.collect(),
        own: Some(0),
        can_move: true,
    }
}

struct Meeting {
    harness: Harness<'static, App>,
    computer: Computer,
    /// The windows that asked for a frame at once.
    asked: Arc<Mutex<Vec<ViewportId>>>,
}

/// The window of an example, its answer counted, on a computer with two screens.
fn meeting(start: Start) -> Meeting {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.ron");
    let found = examples().iter().find(|e| e.name.contains("hospitalier"));
    std::fs::write(&path, found.unwrap().text).unwrap();
    let mut harness = begin(Start {
        profile: Some(path),
        ..start
    });
    let computer = Computer::with(&["laptop", "projector"]);
    let told = computer.clone();
    let screens = Screens::by(move || told.0.lock().unwrap().clone());
    harness.state_mut().sees(screens);
    harness.ctx.set_embed_viewports(false);
    harness.set_size(vec2(1280.0, 720.0));
    harness.run_steps(40);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let asks = asked.clone();
    harness.ctx.set_request_repaint_callback(move |info| {
        if info.delay.is_zero() {
            asks.lock().unwrap().push(info.viewport_id);
        }
    });
    Meeting {
        harness,
        computer,
        asked,
    }
}

fn presenting() -> Meeting {
    let mut meeting = meeting(usual());
    meeting.press(Key::F5);
    meeting.harness.run_steps(60);
    meeting
}

impl Meeting {
    fn press(&mut self, key: Key) {
        press(&mut self.harness, Modifiers::NONE, key);
    }

    /// The room's window, if there is one.
    fn room(&self) -> Option<ViewportId> {
        let all = self.harness.output().viewport_output.keys();
        all.copied().find(|id| *id != ViewportId::ROOT)
    }

    /// Which screen it is to fill.
    fn fills(&self) -> Option<usize> {
        let output = &self.harness.output().viewport_output;
        output[&self.room().unwrap()].builder.monitor
    }

    /// One frame of the room's window.
    fn paint(&self, events: Vec<Event>) -> FullOutput {
        self.paint_as(events, ViewportInfo::default())
    }

    fn paint_as(&self, events: Vec<Event>, window: ViewportInfo) -> FullOutput {
        let id = self.room().expect("a window of the room's");
        let output = &self.harness.output().viewport_output[&id];
        let show = output.viewport_ui_cb.clone().expect("painted by itself");
        let mut input = RawInput {
            viewport_id: id,
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 720.0))),
            time: Some(self.harness.ctx.input(|input| input.time)),
            events,
            ..RawInput::default()
        };
        input.viewports.insert(
            id,
            ViewportInfo {
                parent: Some(ViewportId::ROOT),
                ..window
            },
        );
        let mut output = self.harness.ctx.run_ui(input, |ui| show(ui));
        // Nobody draws.
        output.textures_delta.clear();
        output
    }

    /// A key pressed while the room's window has the keyboard.
    fn press_there(&mut self, key: Key) {
        self.paint(vec![pressed(key)]);
        self.harness.run();
    }

    /// All that eyes and screen readers find in the room's window.
    fn seen_there(&self) -> Vec<String> {
        let output = self.paint(Vec::new());
        let mut found: Vec<String> = painted_in(&output.shapes)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        let tree = output.platform_output.accesskit_update.expect("a tree");
        for (_, node) in &tree.nodes {
            found.extend(node.label().map(str::to_owned));
            found.extend(node.value().map(str::to_owned));
        }
        found
    }

    fn is_seen_there(&self, told: &str) -> bool {
        self.seen_there().iter().any(|text| text.contains(told))
    }

    /// One frame in which a key is pressed here.
    fn press_once(&mut self, key: Key) {
        self.harness.input_mut().events.push(pressed(key));
        self.harness.step();
    }

    /// Paints both windows until neither asks for another frame.
    fn rest(&mut self) {
        for _ in 0..400 {
            self.asked.lock().unwrap().clear();
            self.harness.step();
            self.paint(Vec::new());
            if self.asked.lock().unwrap().is_empty() {
                return;
            }
        }
        panic!("they never rest");
    }

    /// Whether a window has asked for a frame since both were at rest.
    fn is_awaited(&self, id: ViewportId) -> bool {
        self.asked.lock().unwrap().contains(&id)
    }
}

fn pressed(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

#[test]
fn with_one_screen_a_presentation_takes_it_as_ever() {
    let mut meeting = meeting(usual());
    meeting.computer.has(&["laptop"]);
    meeting.press_once(Key::F5);
    let output = &meeting.harness.output().viewport_output;
    let commands = &output[&ViewportId::ROOT].commands;
    assert!(
        commands.contains(&ViewportCommand::Fullscreen(true)),
        "{commands:?}"
    );
    meeting.harness.run();
    assert_eq!(meeting.room(), None);
    meeting.harness.get_by_label_contains("(1 of 14)");
    assert!(meeting.harness.query_by_label("To say").is_none());
}

#[test]
fn with_two_the_room_sees_the_slide_and_the_presenter_what_is_to_be_said() {
    for (lang, title, own) in [
        (
            Lang::Fr,
            "Attache — la salle",
            [
                "À dire",
                "Ensuite\u{a0}: Pourquoi",
                "Quitter (Échap)",
                "Échanger les écrans (S)",
                "Masquer les valeurs (H)",
            ],
        ),
        (
            Lang::En,
            "Attache — the room",
            [
                "To say",
                "Next: Why",
                "Leave (Escape)",
                "Swap screens (S)",
                "Hide values (H)",
            ],
        ),
    ] {
        let mut meeting = meeting(start_in(lang));
        meeting.press(Key::F5);
        meeting.harness.run_steps(60);
        assert_eq!(meeting.fills(), Some(1));
        let output = &meeting.harness.output().viewport_output;
        let room = &output[&meeting.room().unwrap()];
        assert_eq!(room.builder.title.as_deref(), Some(title));
        let there = meeting.seen_there();
        let direction = if lang == Lang::Fr {
            "Direction générale"
        } else {
            "General management"
        };
        assert!(
            there.iter().any(|text| text.contains(direction)),
            "{there:?}"
        );
        let here = painted(&meeting.harness);
        for told in own {
            assert!(
                here.iter().any(|(text, _)| text == told),
                "{told}: {here:?}"
            );
            assert!(
                !there.iter().any(|text| text.contains(told)),
                "the room sees {told}"
            );
        }
    }
}

#[test]
fn what_is_hidden_is_nowhere_in_the_rooms_window_and_before_the_presenter() {
    let mut meeting = presenting();
    meeting.press(Key::H);
    let knowledge = meeting.harness.state().knowledge().clone();
    for slide in 1..=SLIDES {
        meeting.harness.run_steps(20);
        let there = meeting.seen_there();
        assert!(
            there
                .iter()
                .any(|text| text.contains(&format!("({slide} of 14)")))
        );
        tell_nothing(&there, &knowledge, slide);
        // In the type of what only the presenter is told.
        let here = painted(&meeting.harness);
        let named = here
            .iter()
            .any(|(text, size)| text.starts_with("Recommended home") && *size == 15.0);
        assert!(named, "slide {slide}: the presenter does not know");
        meeting.press(Key::R);
        assert!(meeting.is_seen_there("General management"), "slide {slide}");
        meeting.press(Key::PageDown);
    }
    // A black screen hides all of it.
    meeting.press(Key::R);
    meeting.press(Key::B);
    let there = meeting.seen_there();
    assert!(there.iter().all(|text| text == "Black screen"), "{there:?}");
}

#[test]
fn keys_lead_from_either_window() {
    let mut meeting = presenting();
    let at = |meeting: &Meeting, slide: usize| {
        let step = format!("({slide} of 14)");
        assert!(meeting.is_seen_there(&step), "the room is not on {slide}");
        meeting
            .harness
            .get_all_by_label_contains(&step)
            .next()
            .unwrap();
    };
    for (key, slide) in [
        (Key::PageDown, 2),
        (Key::ArrowRight, 3),
        (Key::Space, 4),
        (Key::PageUp, 3),
        (Key::Num7, 7),
        (Key::End, 14),
    ] {
        meeting.press_there(key);
        at(&meeting, slide);
    }
    meeting.press(Key::Home);
    at(&meeting, 1);
    // Whatever has the focus in the presenter's window.
    meeting.harness.get_by_label("Next").focus();
    meeting.harness.run();
    meeting.press_there(Key::ArrowDown);
    at(&meeting, 2);
    meeting.press_there(Key::H);
    assert!(meeting.is_seen_there("The answer waits."));
    meeting.press_there(Key::R);
    assert!(meeting.is_seen_there("General management"));
    meeting.press_there(Key::B);
    assert!(!meeting.is_seen_there("(2 of 14)"));
    meeting.press_there(Key::B);
    // A command, too.
    meeting.press_there(Key::F2);
    assert!(meeting.is_seen_there("(2 sur 14)"));
    meeting.press_there(Key::Escape);
    assert_eq!(meeting.room(), None);
    assert!(meeting.harness.query_by_label("À dire").is_none());
}

#[test]
fn a_slider_of_the_presenters_moves_the_rooms_at_once_and_nobody_moves_that() {
    let mut meeting = presenting();
    meeting.press(Key::Num4);
    meeting.harness.run_steps(90);
    let before = meeting.seen_there();
    let sliders = meeting.harness.get_all_by_role(Role::Slider);
    let enabled: Vec<_> = sliders
        .filter(|slider| !slider.accesskit_node().is_disabled())
        .collect();
    let factors = meeting.harness.state().knowledge().factors.plain();
    assert_eq!(enabled.len(), factors[1].quantities.plain().len());
    let was = enabled[0].accesskit_node().numeric_value().unwrap();
    enabled[0].focus();
    drop(enabled);
    meeting.harness.run();
    let room = meeting.room().unwrap();
    meeting.rest();
    meeting.press_once(Key::ArrowLeft);
    assert!(meeting.is_awaited(room));
    let after = meeting.seen_there();
    let told = format!(": {:.0}", was - 1.0);
    assert!(
        after.iter().any(|text| text.ends_with(&told)),
        "{told}: {after:?}"
    );
    assert!(!before.iter().any(|text| text.ends_with(&told)));
    let tree = meeting.paint(Vec::new()).platform_output.accesskit_update;
    let nodes = tree.unwrap().nodes;
    let mut there = nodes.iter().filter(|(_, node)| node.role() == Role::Slider);
    assert!(there.all(|(_, node)| node.is_disabled()));
}

#[test]
fn every_slider_of_a_factor_is_seen_over_the_ways_on() {
    let mut meeting = presenting();
    let factors = meeting.harness.state().knowledge().factors.plain().len();
    // The factors come after the answer and why.
    meeting.press(Key::PageDown);
    let mut seen = 0;
    for factor in 0..factors {
        meeting.press(Key::PageDown);
        meeting.harness.run_steps(4);
        if factor == 0 {
            // With an agency there are two sliders below the choice.
            let mut choices = meeting.harness.query_all_by_label("Public relations");
            let choice = choices.find(|choice| !choice.accesskit_node().is_disabled());
            choice.unwrap().click();
            drop(choices);
            meeting.harness.run_steps(90);
        }
        let foot = meeting.harness.get_by_label("Previous").rect().top();
        let sliders = meeting.harness.get_all_by_role(Role::Slider);
        let own: Vec<_> = sliders
            .filter(|slider| !slider.accesskit_node().is_disabled())
            .collect();
        seen += own.len();
        for slider in own {
            let (place, name) = (slider.rect(), slider.accesskit_node().label());
            // Its ends in words stand below it.
            assert!(place.bottom() + 12.0 < foot, "{name:?}: {place:?} {foot}");
        }
    }
    assert!(seen > 2 * factors, "{seen}");
}

#[test]
fn neither_window_is_painted_for_what_the_other_alone_shows() {
    let mut meeting = presenting();
    let room = meeting.room().unwrap();
    meeting.harness.hover_at(pos2(1000.0, 600.0));
    meeting.harness.run_steps(240);
    meeting.rest();
    // The presenter's mouse moves where it points to nothing of the slide.
    meeting.harness.hover_at(pos2(1010.0, 600.0));
    meeting.harness.run_steps(3);
    assert!(!meeting.is_awaited(room));
    meeting.harness.run_steps(240);
    meeting.rest();
    // The mouse moves over the room's window.
    meeting.paint(vec![Event::PointerMoved(pos2(300.0, 300.0))]);
    assert!(!meeting.is_awaited(ViewportId::ROOT));
    meeting.press(Key::PageDown);
    assert!(meeting.is_awaited(room));
}

#[test]
fn the_presenter_points_at_the_slide_of_the_room() {
    let mut meeting = presenting();
    let ring = |meeting: &Meeting| {
        let output = meeting.paint(Vec::new());
        output
            .shapes
            .iter()
            .find_map(|clipped| match &clipped.shape {
                Shape::Circle(circle) if circle.radius == 18.0 => Some(circle.center),
                _ => None,
            })
    };
    assert_eq!(ring(&meeting), None);
    // Further down and to the right here is further down and to the right there, on the same slide.
    meeting.harness.hover_at(pos2(300.0, 250.0));
    meeting.harness.run_steps(2);
    let first = ring(&meeting).expect("a ring");
    meeting.harness.hover_at(pos2(400.0, 300.0));
    meeting.harness.run_steps(2);
    let second = ring(&meeting).expect("a ring");
    let (here, there) = (vec2(100.0, 50.0), second - first);
    let times = there / here;
    assert!(
        (times.x - times.y).abs() < 0.02 && times.x > 1.2,
        "{times:?}"
    );
    meeting.harness.run_steps(240);
    assert_eq!(ring(&meeting), None);
    // A click on either leads on.
    meeting.harness.drag_at(pos2(400.0, 300.0));
    meeting.harness.run_steps(1);
    meeting.harness.drop_at(pos2(400.0, 300.0));
    meeting.harness.run_steps(2);
    assert!(meeting.is_seen_there("(2 of 14)"));
    let at = pos2(600.0, 400.0);
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    meeting.paint(vec![Event::PointerMoved(at), button(true)]);
    meeting.paint(vec![button(false)]);
    meeting.harness.run();
    assert!(meeting.is_seen_there("(3 of 14)"));
}

#[test]
fn a_screen_that_goes_leaves_a_window_and_the_slide_and_comes_back() {
    let mut meeting = presenting();
    meeting.press(Key::Num5);
    meeting.press(Key::H);
    let first = meeting.room();
    meeting.computer.has(&["laptop"]);
    meeting.harness.run_steps(3);
    assert_eq!(meeting.fills(), None);
    assert_ne!(meeting.room(), first);
    assert!(meeting.is_seen_there("(5 of 14)"));
    assert!(meeting.is_seen_there("The answer waits."));
    let gone = "⚠ The room’s screen is no longer connected: its slides are in a window.";
    meeting.harness.get_by_label(gone);
    // The computer wakes, and its projector with it.
    meeting.computer.has(&["laptop", "projector"]);
    meeting.harness.run_steps(3);
    assert_eq!(meeting.fills(), Some(1));
    assert!(meeting.is_seen_there("(5 of 14)"));
    assert!(meeting.harness.query_by_label(gone).is_none());
}

#[test]
fn a_window_that_the_system_takes_from_its_screen_no_longer_fills_one() {
    let mut meeting = presenting();
    let stands = |left: f32| ViewportInfo {
        inner_rect: Some(Rect::from_min_size(pos2(left, 0.0), vec2(1280.0, 720.0))),
        ..ViewportInfo::default()
    };
    meeting.paint_as(Vec::new(), stands(1280.0));
    meeting.harness.run();
    assert_eq!(meeting.fills(), Some(1));
    // The list of screens is not always as new as the system's own.
    meeting.paint_as(Vec::new(), stands(0.0));
    meeting.harness.run();
    assert_eq!(meeting.fills(), None);
    meeting.computer.has(&["laptop"]);
    meeting.harness.run_steps(3);
    assert_eq!(meeting.fills(), None);
    meeting.computer.has(&["laptop", "projector"]);
    meeting.harness.run_steps(3);
    assert_eq!(meeting.fills(), Some(1));
}

#[test]
fn presenter_and_room_change_their_screens() {
    let mut meeting = presenting();
    meeting.press_once(Key::S);
    let root = &meeting.harness.output().viewport_output[&ViewportId::ROOT];
    let moved = root.commands.iter().find_map(|command| match command {
        ViewportCommand::OuterPosition(to) => Some(to.x),
        _ => None,
    });
    assert!(moved.is_some_and(|x| x >= 1280.0), "{:?}", root.commands);
    meeting.computer.window_is_on(1);
    meeting.harness.run();
    assert_eq!(meeting.fills(), Some(0));
    meeting.press_there(Key::S);
    meeting.computer.window_is_on(0);
    meeting.harness.run();
    assert_eq!(meeting.fills(), Some(1));
}

#[test]
fn the_rooms_window_is_closed_by_itself_and_opened_again() {
    let mut meeting = presenting();
    meeting.press(Key::Num3);
    let closing = ViewportInfo {
        events: vec![ViewportEvent::Close],
        ..ViewportInfo::default()
    };
    meeting.paint_as(Vec::new(), closing);
    meeting.harness.run();
    assert_eq!(meeting.room(), None);
    meeting.harness.get_by_label("To say");
    meeting.harness.get_by_label("Open it again").click();
    meeting.harness.run_steps(3);
    assert_eq!(meeting.fills(), Some(1));
    assert!(meeting.is_seen_there("(3 of 14)"));
}

#[test]
fn where_the_room_looks_is_chosen_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    // As a former program has written them.
    std::fs::write(&path, "(lang: Some(en), toured: true)").unwrap();
    let settings = SettingsFile::at(path);
    assert_eq!(settings.load(), (settings.load().0, false));
    assert_eq!(settings.load().0.room, RoomScreen::Other);
    let mut meeting = meeting(Start {
        settings: settings.clone(),
        ..usual()
    });
    let choose = |meeting: &mut Meeting, place: &str| {
        meeting.harness.get_by_role(Role::ComboBox).click();
        meeting.harness.run_steps(3);
        meeting
            .harness
            .get_by_role_and_label(Role::Button, place)
            .click();
        meeting.harness.run_steps(5);
    };
    meeting.press(Key::F5);
    meeting.harness.run_steps(3);
    let combo = meeting.harness.get_by_role(Role::ComboBox);
    let told = combo.accesskit_node().value().unwrap();
    assert_eq!(told, "Screen 2 (projector), 1280 × 720");
    choose(&mut meeting, "A window, to share");
    assert_eq!(meeting.fills(), None);
    assert_eq!(settings.load().0.room, RoomScreen::Window);
    choose(&mut meeting, "Screen 2 (projector), 1280 × 720");
    assert_eq!(meeting.fills(), Some(1));
    assert_eq!(
        settings.load().0.room,
        RoomScreen::Named("projector".to_owned())
    );
    choose(&mut meeting, "This screen only");
    assert_eq!(meeting.room(), None);
    assert_eq!(settings.load().0.room, RoomScreen::Same);
    // So it is at the next time; S gives the room its own again.
    meeting.press(Key::Escape);
    meeting.press(Key::F5);
    assert_eq!(meeting.room(), None);
    meeting.press(Key::S);
    meeting.harness.run_steps(3);
    assert_eq!(meeting.fills(), Some(1));
    // To share a window once is no choice for ever.
    meeting.press(Key::Escape);
    press(&mut meeting.harness, Modifiers::SHIFT, Key::F5);
    assert_eq!(meeting.fills(), None);
    assert_eq!(settings.load().0.room, RoomScreen::Other);
}
