//! How the window stands on the desktop: noted while it is open, and found again at the next start as far
//! as the screens are still there. (eframe can keep this too, but in a file of its own that is not written
//! whole or not at all, and on Linux it brings nothing back from a screen that is gone.)

use eframe::CreationContext;
use eframe::egui::{Context, ViewportInfo};

use super::screens::{Screen, Screens};
use crate::store::{Claim, Claims, Hold, WindowPlace};

/// How much of the bar with the title must be on a screen to be grabbed: width and height, in points.
const GRIP: (f64, f64) = (120.0, 12.0);
/// The height of that bar, in points.
const BAR: f64 = 32.0;
/// How far a window stands from the one that opened before it, in points: its title can be read.
const STEP: f64 = 32.0;
/// How many windows make way for each other.
const WINDOWS: usize = 24;

/// Where a window is to stand: in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Standing {
    position: Option<(f64, f64)>,
    size: (f64, f64),
}

/// Puts a new window, which is not seen yet, where the last one was, or beside one that opened there
/// and still is open; as long as the claim is kept, the next one makes way as well.
pub fn restore(cc: &CreationContext<'_>, kept: &WindowPlace, claims: &Claims) -> Option<Claim> {
    let window = cc.winit_window()?;
    let seen = Screens::of(cc).look();
    let mut claim = None;
    let standing = stand(kept, &seen.screens, |(x, y)| {
        let hold = claims.claim_spot((x as i32, y as i32));
        let free = !matches!(hold, Hold::Elsewhere);
        claim = hold.ours();
        free
    })?;
    if let (Some((x, y)), Ok(mut corner)) = (standing.position, window.outer_position()) {
        (corner.x, corner.y) = (x as i32, y as i32);
        window.set_outer_position(corner);
    }
    let mut size = window.inner_size();
    (size.width, size.height) = (standing.size.0 as u32, standing.size.1 as u32);
    // Where the system has its own mind, that is the size.
    let _ = window.request_inner_size(size);
    claim
}

/// As it was left, if its bar can still be grabbed; else whole on one screen. No larger than a screen.
/// Where another window stands, a step from it.
fn stand(
    kept: &WindowPlace,
    screens: &[Screen],
    mut is_free: impl FnMut((f64, f64)) -> bool,
) -> Option<Standing> {
    let points = (f64::from(kept.size.0), f64::from(kept.size.1));
    let first = screens.first()?;
    let on = |screen: &Screen| {
        let size = (
            (points.0 * screen.scale).min(screen.width),
            (points.1 * screen.scale).min(screen.height),
        );
        (size.0.round(), size.1.round())
    };
    let Some((x, y)) = kept.position else {
        return Some(Standing {
            position: None,
            size: on(first),
        });
    };
    let (x, y) = (f64::from(x), f64::from(y));
    let common = |screen: &Screen, size: (f64, f64)| {
        let width = (x + size.0).min(screen.left + screen.width) - x.max(screen.left);
        let height = (y + size.1).min(screen.top + screen.height) - y.max(screen.top);
        (width.max(0.0), height.max(0.0))
    };
    let area = |screen: &Screen| {
        let (width, height) = common(screen, on(screen));
        width * height
    };
    let mut best = first;
    for screen in screens {
        if area(screen) > area(best) {
            best = screen;
        }
    }
    let size = on(best);
    let is_grabbed = screens.iter().any(|screen| {
        let (width, height) = common(screen, (size.0, BAR * best.scale));
        width >= GRIP.0 * best.scale && height >= GRIP.1 * best.scale
    });
    let mut position = if is_grabbed {
        (x, y)
    } else {
        let within = |at: f64, from: f64, room: f64| at.clamp(from, from + room.max(0.0));
        (
            within(x, best.left, best.width - size.0),
            within(y, best.top, best.height - size.1),
        )
    };
    // Where the next step would leave the screen, it begins again at its edge.
    let next = |at: f64, from: f64, room: f64| {
        let step = (STEP * best.scale).round();
        if at + step > from + room {
            from
        } else {
            at + step
        }
    };
    for _ in 1..WINDOWS {
        if is_free(position) {
            break;
        }
        position = (
            next(position.0, best.left, best.width - size.0),
            next(position.1, best.top, best.height - size.1),
        );
    }
    Some(Standing {
        position: Some(position),
        size,
    })
}

