//! The screens of the computer, and on which of them the room sees a presentation.

use eframe::CreationContext;

use crate::store::RoomScreen;

/// A screen, in pixels of all screens together.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// As the system calls it.
    pub name: String,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    /// Pixels to a point.
    pub scale: f64,
}

/// The screens that are there now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// In the order of the system.
    pub screens: Vec<Screen>,
    /// The place of the one on which the program's window is, if the system tells.
    pub own: Option<usize>,
    /// Whether the program can move its window to another one: on Wayland none can.
    pub can_move: bool,
}

/// Where the room's slides are.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand {
    /// In the program's window.
    Alone,
    /// In a window of their own that fills this screen.
    On(Screen),
    /// In a window of their own.
    Window,
}

impl Seen {
    /// Where the room's slides are to be; while they have a window of their own already, they keep one
    /// whatever becomes of the screens.
    pub fn stand(&self, wanted: &RoomScreen, apart: bool) -> Stand {
        let named = match wanted {
            RoomScreen::Same => return Stand::Alone,
            RoomScreen::Window => return Stand::Window,
            RoomScreen::Named(name) => self.named(name),
            RoomScreen::Other => None,
        };
        // Where the program's window cannot give way, it is not covered.
        let named = named.filter(|&at| self.can_move || self.own != Some(at));
        let lost = apart && matches!(wanted, RoomScreen::Named(_));
        let place = named.or_else(|| self.other(self.own).filter(|_| !lost));
        match place.and_then(|at| self.screens.get(at)) {
            Some(screen) if self.screens.len() > 1 => Stand::On(screen.clone()),
            _ if apart => Stand::Window,
            _ => Stand::Alone,
        }
    }

    /// The place of the screen of a name.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.screens.iter().position(|screen| screen.name == name)
    }

    /// The first screen but for one.
    pub fn other(&self, than: Option<usize>) -> Option<usize> {
        let mut places = 0..self.screens.len();
        places.find(|&at| Some(at) != than)
    }
}

/// What tells of the screens.
pub struct Screens(Box<dyn Fn() -> Seen + Send>);

impl Default for Screens {
    /// Nothing is told: as with one screen.
    fn default() -> Self {
        Self::by(Seen::default)
    }
}

impl Screens {
    pub fn by(look: impl Fn() -> Seen + Send + 'static) -> Self {
        Self(Box::new(look))
    }

    /// Those of the system.
    pub fn of(cc: &CreationContext<'_>) -> Self {
        let Some(window) = cc.winit_window().cloned() else {
            return Self::default();
        };
        Self::by(move || {
            let monitors: Vec<_> = window.available_monitors().collect();
            let own = window.current_monitor();
            let screens = monitors.iter().enumerate().map(|(at, screen)| Screen {
                name: screen.name().unwrap_or_else(|| (at + 1).to_string()),
                left: screen.position().x.into(),
                top: screen.position().y.into(),
                width: screen.size().width.into(),
                height: screen.size().height.into(),
                scale: screen.scale_factor(),
            });
            Seen {
                screens: screens.collect(),
                own: monitors
                    .iter()
                    .position(|screen| own.as_ref() == Some(screen)),
                can_move: window.outer_position().is_ok(),
            }
        })
    }

    pub fn look(&self) -> Seen {
        (self.0)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(names: &[&str], own: usize) -> Seen {
        let screens = names.iter().enumerate().map(|(at, name)| Screen {
            name: (*name).to_owned(),
            left: 1920.0 * at as f64,
            top: 0.0,
            width: 1920.0,
            height: 1080.0,
            scale: 1.0,
        });
        Seen {
            screens: screens.collect(),
            own: Some(own),
            can_move: true,
        }
    }

    fn named(name: &str) -> RoomScreen {
        RoomScreen::Named(name.to_owned())
    }

    fn on(stand: Stand) -> String {
        match stand {
            Stand::On(screen) => screen.name,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn with_one_screen_all_is_as_it_was_unless_a_window_is_asked_for() {
        for one in [Seen::default(), seen(&["laptop"], 0)] {
            for wanted in [RoomScreen::Other, RoomScreen::Same, named("projector")] {
                assert_eq!(one.stand(&wanted, false), Stand::Alone);
            }
            assert_eq!(one.stand(&RoomScreen::Window, false), Stand::Window);
        }
    }

    #[test]
    fn the_room_has_the_screen_that_was_chosen_or_else_another_than_the_presenters() {
        let two = seen(&["laptop", "projector"], 0);
        assert_eq!(on(two.stand(&RoomScreen::Other, false)), "projector");
        let swapped = seen(&["laptop", "projector"], 1);
        assert_eq!(on(swapped.stand(&RoomScreen::Other, false)), "laptop");
        let three = seen(&["laptop", "projector", "wall"], 0);
        assert_eq!(on(three.stand(&named("wall"), false)), "wall");
        // The presenter's own, who then gives way; not where no window can.
        assert_eq!(on(two.stand(&named("laptop"), true)), "laptop");
        let stuck = Seen {
            can_move: false,
            ..two.clone()
        };
        assert_eq!(on(stuck.stand(&named("laptop"), false)), "projector");
        // One that is known from another room.
        assert_eq!(on(two.stand(&named("wall"), false)), "projector");
        assert_eq!(two.stand(&RoomScreen::Same, true), Stand::Alone);
    }

    #[test]
    fn a_screen_that_goes_leaves_the_room_a_window_until_it_is_back() {
        let (one, two) = (seen(&["laptop"], 0), seen(&["laptop", "projector"], 0));
        let wanted = named("projector");
        assert_eq!(one.stand(&wanted, true), Stand::Window);
        assert_eq!(on(two.stand(&wanted, true)), "projector");
        // Nothing of it comes to stand on a screen that nobody chose for it.
        let others = seen(&["laptop", "private"], 0);
        assert_eq!(others.stand(&wanted, true), Stand::Window);
        // A sleeping computer may tell of none at all.
        assert_eq!(Seen::default().stand(&wanted, true), Stand::Window);
    }
}
