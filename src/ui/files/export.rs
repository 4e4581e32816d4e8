//! Exports, made and written one after the other in another thread: how far they are, and how to
//! stop them.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::JoinHandle;

use eframe::egui::{ColorImage, Context, ViewportId};

use super::errand::{Purpose, Wake};
use crate::analysis::Findings;
use crate::draw::Theme;
use crate::i18n::Words;
use crate::model::{Knowledge, Lang, Problem, Profile};
use crate::report::pptx::Template;
use crate::report::{self, DocumentError, RenderError, Subject};
use crate::store::{Disk, Place, Protected, SystemFonts};
use crate::ui::document::Document;
use crate::ui::session::Session;
use crate::wording::Teller;

/// Pixels to a unit of the chart, on the clipboard.
const CLIPBOARD_SCALE: f32 = 4.0;

/// How an export ended.
pub enum Exported {
    /// Written, with the characters for which no font was found.
    Written(Place, BTreeSet<char>),
    Stopped,
    /// It could not be made.
    Failed(Box<Job>, RenderError),
    /// What it is to be made with could not be read.
    Unread(Box<Job>, Problem),
    /// It could not be written.
    Refused(Box<Job>, Problem),
}

/// An export, with all that it is made from.
pub struct Job {
    pub purpose: Purpose,
    pub document: report::Document,
    /// Whose masters a presentation has.
    pub template: Option<Place>,
    pub knowledge: Knowledge,
    pub profile: Profile,
    /// The place of the scenario that is looked at.
    pub shown: usize,
    pub lang: Lang,
    pub fonts: SystemFonts,
    pub disk: Disk,
    pub to: Place,
    pub protected: Protected,
}

/// The exports that were asked for: one is being made, the others wait.
#[derive(Default)]
pub struct Exports {
    running: Option<Running>,
    waiting: VecDeque<Job>,
}

struct Running {
    purpose: Purpose,
    /// How much is done, in thousandths.
    done: Arc<AtomicU32>,
    stop: Arc<AtomicBool>,
    coming: Receiver<Exported>,
    thread: JoinHandle<()>,
}

impl Exports {
    pub fn add(&mut self, job: Job, wake: &Wake) {
        self.waiting.push_back(job);
        self.go_on(wake);
    }

    fn go_on(&mut self, wake: &Wake) {
        if self.running.is_none() {
            self.running = self.waiting.pop_front().map(|job| begin(job, wake.clone()));
        }
    }

    /// How far the present one is, from 0 to 1, and how many wait for it.
    pub fn progress(&self) -> Option<(f32, usize)> {
        let running = self.running.as_ref()?;
        let done = running.done.load(Ordering::Relaxed) as f32 / 1000.0;
        Some((done, self.waiting.len()))
    }

    /// Stops the present one.
    pub fn stop(&self) {
        if let Some(running) = &self.running {
            running.stop.store(true, Ordering::Relaxed);
        }
    }

    /// How the present one ended and what it was for, once it has; the next one then begins.
    pub fn poll(&mut self, wake: &Wake) -> Option<(Purpose, Exported)> {
        let running = self.running.as_ref()?;
        let exported = match running.coming.try_recv() {
            Ok(exported) => exported,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Exported::Stopped,
        };
        let purpose = running.purpose;
        self.running = None;
        self.go_on(wake);
        Some((purpose, exported))
    }

    /// Waits until everything that was asked for is written; gives what was not.
    pub fn finish(&mut self) -> Vec<(Box<Job>, Option<Problem>)> {
        let silent: Wake = Arc::new(|| {});
        let mut failed = Vec::new();
        while let Some(running) = self.running.take() {
            let _ = running.thread.join();
            match running.coming.try_recv() {
                Ok(Exported::Refused(job, problem) | Exported::Unread(job, problem)) => {
                    failed.push((job, Some(problem)));
                }
                Ok(Exported::Failed(job, _)) => failed.push((job, None)),
                Ok(Exported::Written(..) | Exported::Stopped) | Err(_) => {}
            }
            self.go_on(&silent);
        }
        failed
    }
}

fn begin(job: Job, wake: Wake) -> Running {
    let (tell, coming) = channel();
    let done = Arc::new(AtomicU32::new(0));
    let stop = Arc::new(AtomicBool::new(false));
    let (far, stopped) = (done.clone(), stop.clone());
    let purpose = job.purpose;
    let thread = std::thread::spawn(move || {
        let exported = job.make(|share| {
            far.store((share * 1000.0) as u32, Ordering::Relaxed);
            wake();
            !stopped.load(Ordering::Relaxed)
        });
        // The window may be gone by now.
        let _ = tell.send(exported);
        wake();
    });
    Running {
        purpose,
        done,
        stop,
        coming,
        thread,
    }
}

impl Job {
    /// Makes the document and writes it; the chart and pages are light, as on paper.
    fn make(mut self, step: impl FnMut(f32) -> bool) -> Exported {
        if let (report::Document::Deck(own), Some(place)) = (&mut self.document, &self.template) {
            match Template::open(place) {
                Ok(template) => *own = Some(Arc::new(template)),
                Err(problem) => return Exported::Unread(Box::new(self), problem),
            }
        }
        let made = report::document(
            Teller {
                knowledge: &self.knowledge,
                words: &Words::new(self.lang),
                departments: &[],
            },
            Subject {
                profile: &self.profile,
                shown: self.shown,
            },
            Theme::Light,
            self.document.clone(),
            &self.fonts,
            step,
        );
        match made {
            Ok(made) => match self.disk.write(&self.to, &made.bytes, self.protected) {
                Ok(()) => Exported::Written(self.to, made.undrawn),
                Err(problem) => Exported::Refused(Box::new(self), problem),
            },
            Err(DocumentError::Stopped) => Exported::Stopped,
            Err(DocumentError::Render(error)) => Exported::Failed(Box::new(self), error),
        }
    }
}

/// A chart on its way to the clipboard: drawn in a thread.
pub struct Copying(Receiver<Result<ColorImage, RenderError>>);

impl Copying {
    /// Begins with the chart as it is now, as an export of it would be: with its title and the marks.
    pub fn begin(
        ctx: &Context,
        session: &Session,
        document: &Document,
        findings: &Findings,
    ) -> Self {
        let mut header = document.profile.header.clone();
        header.brand = header.brand.or(&session.settings.brand);
        let (teller, scenario) = (session.teller(), document.scenario());
        let svg = report::chart(teller, &header, scenario, findings, Theme::Light);
        let (tell, coming) = channel();
        let (ctx, fonts) = (ctx.clone(), session.fonts.clone());
        std::thread::spawn(move || {
            let picture = report::pixels(&svg, CLIPBOARD_SCALE, &fonts).map(|picture| {
                let size = [picture.width, picture.height];
                ColorImage::from_rgba_unmultiplied(size, &picture.rgba)
            });
            // The window may be gone by now.
            let _ = tell.send(picture);
            ctx.request_repaint_of(ViewportId::ROOT);
        });
        Self(coming)
    }

    /// Puts it on the clipboard once it is drawn; gives what is to be said of it then.
    pub fn poll(&self, ctx: &Context, words: &Words) -> Option<String> {
        Some(match self.0.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => words.get("export-stopped"),
            Ok(Ok(picture)) => {
                ctx.copy_image(picture);
                words.get("chart-copied")
            }
            Ok(Err(error)) => words.with("export-failed", &[("why", error.to_string())]),
        })
    }
}
