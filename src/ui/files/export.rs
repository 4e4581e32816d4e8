//! Exports, made and written in another thread: how far they are, and how to stop them.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::Context;

use crate::draw::Theme;
use crate::i18n::Words;
use crate::model::{Header, Knowledge, Lang, Problem, Scenario};
use crate::report::{self, Document, DocumentError, RenderError};
use crate::store::{Disk, Protected};
use crate::ui::files::picker::Purpose;

/// What became of an export.
pub enum Exported {
    Written(PathBuf),
    Stopped,
    /// It could not be made.
    Failed(RenderError),
    /// It could not be written.
    Refused(PathBuf, Problem),
}

/// An export on its way.
pub struct Export {
    purpose: Purpose,
    done: Arc<AtomicU32>,
    stop: Arc<AtomicBool>,
    coming: Receiver<Exported>,
}

impl Export {
    /// Begins to make a document and to write it; the chart and pages are light, as on paper.
    pub fn begin(
        ctx: &Context,
        knowledge: &Knowledge,
        (header, scenario): (&Header, &Scenario),
        lang: Lang,
        (purpose, document): (Purpose, Document),
        (disk, to): (Disk, PathBuf),
    ) -> Self {
        let (tell, coming) = channel();
        let done = Arc::new(AtomicU32::new(0));
        let stop = Arc::new(AtomicBool::new(false));
        let (knowledge, ctx) = (knowledge.clone(), ctx.clone());
        let (header, scenario) = (header.clone(), scenario.clone());
        let (far, stopped) = (done.clone(), stop.clone());
        std::thread::spawn(move || {
            let step = |share: f32| {
                far.store((share * 1000.0) as u32, Ordering::Relaxed);
                ctx.request_repaint();
                !stopped.load(Ordering::Relaxed)
            };
            let words = Words::new(lang);
            let made = report::document(
                &knowledge,
                &header,
                &scenario,
                &words,
                Theme::Light,
                document,
                step,
            );
            let outcome = match made {
                Ok(bytes) => match disk.write(&to, &bytes, Protected::Refuse) {
                    Ok(()) => Exported::Written(to),
                    Err(problem) => Exported::Refused(to, problem),
                },
                Err(DocumentError::Stopped) => Exported::Stopped,
                Err(DocumentError::Render(error)) => Exported::Failed(error),
            };
            // The window may be gone by now.
            let _ = tell.send(outcome);
            ctx.request_repaint();
        });
        Self {
            purpose,
            done,
            stop,
            coming,
        }
    }

    /// From 0 to 1.
    pub fn progress(&self) -> f32 {
        self.done.load(Ordering::Relaxed) as f32 / 1000.0
    }

    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// The end of the export, once, and what it was for.
    pub fn poll(&self) -> Option<(Purpose, Exported)> {
        let exported = match self.coming.try_recv() {
            Ok(exported) => exported,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Exported::Stopped,
        };
        Some((self.purpose, exported))
    }
}
