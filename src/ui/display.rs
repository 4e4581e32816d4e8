//! What the system is asked for before there is a window: the display, and who has the menu. And what it
//! has no room for.

use eframe::EventLoopBuilderHook;

/// X11, where a Wayland is named that does not answer: left over from a session that ended.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn hook() -> Option<EventLoopBuilderHook> {
    use winit::platform::x11::EventLoopBuilderExtX11;

    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let stale = set("WAYLAND_SOCKET").is_none()
        && set("WAYLAND_DISPLAY").is_some_and(|display| !answers(set("XDG_RUNTIME_DIR"), display));
    if !stale || set("DISPLAY").is_none() {
        return None;
    }
    Some(Box::new(|builder| {
        builder.with_x11();
    }))
}

/// Whether anyone listens at a Wayland display, which is a name in the runtime folder, or a path.
#[cfg(all(unix, not(target_os = "macos")))]
fn answers(runtime: Option<std::ffi::OsString>, display: std::ffi::OsString) -> bool {
    let socket = std::path::PathBuf::from(runtime.unwrap_or_default()).join(display);
    socket.is_absolute() && std::os::unix::net::UnixStream::connect(socket).is_ok()
}

/// No menu of the toolkit's own: its Cmd+Q ends the program and asks nobody, and its other keys never
/// reach ours.
#[cfg(target_os = "macos")]
pub fn hook() -> Option<EventLoopBuilderHook> {
    use winit::platform::macos::EventLoopBuilderExtMacOS;

    Some(Box::new(|builder| {
        builder.with_default_menu(false);
    }))
}

#[cfg(windows)]
pub fn hook() -> Option<EventLoopBuilderHook> {
    None
}

/// Whether pictures can be put on the clipboard. GNOME has one for texts alone, where it has no X beside
/// (as for a Flatpak); egui would only log it.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn takes_pictures() -> bool {
    arboard::Clipboard::new().is_ok()
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn takes_pictures() -> bool {
    true
}

#[cfg(test)]
#[cfg(all(unix, not(target_os = "macos")))]
mod tests {
    use std::os::unix::net::UnixListener;

    use super::answers;

    #[test]
    fn a_display_that_nobody_listens_at_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let runtime = || Some(folder.path().as_os_str().to_owned());
        let listener = UnixListener::bind(folder.path().join("wayland-7")).unwrap();
        assert!(answers(runtime(), "wayland-7".into()));
        assert!(answers(None, folder.path().join("wayland-7").into()));
        assert!(!answers(runtime(), "wayland-8".into()));
        assert!(!answers(None, "wayland-7".into()));
        // What a session that ended leaves behind.
        drop(listener);
        assert!(folder.path().join("wayland-7").exists());
        assert!(!answers(runtime(), "wayland-7".into()));
    }
}