/// How the window stands now, as far as the system tells; while it fills a screen, where it goes back to
/// is as it was. Nothing is told of a presentation or a window that is put away.
pub fn now(ctx: &Context, former: Option<WindowPlace>) -> Option<WindowPlace> {
    let (zoom, scale) = (ctx.zoom_factor(), ctx.pixels_per_point());
    ctx.input(|input| {
        let size = input.viewport_rect().size() * zoom;
        of(input.viewport(), (size.x, size.y), scale, former)
    })
}

fn of(
    viewport: &ViewportInfo,
    size: (f32, f32),
    scale: f32,
    former: Option<WindowPlace>,
) -> Option<WindowPlace> {
    let is = |told: Option<bool>| told == Some(true);
    if is(viewport.fullscreen) || is(viewport.minimized) {
        return former;
    }
    let maximized = is(viewport.maximized);
    if let (true, Some(former)) = (maximized, former) {
        return Some(WindowPlace {
            maximized,
            ..former
        });
    }
    let pixels = |points: f32| (points * scale).round() as i32;
    let position = viewport.outer_rect.map(|rect| rect.min);
    Some(WindowPlace {
        position: position.map(|at| (pixels(at.x), pixels(at.y))),
        size,
        maximized,
    })
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2, vec2};

    use super::*;

    fn screen(left: f64, width: f64, height: f64, scale: f64) -> Screen {
        Screen {
            name: String::new(),
            left,
            top: 0.0,
            width,
            height,
            scale,
        }
    }

    fn kept(x: i32, y: i32) -> WindowPlace {
        WindowPlace {
            position: Some((x, y)),
            size: (1280.0, 720.0),
            maximized: false,
        }
    }

    fn stood(kept: &WindowPlace, screens: &[Screen]) -> ((f64, f64), (f64, f64)) {
        let standing = stand(kept, screens, |_| true).unwrap();
        (standing.position.unwrap(), standing.size)
    }

    #[test]
    fn a_window_stands_where_it_was_left_if_it_can_be_grabbed_there() {
        let one = [screen(0.0, 1920.0, 1080.0, 1.0)];
        let two = [one[0].clone(), screen(1920.0, 2560.0, 1440.0, 1.0)];
        let size = (1280.0, 720.0);
        assert_eq!(stood(&kept(100, 50), &one), ((100.0, 50.0), size));
        assert_eq!(stood(&kept(2100, 90), &two), ((2100.0, 90.0), size));
        // Half out of the screen, or over two, is how someone put it.
        assert_eq!(stood(&kept(-700, 50), &one), ((-700.0, 50.0), size));
        assert_eq!(stood(&kept(1300, 50), &two), ((1300.0, 50.0), size));
        // As Windows tells of one at the left edge, or one that filled the screen.
        assert_eq!(stood(&kept(-8, -8), &one), ((-8.0, -8.0), size));
        // The second screen is gone; the bar is above or below; hardly anything is left to grab.
        assert_eq!(stood(&kept(2100, 90), &one), ((640.0, 90.0), size));
        assert_eq!(stood(&kept(100, -500), &one), ((100.0, 0.0), size));
        assert_eq!(stood(&kept(100, 1075), &one), ((100.0, 360.0), size));
        assert_eq!(stood(&kept(-1200, 50), &one), ((0.0, 50.0), size));
        assert_eq!(stood(&kept(i32::MIN, i32::MAX), &one), ((0.0, 360.0), size));
    }

    #[test]
    fn a_window_keeps_its_size_in_points_and_is_no_larger_than_its_screen() {
        let fine = [screen(0.0, 3840.0, 2160.0, 2.0)];
        assert_eq!(
            stood(&kept(10, 20), &fine),
            ((10.0, 20.0), (2560.0, 1440.0))
        );
        let small = [screen(0.0, 1024.0, 700.0, 1.0)];
        assert_eq!(
            stood(&kept(10, 20), &small),
            ((10.0, 20.0), (1024.0, 700.0))
        );
        let size = (1280.0, 720.0);
        let unplaced = WindowPlace {
            position: None,
            ..kept(0, 0)
        };
        let standing = Standing {
            position: None,
            size,
        };
        let plain = screen(0.0, 1920.0, 1080.0, 1.0);
        assert_eq!(stand(&unplaced, &[plain], |_| true), Some(standing));
        // Where no screen is told of, the system knows better.
        assert_eq!(stand(&kept(0, 0), &[], |_| true), None);
    }

    #[test]
    fn a_window_hides_no_other() {
        let opened = |first: &WindowPlace, screens: &[Screen], windows: usize| {
            let mut taken: Vec<(f64, f64)> = Vec::new();
            for _ in 0..windows {
                let stood = stand(first, screens, |at| !taken.contains(&at)).unwrap();
                taken.push(stood.position.unwrap());
            }
            taken
        };
        let large = [screen(0.0, 1920.0, 1080.0, 1.0)];
        let three = [(100.0, 50.0), (132.0, 82.0), (164.0, 114.0)];
        assert_eq!(opened(&kept(100, 50), &large, 3), three);
        let fine = [screen(0.0, 3840.0, 2160.0, 2.0)];
        let two = [(10.0, 20.0), (74.0, 84.0)];
        assert_eq!(opened(&kept(10, 20), &fine, 2), two);
        // On the screen of a laptop there is hardly room: no part of it gets lost.
        let laptop = [screen(0.0, 1366.0, 768.0, 1.0)];
        let three = [(43.0, 24.0), (75.0, 0.0), (0.0, 32.0)];
        assert_eq!(opened(&kept(43, 24), &laptop, 3), three);
        // Where a window is as large as the screen, the system's own list of windows tells them apart.
        let small = [screen(0.0, 1280.0, 720.0, 1.0)];
        assert_eq!(opened(&kept(0, 0), &small, 2), [(0.0, 0.0); 2]);
        let many = opened(&kept(100, 50), &large, WINDOWS);
        let mut apart: Vec<String> = many.iter().map(|at| format!("{at:?}")).collect();
        apart.sort();
        apart.dedup();
        assert_eq!(apart.len(), WINDOWS);
    }

    #[test]
    fn only_a_plain_window_is_noted() {
        let at = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(640.0, 400.0));
        let plain = ViewportInfo {
            outer_rect: Some(at(50.0, 20.0)),
            ..ViewportInfo::default()
        };
        let size = (1000.0, 600.0);
        let noted = of(&plain, size, 2.0, None).unwrap();
        let wanted = WindowPlace {
            position: Some((100, 40)),
            size,
            maximized: false,
        };
        assert_eq!(noted, wanted);
        let large = ViewportInfo {
            maximized: Some(true),
            outer_rect: Some(at(0.0, 0.0)),
            ..ViewportInfo::default()
        };
        let filled = of(&large, (1920.0, 1080.0), 2.0, Some(noted)).unwrap();
        assert_eq!(
            filled,
            WindowPlace {
                maximized: true,
                ..wanted
            }
        );
        let presented = ViewportInfo {
            fullscreen: Some(true),
            ..ViewportInfo::default()
        };
        assert_eq!(of(&presented, size, 2.0, Some(filled)), Some(filled));
        let put_away = ViewportInfo {
            minimized: Some(true),
            outer_rect: Some(at(-32000.0, -32000.0)),
            ..ViewportInfo::default()
        };
        assert_eq!(of(&put_away, size, 2.0, Some(noted)), Some(noted));
        // On Wayland no place is told.
        let nowhere = of(&ViewportInfo::default(), size, 2.0, None).unwrap();
        assert_eq!(nowhere.position, None);
    }
}
