//! Opening, saving and exporting: what happens to files, and to the open work meanwhile.

pub mod dialogs;
pub mod export;
pub mod picker;

use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::{ColorImage, Context, ViewportCommand};

use crate::draw::Theme;
use crate::model::{Knowledge, MAX_OPINIONS, Problem, Profile};
use crate::report::{self, Picture};
use crate::store::{self, Claim, Hold, Lost, Protected, examples};
use crate::ui::analyses::Analyses;
use crate::ui::app::{App, today};
use crate::ui::document::Document;
use crate::ui::files::dialogs::{Dialog, Then};
use crate::ui::files::export::{Export, Exported};
use crate::ui::files::picker::{Picked, Purpose, Request};
use crate::ui::views::room::Room;
use crate::wording;

/// Pixels to a unit of the chart, on the clipboard.
const CLIPBOARD_SCALE: f32 = 4.0;

/// How often unsaved work is copied at most, in seconds.
const PROTECT_EVERY: f64 = 1.0;

impl App {
    /// Goes on at once, or asks first when the open work would be lost.
    pub(super) fn guard(&mut self, ctx: &Context, then: Then) {
        if self.document.is_changed() {
            self.dialog = Some(Dialog::Unsaved(then));
            ctx.request_repaint();
        } else {
            self.go(ctx, then);
        }
    }

