//! What every part of the window needs: the knowledge base, the words of the language, and what is
//! remembered between runs.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Context;

use super::document::{Clerk, Document, now};
use super::paint::style;
use super::standing;
use crate::i18n::{self, Words};
use crate::model::{Brand, Entry, Header, Knowledge, Lang, Problems, Profile, Subject, Text};
use crate::store::{
    Example, Place, RoomScreen, Settings, SettingsFile, SystemFonts, ThemeChoice, examples,
    read_knowledge,
};
use crate::wording::Teller;

const ZOOM_STEP: f32 = 0.1;
const ZOOM_LEAST: f32 = 0.5;
const ZOOM_MOST: f32 = 3.0;

pub struct Session {
    pub knowledge: Knowledge,
    pub words: Arc<Words>,
    pub settings: Settings,
    /// The fonts of the computer, for what ours lack.
    pub fonts: SystemFonts,
    file: SettingsFile,
    /// The other language, in which the journal speaks as well.
    other: OnceCell<Words>,
    /// What the examples say of themselves, once they were asked for.
    examples: OnceCell<Vec<Option<Header>>>,
}

/// What could not be read at the start; the session goes on without it.
pub enum Lack {
    /// The settings: they are back to their first values.
    Settings,
    /// The user's own knowledge base: the built-in one is in use.
    Knowledge(Problems),
}

impl Session {
    /// Begins with the language and the knowledge base that were asked for, or those of the settings.
    pub fn new(
        file: SettingsFile,
        lang: Option<Lang>,
        knowledge: Option<PathBuf>,
        fonts: SystemFonts,
    ) -> (Self, Vec<Lack>) {
        let (settings, unreadable) = file.load();
        let mut lacks = Vec::new();
        if unreadable {
            lacks.push(Lack::Settings);
        }
        let lang = lang.or(settings.lang).unwrap_or_else(i18n::of_system);
        let own = knowledge.or_else(|| settings.knowledge.clone());
        let mut session = Self {
            knowledge: Knowledge::builtin(),
            words: Arc::new(Words::new(lang)),
            settings,
            fonts,
            file,
            other: OnceCell::new(),
            examples: OnceCell::new(),
        };
        if let Some(place) = own.map(Place::new) {
            match read_knowledge(&place) {
                Ok(knowledge) => session.use_knowledge(knowledge, Some(place)),
                Err(problems) => lacks.push(Lack::Knowledge(problems)),
            }
        }
        (session, lacks)
    }

