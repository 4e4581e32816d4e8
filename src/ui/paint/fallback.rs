//! Fonts of the computer behind those of the window. What ours cannot draw is noted while a frame is
//! painted, looked for in another thread, and drawn once that has found it: the window waits for none.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use eframe::egui::{Context, FontData, Id, ViewportId};

use super::style::bold_family;
use crate::draw::Weight;
use crate::store::{SystemFont, SystemFonts};

/// What is drawn in one weight.
type Found = BTreeMap<char, Option<SystemFont>>;

/// Notes what could not be drawn, and gives what was found since.
#[derive(Default)]
struct Notes {
    /// By weight: regular, bold.
    wanted: [BTreeSet<char>; 2],
    found: [Found; 2],
}

const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Bold];

struct Provider(Arc<Mutex<Notes>>);

impl FontProvider for Provider {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let sign = request.cluster.chars().next()?;
        let weight = usize::from(*request.family == bold_family());
        let mut notes = lock(&self.0);
        let Some(font) = notes.found[weight].get(&sign) else {
            notes.wanted[weight].insert(sign);
            return None;
        };
        let font = font.as_ref()?;
        let data = FontData::from_blob(font.bytes(), font.index());
        Some(FontInsert::new(&font.name(), data, Vec::new()))
    }
}

fn lock(notes: &Mutex<Notes>) -> MutexGuard<'_, Notes> {
    notes.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The fonts of the computer, as the window uses them.
pub struct Fallback {
    fonts: SystemFonts,
    notes: Arc<Mutex<Notes>>,
    coming: Option<Receiver<[Found; 2]>>,
}

impl Fallback {
    pub fn new(fonts: SystemFonts) -> Self {
        Self {
            fonts,
            notes: Arc::default(),
            coming: None,
        }
    }

    /// To be called in every frame. Gives all that no font was found for, once more is known of it.
    pub fn follow(&mut self, ctx: &Context) -> Option<BTreeSet<char>> {
        let known = Id::unique("fonts of the computer");
        if ctx.data(|data| data.get_temp(known)) != Some(true) {
            ctx.data_mut(|data| data.insert_temp(known, true));
            self.install(ctx);
        }
        let come = self.coming.as_ref().and_then(|come| come.try_recv().ok());
        let told = come.and_then(|found| self.take(ctx, found));
        self.look(ctx);
        told
    }

    fn install(&self, ctx: &Context) {
        ctx.set_font_providers(vec![Arc::new(Provider(self.notes.clone()))]);
    }

    fn take(&mut self, ctx: &Context, found: [Found; 2]) -> Option<BTreeSet<char>> {
        self.coming = None;
        let new = |wanted: fn(&Option<SystemFont>) -> bool| {
            found.iter().flat_map(Found::values).any(wanted)
        };
        let (some, none) = (new(Option::is_some), new(Option::is_none));
        let mut notes = lock(&self.notes);
        for (all, found) in notes.found.iter_mut().zip(found) {
            all.extend(found);
        }
        let undrawn = notes.found.iter().flatten();
        let undrawn = undrawn.filter(|(_, font)| font.is_none());
        let undrawn = undrawn.map(|(&sign, _)| sign).collect();
        drop(notes);
        if some {
            // What could not be drawn is asked for again.
            self.install(ctx);
        }
        none.then_some(undrawn)
    }

    /// Begins to look for what is wanted, unless that is done already.
    fn look(&mut self, ctx: &Context) {
        let mut notes = lock(&self.notes);
        if self.coming.is_some() || notes.wanted.iter().all(BTreeSet::is_empty) {
            return;
        }
        let wanted = std::mem::take(&mut notes.wanted);
        let (tell, coming) = channel();
        let (fonts, ctx) = (self.fonts.clone(), ctx.clone());
        std::thread::spawn(move || {
            let [regular, bold] = [0, 1].map(|at| fonts.find(&wanted[at], WEIGHTS[at]));
            // The window may be gone by now.
            let _ = tell.send([regular, bold]);
            ctx.request_repaint_of(ViewportId::ROOT);
        });
        self.coming = Some(coming);
    }
}