    pub(super) fn go(&mut self, ctx: &Context, then: Then) {
        match then {
            Then::Close => {
                self.leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Then::New => {
                let profile = Profile::new(&self.knowledge, &today());
                self.replace(Document::new(profile, None));
            }
            Then::Open => self.ask(ctx, Purpose::Open),
            Then::OpenPath(path) => self.open(&path),
            Then::Example(index) => match Document::example(&self.knowledge, &examples()[index]) {
                Ok(document) => self.replace(document),
                Err(problems) => self.refuse("problems-open", &problems),
            },
        }
        ctx.request_repaint();
    }

    /// Another profile takes the place of the open one.
    fn replace(&mut self, document: Document) {
        self.document = document;
        self.claim = None;
        self.notice = None;
        self.room = Room::default();
    }

    /// Opens a file, or asks what to do where another window has it open.
    pub(super) fn open(&mut self, path: &Path) {
        // Opened again in the same window, it is still this window's.
        let again = self.document.path.as_deref() == Some(path);
        match self.claims.claim(path) {
            Hold::Elsewhere if !again => self.dialog = Some(Dialog::Claimed(path.to_owned())),
            Hold::Elsewhere => {
                let claim = self.claim.take();
                self.open_with(path, None);
                self.claim = claim;
            }
            hold => self.open_with(path, hold.ours()),
        }
    }

    pub(super) fn open_with(&mut self, path: &Path, claim: Option<Claim>) {
        match store::open_profile(&self.knowledge, path) {
            Ok((profile, stamp)) => {
                self.replace(Document::new(profile, Some(path.to_owned())));
                self.document.stamp = stamp;
                self.claim = claim;
                self.remember_file(path);
            }
            Err(problems) => self.refuse("problems-open", &problems),
        }
    }

    /// Opens what a file holds without the file: it cannot be saved over.
    pub(super) fn open_copy(&mut self, path: &Path) {
        match store::read_profile(&self.knowledge, path) {
            Ok(profile) => self.replace(Document::new(profile, None)),
            Err(problems) => self.refuse("problems-open", &problems),
        }
    }

    /// Takes what someone else has saved in the open file; the work here can be had back by an undo.
    pub(super) fn take_theirs(&mut self, path: &Path) {
        match store::open_profile(&self.knowledge, path) {
            Ok((theirs, stamp)) => {
                self.room = Room::default();
                self.document.take(theirs, stamp);
            }
            Err(problems) => self.refuse("problems-open", &problems),
        }
    }

    /// Takes up work that a window which died has left; the copy goes once there is another.
    pub(super) fn recover(&mut self, lost: &Lost) {
        match Profile::parse(&self.knowledge, "recovery", &lost.text) {
            Ok(profile) => {
                let (path, stamp) = lost.original.clone().unzip();
                let on_disk = path
                    .as_ref()
                    .and_then(|path| store::read_profile(&self.knowledge, path).ok());
                let saved = on_disk.unwrap_or_else(|| Profile::new(&self.knowledge, &today()));
                let claim = path.as_deref().map(|path| self.claims.claim(path));
                self.replace(Document::recovered(profile, path, saved));
                self.document.stamp = stamp.unwrap_or_default();
                self.claim = claim.and_then(Hold::ours);
                let original = self.document.original();
                let profile = &self.document.profile;
                self.recovery
                    .take_over(original, profile, Some(lost.clone()));
            }
            Err(problems) => self.refuse("problems-open", &problems),
        }
    }

    /// Keeps a copy of unsaved work, about a second after it changed at the latest.
    pub(super) fn protect(&mut self, ctx: &Context) {
        let time = ctx.input(|input| input.time);
        if !self.document.is_changed() {
            if self.protected.take().is_some() {
                self.recovery.forget();
            }
            return;
        }
        let profile = &self.document.profile;
        match &self.protected {
            Some((_, kept)) if kept == profile => {}
            Some((when, _)) if time - when < PROTECT_EVERY => {
                let left = PROTECT_EVERY - (time - when);
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
            _ => {
                self.recovery.keep(self.document.original(), profile);
                self.protected = Some((time, profile.clone()));
            }
        }
    }

    /// Keeps a copy of unsaved work before anything else happens.
    pub(super) fn protect_now(&mut self) {
        if self.document.is_changed() {
            let profile = &self.document.profile;
            self.recovery.keep_now(self.document.original(), profile);
        }
    }

    /// Profiles dropped together are opinions on the open company; a bad one stops none of the
    /// others.
    pub(super) fn gather(&mut self, paths: &[PathBuf]) {
        let mut problems = Vec::new();
        for path in paths {
            match store::read_profile(&self.knowledge, path) {
                Ok(profile) if self.document.profile.opinions.len() < MAX_OPINIONS => {
                    let author = profile.header.author.trim();
                    let opinion = profile.scenarios.first.named(author);
                    self.document.profile.opinions.push(opinion);
                }
                Ok(_) => self.notice = Some(self.words.get("group-full")),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            self.refuse("problems-open", &problems);
        }
    }

    /// Answers from now on with a knowledge base of one's own, if the open profile fits it; nothing
    /// changes otherwise.
    pub(super) fn open_knowledge(&mut self, path: &Path) {
        match store::read_knowledge(path) {
            Ok(knowledge) => {
                if self.use_knowledge(knowledge) {
                    self.settings.knowledge = Some(path.to_owned());
                    self.settings_file.save(&self.settings);
                }
            }
            Err(problems) => self.refuse("problems-open", &problems),
        }
    }

    pub(super) fn use_builtin_knowledge(&mut self) {
        if self.use_knowledge(Knowledge::builtin()) {
            self.settings.knowledge = None;
            self.settings_file.save(&self.settings);
        }
    }

    fn use_knowledge(&mut self, knowledge: Knowledge) -> bool {
        let name = wording::company_name(&self.document.profile.header, &self.words);
        let text = self.document.profile.to_text().unwrap_or_default();
        match Profile::parse(&knowledge, &name, &text) {
            Ok(_) => {
                self.analyses = Analyses::new(&knowledge, self.document.scenario(), self.blocks);
                let name = wording::knowledge_name(&knowledge, &self.words);
                self.notice = Some(self.words.with("knowledge-used", &[("name", name)]));
                self.knowledge = knowledge;
                self.room.close(&mut self.document.profile);
                true
            }
            Err(problems) => {
                self.refuse("knowledge-does-not-fit", &problems);
                false
            }
        }
    }

    /// Writes the built-in knowledge base, to start one's own from.
    fn export_knowledge(&mut self, path: &Path) {
        match self
            .disk
            .write(path, Knowledge::BUILTIN.as_bytes(), Protected::Refuse)
        {
            Ok(()) => {
                let file = path.display().to_string();
                self.notice = Some(self.words.with("exported", &[("file", file)]));
            }
            Err(problem) => {
                self.unwritten(Purpose::ExportKnowledge, path.to_owned(), &problem);
            }
        }
    }

    /// Saves in the file that is open, unless someone else has changed it meanwhile.
    pub(super) fn save_again(&mut self, path: &Path) {
        if self.document.stamp.is_overtaken(path) {
            self.dialog = Some(Dialog::Overtaken(path.to_owned()));
        } else {
            self.save(path);
        }
    }

    pub(super) fn save(&mut self, path: &Path) {
        match self
            .disk
            .write_profile(path, &self.document.profile, Protected::Refuse)
        {
            Ok(stamp) => {
                if self.document.path.as_deref() != Some(path) || self.claim.is_none() {
                    self.claim = self.claims.claim(path).ours();
                }
                self.document.mark_saved(path.to_owned(), stamp);
                self.remember_file(path);
            }
            Err(problem) => self.unwritten(Purpose::Save, path.to_owned(), &problem),
        }
    }

    /// A file could not be written: what now?
    fn unwritten(&mut self, purpose: Purpose, path: PathBuf, problem: &Problem) {
        let why = self.words.problem(problem);
        self.dialog = Some(Dialog::Unwritten { purpose, path, why });
    }

    fn refuse(&mut self, title: &str, problems: &[Problem]) {
        self.after_save = None;
        self.dialog = Some(Dialog::Problems {
            title: self.words.get(title),
            lines: problems
                .iter()
                .map(|problem| self.words.problem(problem))
                .collect(),
        });
    }

    /// Asks for a file.
    pub(super) fn ask(&mut self, ctx: &Context, purpose: Purpose) {
        let place = self.document.path.as_deref();
        self.picker.ask(
            ctx,
            Request {
                purpose,
                title: self.words.get(purpose.title_key()),
                filter: self.words.get(match purpose {
                    Purpose::Open | Purpose::Save => "filter-profile",
                    Purpose::OpenKnowledge | Purpose::ExportKnowledge => "filter-knowledge",
                    Purpose::ExportChart => "filter-chart",
                    Purpose::ExportPage(_) => "filter-page",
                    Purpose::ExportReport => "filter-markdown",
                }),
                folder: place.and_then(Path::parent).map(Path::to_owned),
                name: self.suggested_name(purpose),
            },
        );
        ctx.request_repaint();
    }

    /// A file name made of the company's.
    fn suggested_name(&self, purpose: Purpose) -> String {
        let company: String = self
            .document
            .profile
            .header
            .company
            .trim()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let stem = if company.is_empty() {
            self.words.get("untitled-file")
        } else {
            company.to_lowercase()
        };
        format!("{stem}.{}", purpose.extension())
    }

    pub(super) fn picked(&mut self, ctx: &Context, purpose: Purpose, picked: Picked) {
        match (purpose, picked) {
            (_, Picked::Cancelled) => self.after_save = None,
            (_, Picked::Unavailable) => {
                let folder = self.document.path.as_deref().and_then(Path::parent);
                let text = match purpose {
                    _ if purpose.opens() => {
                        folder.map_or(String::new(), |f| format!("{}/", f.display()))
                    }
                    _ => {
                        let name = self.suggested_name(purpose);
                        let path =
                            folder.map_or_else(|| documents().join(&name), |f| f.join(&name));
                        path.display().to_string()
                    }
                };
                self.dialog = Some(Dialog::Path { purpose, text });
            }
            (Purpose::Open, Picked::Path(path)) => self.open(&path),
            (Purpose::OpenKnowledge, Picked::Path(path)) => self.open_knowledge(&path),
            (_, Picked::Path(path)) => {
                let full = with_extension(path.clone(), purpose);
                // The dialog asked about the name as it was chosen.
                if full != path && full.exists() {
                    self.dialog = Some(Dialog::Replace {
                        purpose,
                        path: full,
                    });
                } else {
                    self.write(ctx, purpose, full);
                }
            }
        }
    }

    fn write(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Save => self.save(&path),
            Purpose::ExportKnowledge => self.export_knowledge(&path),
            _ => self.export(ctx, purpose, path),
        }
    }

    fn export(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf) {
        let document = match (purpose, report::Document::of(&path, None)) {
            (Purpose::ExportReport, Some(markdown @ report::Document::Markdown)) => Some(markdown),
            (Purpose::ExportReport, _) => None,
            (Purpose::ExportPage(paper), _) => {
                Picture::of(&path).map(|picture| report::Document::Page(paper, picture))
            }
            _ => Picture::of(&path).map(report::Document::Chart),
        };
        let Some(document) = document else {
            let known = purpose.extensions().join(", ");
            let args = [("file", path.display().to_string()), ("known", known)];
            self.notice = Some(self.words.with("export-unknown", &args));
            return;
        };
        self.export = Some(Export::begin(
            ctx,
            &self.knowledge,
            (&self.document.profile.header, self.document.scenario()),
            self.words.lang(),
            (purpose, document),
            (self.disk.clone(), path),
        ));
    }

    /// What became of the export on its way.
    pub(super) fn exports(&mut self) {
        let Some((purpose, exported)) = self.export.as_ref().and_then(Export::poll) else {
            return;
        };
        self.export = None;
        match exported {
            Exported::Written(path) => {
                let file = path.display().to_string();
                self.notice = Some(self.words.with("exported", &[("file", file)]));
            }
            Exported::Stopped => self.notice = Some(self.words.get("export-stopped")),
            Exported::Failed(error) => {
                let why = error.to_string();
                self.notice = Some(self.words.with("export-failed", &[("why", why)]));
            }
            Exported::Refused(path, problem) => self.unwritten(purpose, path, &problem),
        }
    }

    /// Puts the chart on the clipboard, as a picture.
    pub(super) fn copy_chart(&mut self, ctx: &Context) {
        let svg = report::chart(
            &self.knowledge,
            &self.document.profile.header.company,
            self.document.scenario(),
            &self.words,
            Theme::Light,
        );
        match report::pixels(&svg, CLIPBOARD_SCALE) {
            Ok(picture) => {
                let size = [picture.width, picture.height];
                let image = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
                ctx.copy_image(image);
                self.notice = Some(self.words.get("chart-copied"));
            }
            Err(error) => {
                let why = error.to_string();
                self.notice = Some(self.words.with("export-failed", &[("why", why)]));
            }
        }
    }

    fn remember_file(&mut self, path: &Path) {
        self.settings.remember(path);
        self.settings_file.save(&self.settings);
    }
}

/// The folder where people keep documents, else their home, else here.
fn documents() -> PathBuf {
    directories::UserDirs::new().map_or_else(PathBuf::new, |dirs| {
        dirs.document_dir()
            .unwrap_or_else(|| dirs.home_dir())
            .to_owned()
    })
}

/// Adds the usual extension to a name that has none. A profile always ends as one: the dot in
/// `Site n.1` begins no extension.
pub(super) fn with_extension(path: PathBuf, purpose: Purpose) -> PathBuf {
    let ends = match path.extension() {
        Some(end) if purpose == Purpose::Save => end.eq_ignore_ascii_case("ron"),
        end => end.is_some(),
    };
    if ends {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(purpose.extension());
    PathBuf::from(name)
}
