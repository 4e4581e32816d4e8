//! The window. `app` is the order of a frame, `window` what it shows and what commands do to it;
//! commands, files and the open document each have their place; panels, views and overlays are what
//! is seen.

mod analyses;
mod app;
mod asking;
mod command;
mod describe;
mod digits;
mod display;
mod document;
mod ending;
mod files;
mod host;
mod overlays;
mod paint;
mod panels;
mod player;
mod plugged;
mod refusal;
mod regions;
mod screens;
mod session;
mod standing;
mod view;
mod views;
mod window;

pub use app::App;
pub use command::{Command, Jump, Menu};
pub use files::after::Hands;
pub use files::errand::{Deed, Handed, Picked};
pub use files::picker::Picker;
pub use paint::style::install;
pub use refusal::Refusal;
pub use screens::{Screen, Screens, Seen};
pub use view::View;
pub use window::Start;

use crate::store::WindowPlace;
use eframe::Renderer;
use eframe::egui::{IconData, ViewportBuilder};

const WINDOW: [f32; 2] = [1280.0, 720.0];
const WINDOW_LEAST: [f32; 2] = [900.0, 560.0];

/// What can draw the window, in the order of trying. A Windows without OpenGL 2 (a remote desktop, a
/// virtual machine) has Direct3D 12, if need be without a graphics card.
const RENDERERS: &[Renderer] = &[
    Renderer::Glow,
    #[cfg(windows)]
    Renderer::Wgpu,
];

/// Opens the window and runs it to its end.
///
/// # Errors
/// Where the system gives no window.
pub fn run(start: Start) -> Result<(), Refusal> {
    let place = start.settings.load().0.window;
    let claims = start.claims.clone();
    // Read while the system makes the window: it takes its time over that.
    let mut preparing = Some(std::thread::spawn(move || App::prepare(start)));
    for &renderer in RENDERERS {
        let mut opened = false;
        let ran = eframe::run_native(
            "attache",
            options(renderer, place.as_ref()),
            Box::new(|cc| {
                let prepared = preparing.take().ok_or("a second window")?;
                opened = true;
                let spot = place
                    .as_ref()
                    .and_then(|place| standing::restore(cc, place, &claims));
                let app = prepared
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                Ok(Box::new(app.in_window(cc, spot)))
            }),
        );
        match ran.map_err(|error| Refusal::of(&error, opened)) {
            Err(Refusal::NoOpenGl) => {}
            done => return done,
        }
    }
    Err(Refusal::NoOpenGl)
}

fn options(renderer: Renderer, place: Option<&WindowPlace>) -> eframe::NativeOptions {
    let size = place.map_or(WINDOW, |place| place.size.into());
    let mut viewport = ViewportBuilder::default()
        .with_app_id("attache")
        .with_title("Attache")
        .with_inner_size(size)
        .with_min_inner_size(WINDOW_LEAST)
        .with_drag_and_drop(true)
        .with_icon(icon());
    // Some window managers choose a place themselves unless a window is made with one; which one it is
    // is said once the screens are known.
    if let Some((x, y)) = place.and_then(|place| place.position) {
        viewport = viewport.with_position([x as f32, y as f32]);
    }
    eframe::NativeOptions {
        renderer,
        event_loop_builder: display::hook(),
        viewport,
        ..Default::default()
    }
}

/// The program's icon, as systems that take it from the window show it.
fn icon() -> IconData {
    const PICTURE: &[u8] = include_bytes!("../../packaging/icon/64.png");
    // A window without an icon is better than none.
    eframe::icon_data::from_png_bytes(PICTURE).unwrap_or_default()
}