    /// What puts findings into words, with the knowledge base and the language in use.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            knowledge: &self.knowledge,
            words: &self.words,
            departments: &[],
        }
    }

    /// What each example says of itself, in the order of the menu; they are read when someone first asks
    /// for them, for no start has to wait for them. `None` for one that cannot be read, of which there is
    /// none.
    pub fn examples(&self) -> &[Option<Header>] {
        self.examples.get_or_init(|| {
            let builtin = Knowledge::builtin();
            let header = |example: &Example| {
                let document = Document::example(&builtin, example).ok()?;
                Some(document.profile.header)
            };
            examples().iter().map(header).collect()
        })
    }

    /// Gives the window its theme and zoom.
    pub fn dress(&self, ctx: &Context) {
        style::dress(ctx, self.settings.theme);
        if let Some(zoom) = self.settings.zoom {
            ctx.set_zoom_factor(zoom.clamp(ZOOM_LEAST, ZOOM_MOST));
        }
    }

    /// Answers from now on with this knowledge base; `place` is its file, `None` for the built-in one.
    pub fn use_knowledge(&mut self, knowledge: Knowledge, place: Option<Place>) {
        self.knowledge = knowledge;
        self.settings.knowledge = place.map(PathBuf::from);
        self.keep();
    }

    /// Presentations have the masters of this file from now on, or the program's own.
    pub fn use_template(&mut self, place: Option<Place>) {
        self.settings.template = place.map(PathBuf::from);
        self.keep();
    }

    /// Shows the room its slides there from now on.
    pub fn room_on(&mut self, room: RoomScreen) {
        if self.settings.room != room {
            self.settings.room = room;
            self.keep();
        }
    }

    pub fn speak(&mut self, lang: Lang) {
        self.words = Arc::new(Words::new(lang));
        self.other = OnceCell::new();
        self.settings.lang = Some(lang);
        self.keep();
    }

    pub fn wear(&mut self, ctx: &Context, theme: ThemeChoice) {
        self.settings.theme = theme;
        self.keep();
        style::dress(ctx, theme);
    }

    /// The theme after the one that is seen.
    pub fn next_theme(&self, ctx: &Context) -> ThemeChoice {
        match self.settings.theme {
            ThemeChoice::Contrast => ThemeChoice::Light,
            _ if ctx.global_style().visuals.dark_mode => ThemeChoice::Contrast,
            _ => ThemeChoice::Dark,
        }
    }

    /// Puts these marks on all that leaves the program.
    pub fn brand(&mut self, brand: Brand) {
        if self.settings.brand != brand {
            self.settings.brand = brand;
            self.keep();
        }
    }

    /// Larger or smaller by some steps; 0 is the natural size.
    pub fn zoom(&mut self, ctx: &Context, steps: f32) {
        let factor = if steps == 0.0 {
            1.0
        } else {
            ctx.zoom_factor() + steps * ZOOM_STEP
        };
        let factor = factor.clamp(ZOOM_LEAST, ZOOM_MOST);
        ctx.set_zoom_factor(factor);
        self.settings.zoom = Some(factor);
        self.keep();
    }

    /// Names who is at the keyboard, for the journal.
    pub fn sign(&mut self, name: String) {
        self.settings.name = name;
        self.keep();
    }

    /// Puts a file at the top of the recent ones, among which are those of other windows.
    pub fn remember(&mut self, place: &Place) {
        let (now, _) = self.file.load();
        if !now.recent.is_empty() {
            self.settings.recent = now.recent;
        }
        self.settings.remember(place);
        self.keep();
    }

    /// The file that was open last, but for the one that is open.
    pub fn last_file(&self, open: Option<&Place>) -> Option<Place> {
        let recent = self.settings.recent.iter().map(Place::new);
        recent.into_iter().find(|place| Some(place) != open)
    }

    /// Notes how the window stands.
    pub fn stands(&mut self, ctx: &Context) {
        self.settings.window = standing::now(ctx, self.settings.window);
    }

    /// To be called when the window ends: keeps how it stood, and what other windows have kept.
    pub fn end(&mut self) {
        let (now, unreadable) = self.file.load();
        if !unreadable && now.window != self.settings.window {
            self.file.save(&Settings {
                window: self.settings.window,
                ..now
            });
        }
    }

    /// Whether this is the first start, as far as the settings can remember one.
    pub fn is_first_start(&self) -> bool {
        self.file.exists() && !self.settings.toured
    }

    pub fn first_start_is_over(&mut self) {
        self.settings.toured = true;
        self.keep();
    }

    fn keep(&self) {
        self.file.save(&self.settings);
    }
}

impl Session {
    /// An entry of the journal, said in both languages.
    fn entry(&self, about: Subject, say: impl Fn(Teller<'_>) -> Option<String>) -> Option<Entry> {
        let said = |lang| {
            let words = if lang == self.words.lang() {
                &*self.words
            } else {
                self.other.get_or_init(|| Words::new(lang))
            };
            say(Teller {
                words,
                ..self.teller()
            })
        };
        let what = Text {
            fr: said(Lang::Fr)?,
            en: said(Lang::En)?,
        };
        // Whoever is at the keyboard may have been one of those who gave their opinion.
        let who = match about {
            Subject::Room => String::new(),
            _ => self.settings.name.trim().to_owned(),
        };
        Some(Entry {
            at: now(),
            who,
            about,
            what,
            why: String::new(),
        })
    }
}

impl Clerk for Session {
    fn note(&self, before: &Profile, after: &Profile) -> Option<Entry> {
        let about = Subject::of(before, after);
        self.entry(about, |teller| teller.noted(before, after))
    }
}

/// Notes that sliders were set to the middle opinion, and not where that is: of a secret ballot it is
/// what somebody said.
pub struct Medians<'a>(pub &'a Session);

impl Clerk for Medians<'_> {
    fn note(&self, _before: &Profile, _after: &Profile) -> Option<Entry> {
        let say = |teller: Teller<'_>| Some(teller.words.get("journal-medians"));
        self.0.entry(Subject::Room, say)
    }
}
