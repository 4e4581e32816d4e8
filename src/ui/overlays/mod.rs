//! What is shown over the window or in its place, as a stack: only the top is shown and hears the
//! keys. A question about files is above the stack.

pub mod about;
pub mod article;
pub mod ballot;
pub mod journal;
pub mod marks;
pub mod palette;
pub mod present;
mod reading;
pub mod review;
pub mod shortcuts;
pub mod tour;
pub mod weigh;

use eframe::egui::Ui;
use jiff::civil::Date;

use super::analyses::Analyses;
use super::command::Command;
use super::document::Document;
use super::session::Session;
use crate::model::{Brand, Logo};
use crate::wording::Teller;
use about::About;
use article::Reading;
use ballot::Booth;
use journal::Notes;
use marks::MarksSheet;
use palette::Palette;
use present::Presentation;
use review::Look;
use tour::{Places, Tour};
use weigh::Weigh;

enum Overlay {
    Tour(Tour),
    Palette(Palette),
    Shortcuts,
    Article(Reading),
    About(About),
    Journal(Notes),
    Review(Box<Look>),
    Presentation(Presentation),
    Ballot(Box<Booth>),
    Weigh(Box<Weigh>),
    Marks(Box<MarksSheet>),
}

/// Who hears the keys of commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Top {
    /// The window, also while the tour is shown.
    Window,
    /// The presentation.
    Presentation,
    /// The secret ballot, which takes the whole window as well.
    Ballot,
    /// A sheet or a question: commands do not hear them.
    Sheet,
}

#[derive(Default)]
pub struct Overlays {
    stack: Vec<Overlay>,
    /// Where the parts of the window are in this frame, for the tour.
    pub places: Places,
}

impl Overlays {
    /// Who hears the keys; `asks` while there is a question about files.
    pub fn top(&self, asks: bool) -> Top {
        match self.stack.last() {
            _ if asks => Top::Sheet,
            Some(Overlay::Presentation(_)) => Top::Presentation,
            Some(Overlay::Ballot(_)) => Top::Ballot,
            Some(Overlay::Tour(_)) | None => Top::Window,
            Some(_) => Top::Sheet,
        }
    }

    pub fn show_palette(&mut self) {
        self.stack.push(Overlay::Palette(Palette::default()));
    }

    pub fn show_shortcuts(&mut self) {
        self.stack.push(Overlay::Shortcuts);
    }

    /// Opens the article, where it says `quote` if that is given.
    pub fn read_article(&mut self, quote: Option<&str>) {
        self.stack.push(Overlay::Article(Reading::new(quote)));
    }

    pub fn show_about(&mut self) {
        self.stack.push(Overlay::About(About::default()));
    }

    pub fn show_journal(&mut self) {
        self.stack.push(Overlay::Journal(Notes::default()));
    }

    /// Looks again at the answer, on a day.
    pub fn review(&mut self, today: Date) {
        self.stack.push(Overlay::Review(Box::new(Look::new(today))));
    }

    /// Forgets the review of the former profile: another one is open.
    pub fn replaced(&mut self) {
        self.stack
            .retain(|overlay| !matches!(overlay, Overlay::Review(_)));
    }

    /// Begins the tour, from its beginning where it was under way.
    pub fn take_tour(&mut self) {
        self.stack
            .retain(|overlay| !matches!(overlay, Overlay::Tour(_)));
        self.stack.push(Overlay::Tour(Tour::default()));
    }

    /// Begins to weigh the factors.
    pub fn weigh(&mut self) {
        self.stack.push(Overlay::Weigh(Box::default()));
    }

    /// Shows the marks on what leaves the program: those of the profile, and those of every other.
    pub fn set_marks(&mut self, own: &Brand, usual: &Brand) {
        let sheet = MarksSheet::new(own.clone(), usual.clone());
        self.stack.push(Overlay::Marks(Box::new(sheet)));
    }

    /// A logo was chosen for the marks that are shown.
    pub fn take_logo(&mut self, logo: Logo) {
        if let Some(Overlay::Marks(sheet)) = self.stack.last_mut() {
            sheet.take_logo(logo);
        }
    }

    pub fn present(&mut self) {
        self.stack
            .push(Overlay::Presentation(Presentation::default()));
    }

    /// The presentation, where it is on top.
    pub fn presentation(&mut self) -> Option<&mut Presentation> {
        match self.stack.last_mut() {
            Some(Overlay::Presentation(presentation)) => Some(presentation),
            _ => None,
        }
    }

    /// Begins a secret ballot: it stands alone.
    pub fn vote(&mut self, booth: Booth) {
        self.stack = vec![Overlay::Ballot(Box::new(booth))];
    }

    /// The secret ballot, while one runs.
    pub fn ballot(&mut self) -> Option<&mut Booth> {
        match self.stack.last_mut() {
            Some(Overlay::Ballot(booth)) => Some(booth),
            _ => None,
        }
    }

    /// Whether a secret ballot runs.
    pub fn is_voting(&self) -> bool {
        matches!(self.stack.last(), Some(Overlay::Ballot(_)))
    }

    /// Forgets what refers to the former knowledge base: another one is in use.
    pub fn forget(&mut self) {
        self.stack
            .retain(|overlay| !matches!(overlay, Overlay::Weigh(_) | Overlay::Review(_)));
    }

    /// Removes the top of the stack.
    pub fn close(&mut self) {
        self.stack.pop();
    }

    /// Shows what is on top.
    pub fn show(
        &mut self,
        ui: &Ui,
        session: &Session,
        document: &Document,
        analyses: &Analyses,
        ready: impl Fn(&Command) -> bool,
        asked: &mut Vec<Command>,
    ) {
        let teller: Teller<'_> = session.teller().of(analyses.scenario());
        let (ctx, words) = (ui.ctx(), teller.words);
        let header = &document.profile.header;
        let closed = match self.stack.last_mut() {
            None | Some(Overlay::Presentation(_) | Overlay::Ballot(_)) => false,
            Some(Overlay::Shortcuts) => shortcuts::show(ctx, words),
            Some(Overlay::Article(reading)) => reading.show(ctx, words),
            Some(Overlay::About(about)) => about.show(ctx, teller),
            Some(Overlay::Journal(notes)) => {
                notes.show(ctx, teller, header, &session.settings.name, asked)
            }
            Some(Overlay::Review(look)) => look.show(ctx, teller, document, asked),
            Some(Overlay::Weigh(weigh)) => weigh.show(ctx, teller, analyses, asked),
            Some(Overlay::Marks(marks)) => marks.show(ui, words, asked),
            Some(Overlay::Palette(palette)) => palette.show(ui, words, ready, asked),
            Some(Overlay::Tour(tour)) => tour.show(ui, &self.places, words),
        };
        if closed {
            self.close();
            ctx.request_repaint();
        }
    }
}
