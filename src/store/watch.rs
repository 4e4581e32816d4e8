//! Looks out for what others do to the open file: change it, rename it, remove it. Its folder is watched,
//! not the file, for most programs put a new file in the place of the old one.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Place;
use super::file::Stamp;

/// How long nothing may happen to the file before it is looked at: whoever writes it is done by then.
const QUIET: Duration = Duration::from_millis(300);
/// After this time it is looked at even if something still happens.
const LONGEST: Duration = Duration::from_secs(3);
/// How long a file may be missing: some programs remove the old one before they write the new one.
const ABSENCE: Duration = Duration::from_millis(1200);
/// How many new names in the folder are remembered, to find a renamed file among them.
const NAMES: usize = 16;

/// What has become of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It holds again what it did.
    Same,
    /// It holds something else.
    Changed(Stamp),
    /// It is under this name now.
    Renamed(PathBuf),
    /// It is not there, or out of reach.
    Gone,
}

/// What the thread is told.
enum Tick {
    /// Something may have happened to the file.
    Look,
    /// A file of the folder got this name.
    Name(PathBuf),
    /// The file is being written here: what it holds is known soon.
    Hold,
    /// What the file holds was read or written here.
    Known(Stamp),
    End,
}

/// A file that is looked out for until this is dropped. Looking is done in a thread, for a folder of a
/// network can take its time.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    /// What the file holds, as the thread was last told; `None` while it waits to be told.
    known: Option<Stamp>,
    ticks: Sender<Tick>,
    told: Receiver<Seen>,
}

type Wake = dyn Fn() + Send + Sync;

impl Watch {
    /// Looks out for a file that holds what `known` says; calls `wake`, from another thread, when there
    /// is something for [`Self::next`].
    pub fn new(path: &Path, known: Stamp, wake: Arc<Wake>) -> Self {
        let (ticks, coming) = channel();
        let (tell, told) = channel();
        let guard = Guard {
            path: path.to_owned(),
            known,
            ticks: ticks.clone(),
            watcher: None,
            names: VecDeque::new(),
            told: Seen::Same,
            held: known,
        };
        thread::spawn(move || {
            guard.run(&coming, |seen| {
                // The window may be gone by now.
                let _ = tell.send(seen);
                wake();
            });
        });
        Self {
            path: path.to_owned(),
            known: Some(known),
            ticks,
            told,
        }
    }

    /// Whether this looks out for that file.
    pub fn is_of(&self, path: &Path) -> bool {
        self.path == path
    }

    /// Says what the file holds by what was read or written here, which is no news then.
    pub fn know(&mut self, stamp: Stamp) {
        if self.known.replace(stamp) != Some(stamp) {
            self.tick(Tick::Known(stamp));
        }
    }

    /// Says that the file is about to be written here; [`Self::know`] says what it holds then.
    pub fn hold(&mut self) {
        self.known = None;
        self.tick(Tick::Hold);
    }

    /// Looks at the file now. Not every disk of a network says what happens there.
    pub fn look(&self) {
        self.tick(Tick::Look);
    }

    /// The latest that was seen, given once.
    pub fn next(&self) -> Option<Seen> {
        self.told.try_iter().last()
    }

    fn tick(&self, tick: Tick) {
        // The thread ends with this alone.
        let _ = self.ticks.send(tick);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.tick(Tick::End);
    }
}

/// What the thread knows.
struct Guard {
    path: PathBuf,
    known: Stamp,
    ticks: Sender<Tick>,
    /// None where the folder cannot be watched; then only [`Watch::look`] makes it look.
    watcher: Option<RecommendedWatcher>,
    names: VecDeque<PathBuf>,
    /// What the window was last told; what it knows of itself counts as told.
    told: Seen,
    /// What the file was last seen to hold.
    held: Stamp,
}

impl Guard {
    fn run(mut self, coming: &Receiver<Tick>, tell: impl Fn(Seen)) {
        loop {
            if self.watcher.is_none() {
                self.watcher = watcher(&self.path, self.ticks.clone());
            }
            let Some(seen) = self.look(coming) else {
                return;
            };
            let is_lost = |seen: &Seen| matches!(seen, Seen::Gone | Seen::Renamed(_));
            let lost = is_lost(&seen) || is_lost(&self.told);
            let news = seen != self.told;
            if news {
                tell(seen.clone());
                self.told = seen;
            }
            if lost && self.watch_again(coming, news).is_none() {
                return;
            }
            loop {
                match coming.recv() {
                    Ok(Tick::Look) => break,
                    Ok(Tick::Name(name)) => self.note(name),
                    Ok(Tick::Known(stamp)) => self.learn(stamp),
                    Ok(Tick::Hold) if self.wait(coming).is_some() => {}
                    Ok(Tick::Hold | Tick::End) | Err(_) => return,
                }
            }
        }
    }

