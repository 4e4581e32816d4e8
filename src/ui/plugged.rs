//! Screens that come and go while the program runs. On X11 the toolkit asks for the screens once, and
//! anew only where the resources of a window change (winit 3405): so it is told that they did. Elsewhere it
//! asks each time.

use eframe::CreationContext;

#[cfg(all(unix, not(target_os = "macos")))]
use super::files::system::Parent;

/// Calls `changed` whenever screens came, went or moved, as far as the system tells.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn watch(cc: &CreationContext<'_>, changed: impl Fn() + Send + 'static) {
    if let Some(window) = Parent::of(cc).number() {
        // Without it, screens are as they were at the start.
        std::thread::spawn(move || x11::watch(window, changed).ok());
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn watch(_cc: &CreationContext<'_>, _changed: impl Fn() + Send + 'static) {}

#[cfg(all(unix, not(target_os = "macos")))]
mod x11 {
    use std::error::Error;

    use x11rb::connection::Connection;
    use x11rb::protocol::Event;
    use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
    use x11rb::protocol::xproto::{AtomEnum, PropMode};
    use x11rb::wrapper::ConnectionExt as _;

    /// Goes on until the X server is gone.
    pub fn watch(window: u32, changed: impl Fn()) -> Result<(), Box<dyn Error>> {
        let (server, screen) = x11rb::connect(None)?;
        let root = server.setup().roots.get(screen).ok_or("no screen")?.root;
        let mask = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE;
        server.randr_select_input(root, mask)?.check()?;
        loop {
            let event = server.wait_for_event()?;
            if !matches!(
                event,
                Event::RandrScreenChangeNotify(_) | Event::RandrNotify(_)
            ) {
                continue;
            }
            // Nothing is added to the window's own, of which nobody else is told.
            let (resources, text) = (AtomEnum::RESOURCE_MANAGER, AtomEnum::STRING);
            let nothing =
                server.change_property8(PropMode::APPEND, window, resources, text, &[])?;
            nothing.check()?;
            changed();
        }
    }
}