    /// Watches the folder as it is now: it may have gone as well, or the link may lead elsewhere. What watches
    /// it is let go first, for where someone holds it, Windows until 2017 and Wine keep a removed folder, in
    /// the way of a new one.
    fn watch_again(&mut self, coming: &Receiver<Tick>, news: bool) -> Option<()> {
        self.watcher = None;
        self.settle(coming, QUIET)?;
        self.watcher = watcher(&self.path, self.ticks.clone());
        if news {
            // Nobody saw what has happened meanwhile. The thread ends with the watch alone.
            let _ = self.ticks.send(Tick::Look);
        }
        Some(())
    }

    /// Looks at the file once nothing happens to it; `None` where nobody wants to know any more.
    fn look(&mut self, coming: &Receiver<Tick>) -> Option<Seen> {
        self.settle(coming, QUIET)?;
        if !self.path.is_file() {
            self.settle(coming, ABSENCE)?;
        }
        let now = Stamp::of(&self.path);
        Some(if now == self.known {
            Seen::Same
        } else if now != Stamp::default() {
            self.held = now;
            Seen::Changed(now)
        } else if self.path.exists() {
            // Another program holds it: what it says will be seen later.
            Seen::Same
        } else {
            let is_it = |name: &&PathBuf| {
                let stamp = Stamp::of(name);
                stamp != Stamp::default() && [self.known, self.held].contains(&stamp)
            };
            let renamed = self.names.iter().find(is_it);
            renamed.cloned().map_or(Seen::Gone, Seen::Renamed)
        })
    }

    /// Waits until nothing has happened for a time.
    fn settle(&mut self, coming: &Receiver<Tick>, quiet: Duration) -> Option<()> {
        let latest = Instant::now() + LONGEST;
        while Instant::now() < latest {
            match coming.recv_timeout(quiet) {
                Ok(Tick::Look) => {}
                Ok(Tick::Name(name)) => self.note(name),
                Ok(Tick::Known(stamp)) => self.learn(stamp),
                Ok(Tick::Hold) => self.wait(coming)?,
                Err(RecvTimeoutError::Timeout) => break,
                Ok(Tick::End) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        Some(())
    }

    /// Waits until what the file holds is known.
    fn wait(&mut self, coming: &Receiver<Tick>) -> Option<()> {
        loop {
            match coming.recv() {
                Ok(Tick::Known(stamp)) => {
                    self.learn(stamp);
                    return Some(());
                }
                Ok(Tick::Name(name)) => self.note(name),
                Ok(Tick::Look | Tick::Hold) => {}
                Ok(Tick::End) | Err(_) => return None,
            }
        }
    }

    fn learn(&mut self, stamp: Stamp) {
        self.known = stamp;
        self.told = Seen::Same;
    }

    fn note(&mut self, name: PathBuf) {
        self.names.truncate(NAMES - 1);
        self.names.push_front(name);
    }
}

/// Watches the folder of a file, or of what it is a link to; `None` where the system does not allow it.
fn watcher(path: &Path, ticks: Sender<Tick>) -> Option<RecommendedWatcher> {
    let file = Place::new(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    let folder = file.parent()?.to_owned();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        for tick in event.map_or_else(|_| vec![Tick::Look], |event| ticks_of(event, &file)) {
            // The thread ends with the watch alone.
            let _ = ticks.send(tick);
        }
    })
    .ok()?;
    watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

/// What an event in the folder of a file says, or one of the folder: with another name, it takes the file
/// along. Looking at the file is an event as well, and no reason to look.
fn ticks_of(event: Event, file: &Path) -> Vec<Tick> {
    let named = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))
    );
    let moved = named || matches!(event.kind, EventKind::Remove(_));
    let lost = event.need_rescan() || event.paths.is_empty();
    if matches!(event.kind, EventKind::Access(_)) && !event.need_rescan() {
        return Vec::new();
    }
    let mut ticks = Vec::new();
    let mut ours = lost;
    for path in event.paths {
        let is_folder = moved && file.parent() == Some(&path);
        if is_folder || path.file_name() == file.file_name() {
            ours = true;
        } else if named {
            ticks.push(Tick::Name(path));
        }
    }
    ticks.extend(ours.then_some(Tick::Look));
    ticks
}
