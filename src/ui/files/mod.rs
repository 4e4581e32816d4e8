//! Everything about files, as one state machine: it is given inputs (from commands, dialogs and the
//! system), and gives effects that the rest of the window carries out.

pub mod after;
mod alerts;
mod ballots;
mod copies;
mod dialogs;
pub mod errand;
pub mod export;
mod last;
mod left;
mod names;
mod opening;
mod outside;
pub mod picker;
mod recall;
mod saving;
pub mod system;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Context, ProgressBar, Role, Ui};
use tempfile::TempDir;

use super::document::{Document, today};
use super::paint::widgets::labelled;
use super::session::Session;
use crate::i18n::Words;
use crate::model::{Knowledge, Logo, Problem, Problems, Profile};
use crate::report::Paper;
use crate::report::pptx::Template;
use crate::store::{
    self, Claim, Claims, Disk, Place, Protected, Recovery, Seen, Urn, Watch, examples,
};
use after::Hands;
use alerts::{Alert, Heed};
use copies::Copies;
use dialogs::{Dialog, Reply};
use errand::{Deed, Errand, Handed, Picked, Purpose, Request, Then, Wake};
use export::{Exported, Exports, Job};
use last::Last;
use left::Left;
use names::{suggested, typed_start, with_extension};
use picker::Picker;

/// What files are told of.
pub enum Input {
    /// Something that would lose unsaved work, about which someone is asked first.
    Wish(Then),
    /// Save in the open file, or ask for one where there is none.
    Save,
    /// Ask for a file.
    Ask(Purpose),
    UseBuiltinKnowledge,
    DropTemplate,
    /// Add the profiles in these files as opinions on the open company.
    Gather(Vec<PathBuf>),
    /// A file could not be read.
    Refused(Problems),
    /// What the picker answered.
    Picked(Errand, Picked),
    /// No dialog of the system has appeared.
    Silence,
    /// What someone answered in a dialog of the window.
    Replied(Reply),
    /// The end of an export.
    Exported(Purpose, Exported),
    /// What others did to the open file.
    Seen(Seen),
    /// What someone answered to an alert.
    Heeded(Heed),
    /// Print the page.
    Print,
    /// Do something with a document that was written, the last one if `None`.
    Hand(Deed, Option<Place>),
    /// What the system made of a document.
    Handed(Deed, Place, Handed),
}

/// What the rest of the window has to do.
pub enum Effect {
    /// Another profile has taken the place of the open one.
    Replaced,
    /// Begin to describe the company of the open profile.
    Describe,
    /// There are other opinions on the company.
    Gathered,
    /// Answer with this knowledge base from now on; it comes from that file, `None` if built in.
    Knowledge(Box<Knowledge>, Option<Place>),
    /// Presentations have the masters of this file from now on, or the program's own.
    Template(Option<Place>),
    Remember(Place),
    /// A document was written: say so, and what can be done with it.
    Written(Place),
    /// Go on with a ballot that was not counted.
    Ballot(Box<Urn>),
    /// A logo was chosen.
    Logo(Logo),
    /// Show this until there is newer news.
    News(String),
    /// Show this until someone closes it.
    Trouble(String),
    /// Show this, in the place of what was said of other characters.
    Undrawn(String),
    Close,
}

pub struct Files {
    disk: Disk,
    claims: Claims,
    /// Says to other windows that the open file is open here.
    claim: Option<Claim>,
    picker: Picker,
    dialog: Option<Dialog>,
    /// Failures whose question gave way to another one; they are asked about again.
    postponed: Vec<(Dialog, Option<Box<Job>>)>,
    exports: Exports,
    /// The export that failed and is asked about: it can be tried again as it was.
    failed: Option<Box<Job>>,
    /// The document that was written last.
    written: Option<Place>,
    /// Where pages lie that are printed; they go with the window.
    printed: Vec<TempDir>,
    hands: Hands,
    copies: Copies,
    /// The ballot that a window has left without counting it, until it is offered to the user.
    left: Left,
    /// Whether others' changes of the open file are looked out for.
    watches: bool,
    watch: Option<Watch>,
    alert: Option<Alert>,
    last: Last,
    wake: Wake,
}

/// What a step reads and changes.
struct Desk<'a> {
    session: &'a Session,
    document: &'a mut Document,
    effects: Vec<Effect>,
}

impl Files {
    pub fn new(
        disk: Disk,
        claims: Claims,
        recovery: Recovery,
        picker: Picker,
        watches: bool,
        hands: Hands,
    ) -> Self {
        Self {
            disk,
            claims,
            claim: None,
            picker,
            dialog: None,
            postponed: Vec::new(),
            exports: Exports::default(),
            failed: None,
            written: None,
            printed: Vec::new(),
            hands,
            left: Left::Unseen,
            copies: Copies::new(recovery),
            watches,
            watch: None,
            alert: None,
            last: Last::default(),
            wake: Arc::new(|| {}),
        }
    }

    /// From now on `wake` is called, from other threads, when there is something for [`Self::next`].
    pub fn wake_by(&mut self, wake: impl Fn() + Send + Sync + 'static) {
        self.wake = Arc::new(wake);
        let wake = self.wake.clone();
        self.copies.wake_by(move || wake());
        self.last.seek(&self.wake);
    }

    /// Offers to open a file again, if it is there.
    pub fn offer(&mut self, place: Place) {
        self.last = Last::Unknown(place);
    }

    /// From now on dialogs of the system belong to this window.
    pub fn belong_to(&mut self, window: system::Parent) {
        self.picker.belong_to(window);
    }

    /// Whether a question stands over the window.
    pub fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    /// Whether something needs the window, so that a presentation has to end.
    pub fn needs_the_window(&self) -> bool {
        self.dialog.is_some() || self.picker.waits_for().is_some()
    }

    /// Whether a document was written since the window is open.
    pub fn has_written(&self) -> bool {
        self.written.is_some()
    }

    /// The next answer of a dialog of the system, end of an export, change by others or end of what the
    /// system does with a document, if one has come. While a question is shown in the window there is
    /// none: it waits, and so do further exports while another place is looked for. But a dialog in whose
    /// place a path can be typed is heard, however late.
    pub fn next(&mut self) -> Option<Input> {
        match &mut self.dialog {
            None if self.postponed.is_empty() => {}
            Some(Dialog::Path { waits, .. }) if *waits => {
                let (errand, picked) = self.picker.poll()?;
                if matches!(picked, Picked::Unavailable | Picked::Cancelled) {
                    // The field stays for whoever has begun to type.
                    *waits = false;
                    return None;
                }
                self.dialog = None;
                return Some(Input::Picked(errand, picked));
            }
            _ => return None,
        }
        if let Some(place) = self.last.take() {
            self.alert.get_or_insert(Alert::Last(place));
        }
        if let Some(seen) = self.watch.as_ref().and_then(Watch::next) {
            return Some(Input::Seen(seen));
        }
        if let Some((deed, place, handed)) = self.hands.poll() {
            return Some(Input::Handed(deed, place, handed));
        }
        if let Some((errand, picked)) = self.picker.poll() {
            return Some(Input::Picked(errand, picked));
        }
        if self.failed.is_some() && self.picker.waits_for().is_some() {
            return None;
        }
        self.failed = None;
        let (purpose, exported) = self.exports.poll(&self.wake)?;
        Some(Input::Exported(purpose, exported))
    }

    /// Looks whether the dialog that was asked for appears.
    pub fn look(&mut self, ctx: &Context) -> Option<Input> {
        if self.dialog.is_some() {
            return None;
        }
        let (time, focused) = ctx.input(|input| (input.time, input.focused));
        let left = self.picker.look(time, focused)?;
        if left.is_zero() {
            return Some(Input::Silence);
        }
        ctx.request_repaint_after(left);
        None
    }

    /// Takes an input, and gives what the rest of the window has to do.
    pub fn step(
        &mut self,
        session: &Session,
        document: &mut Document,
        input: Input,
    ) -> Vec<Effect> {
        let mut desk = Desk {
            session,
            document,
            effects: Vec::new(),
        };
        match input {
            Input::Wish(then) => self.wish(&mut desk, then),
            Input::Save => self.save(&mut desk, None),
            Input::Ask(purpose) => {
                self.failed = None;
                self.ask(&desk, purpose.into());
            }
            Input::UseBuiltinKnowledge => self.use_knowledge(&mut desk, None),
            Input::DropTemplate => desk.use_template(None),
            Input::Gather(paths) => self.gather(&mut desk, &paths),
            Input::Refused(problems) => self.refuse(&desk, &problems),
            Input::Silence => self.offer_path(&desk),
            Input::Picked(errand, picked) => self.picked(&mut desk, errand, picked),
            Input::Replied(reply) => self.replied(&mut desk, reply),
            Input::Exported(purpose, exported) => self.exported(&mut desk, purpose, exported),
            Input::Seen(seen) => self.seen(&mut desk, seen),
            Input::Heeded(heed) => self.heed(&mut desk, heed),
            Input::Print => self.print(&mut desk),
            Input::Hand(deed, Some(place)) => self.hand(deed, place),
            Input::Hand(deed, None) => self.hand_last(deed),
            Input::Handed(deed, place, handed) => Self::handed(&mut desk, deed, &place, handed),
        }
        desk.effects
    }

    /// Does what is wished, or asks first where unsaved work would be lost.
    fn wish(&mut self, desk: &mut Desk<'_>, then: Then) {
        if desk.document.is_changed() {
            self.put(Dialog::Unsaved(then));
        } else {
            self.go(desk, then);
        }
    }

    fn go(&mut self, desk: &mut Desk<'_>, then: Then) {
        match then {
            Then::Close => desk.effects.push(Effect::Close),
            Then::New => {
                let profile = Profile::new(&desk.session.knowledge, today());
                self.replace(desk, Document::new(profile, None));
                desk.effects.push(Effect::Describe);
            }
            Then::Open => self.ask(desk, Purpose::Open.into()),
            Then::OpenPath(place) => self.open(desk, place),
            Then::Example(place) | Then::Adapt(place) => {
                let Some(example) = examples().get(place) else {
                    return;
                };
                let adapt = matches!(then, Then::Adapt(_));
                match Document::example(&desk.session.knowledge, example) {
                    Ok(document) if adapt => {
                        self.replace(desk, document.of_nobody());
                        desk.effects.push(Effect::Describe);
                    }
                    Ok(document) => self.replace(desk, document),
                    Err(problems) => self.refuse(desk, &problems),
                }
            }
            Then::Knowledge(base) => match read_base(base.as_ref()) {
                Ok(knowledge) => {
                    let profile = Profile::new(&knowledge, today());
                    self.replace(desk, Document::new(profile, None));
                    let knowledge = Box::new(knowledge);
                    desk.effects.push(Effect::Knowledge(knowledge, base));
                }
                Err(problems) => self.refuse(desk, &problems),
            },
        }
    }

    /// Shows a question. An offer of unsaved work that it replaces will be made again, and so will be
    /// said what could not be exported.
    fn put(&mut self, dialog: Dialog) {
        match self.dialog.replace(dialog) {
            Some(Dialog::Recover(lost)) => self.copies.offer_again(lost),
            Some(failure @ Dialog::Unwritten { .. }) if self.failed.is_some() => {
                self.postponed.push((failure, self.failed.take()));
            }
            _ => {}
        }
    }

    fn refuse(&mut self, desk: &Desk<'_>, problems: &[Problem]) {
        let words = &desk.session.words;
        self.put(Dialog::Problems {
            title: words.get("problems-open"),
            lines: lines(words, problems),
        });
    }

    /// Asks for a file. Who asks for the same again does not see the dialog.
    fn ask(&mut self, desk: &Desk<'_>, errand: Errand) {
        if self.picker.waits_for() == Some(&errand) {
            self.offer_path(desk);
            return;
        }
        let (words, purpose) = (&desk.session.words, errand.purpose);
        let request = Request {
            purpose,
            title: words.get(purpose.title_key()),
            filters: purpose
                .kinds()
                .iter()
                .map(|kind| (words.get(kind.name), kind.extensions))
                .collect(),
            folder: desk.document.folder().map(Path::to_owned),
            name: suggested(purpose, desk.document, words),
        };
        self.picker.ask(errand, request, self.wake.clone());
    }

    /// Offers to type the path in place of a dialog that is still waited for.
    fn offer_path(&mut self, desk: &Desk<'_>) {
        if let Some(errand) = self.picker.waits_for().cloned() {
            self.put_path(desk, errand, true);
        }
    }

    fn put_path(&mut self, desk: &Desk<'_>, errand: Errand, waits: bool) {
        let text = typed_start(errand.purpose, desk.document, &desk.session.words);
        self.put(Dialog::Path {
            errand,
            text,
            waits,
        });
    }

    fn picked(&mut self, desk: &mut Desk<'_>, errand: Errand, picked: Picked) {
        match picked {
            // With the question, what was to follow is given up.
            Picked::Cancelled => {}
            Picked::Unavailable => self.put_path(desk, errand, false),
            Picked::Paths(paths) => self.gather(desk, &paths),
            Picked::Path(path) if errand.purpose == Purpose::AddOpinions => {
                self.gather(desk, &[path]);
            }
            Picked::Path(path) => {
                let place = Place::new(&path);
                match errand.purpose {
                    Purpose::Open => self.open(desk, place),
                    Purpose::OpenKnowledge => self.use_knowledge(desk, Some(place)),
                    Purpose::OpenTemplate => match Template::open(&place) {
                        Ok(_) => desk.use_template(Some(place)),
                        Err(problem) => self.refuse(desk, &[problem]),
                    },
                    Purpose::OpenLogo => match store::read_logo(&place) {
                        Ok(logo) => desk.effects.push(Effect::Logo(logo)),
                        Err(problem) => self.refuse(desk, &[problem]),
                    },
                    purpose => {
                        let full = Place::new(with_extension(path, purpose));
                        // The dialog asked about the name that was chosen, not about this one.
                        if full != place && full.exists() {
                            self.put(Dialog::Replace {
                                errand,
                                place: full,
                            });
                        } else {
                            self.write(desk, errand, full, Protected::Refuse);
                        }
                    }
                }
            }
        }
    }

    fn replied(&mut self, desk: &mut Desk<'_>, reply: Reply) {
        let asked = self.dialog.take();
        if matches!(asked, Some(Dialog::Path { waits: true, .. })) && reply != Reply::Wait {
            self.picker.give_up();
        }
        // The failed export that is asked about is only for those who try again.
        let failed = self.failed.take();
        if let Reply::Elsewhere(_)
        | Reply::Confirmed(..)
        | Reply::Unprotected(..)
        | Reply::Typed(..) = reply
        {
            self.failed = failed;
        }
        match reply {
            Reply::Dismiss | Reply::Wait => self.left.put_off(),
            Reply::Discard(then) => self.go(desk, then),
            Reply::SaveFirst(then) => self.save(desk, Some(then)),
            Reply::Typed(errand, path) if errand.purpose.opens() => {
                self.picked(desk, errand, Picked::Path(path));
            }
            Reply::Typed(errand, path) => {
                let place = Place::new(with_extension(path, errand.purpose));
                if place.exists() {
                    self.put(Dialog::Replace { errand, place });
                } else {
                    self.write(desk, errand, place, Protected::Refuse);
                }
            }
            Reply::Confirmed(errand, place) => {
                self.write(desk, errand, place, Protected::Refuse);
            }
            Reply::Unprotected(errand, place) => {
                self.write(desk, errand, place, Protected::Replace);
            }
            // What was only to be printed is kept where someone chooses.
            Reply::Elsewhere(errand) if errand.purpose == Purpose::Print => {
                self.failed = self.failed.take().map(|job| {
                    Box::new(Job {
                        purpose: Purpose::ExportPage(Paper::Sheet),
                        ..*job
                    })
                });
                self.ask(desk, Purpose::ExportPage(Paper::Sheet).into());
            }
            Reply::Elsewhere(errand) => self.ask(desk, errand),
            Reply::Overwrite(place, then) => self.save_to(desk, place, then, Protected::Refuse),
            Reply::TakeTheirs(place) => self.take_theirs(desk, &place),
            Reply::OpenCopy(place) => self.open_copy(desk, &place),
            Reply::OpenAnyway(place) => self.open_with(desk, place, None),
            Reply::Recover(lost) => self.recover(desk, lost),
            Reply::Forget(lost) => lost.discard(),
            Reply::GoOn => self.go_on(desk),
            Reply::DropBallots => self.drop_ballots(),
            Reply::UseUnfit(base) => self.wish(desk, Then::Knowledge(base)),
        }
    }

    /// Shows the present question, if there is one; gives the answer once someone has chosen it.
    pub fn show(&mut self, ctx: &Context, words: &Words) -> Option<Input> {
        if !self.needs_the_window() {
            if let Some((failure, job)) = self.postponed.pop() {
                (self.dialog, self.failed) = (Some(failure), job);
            } else {
                let lost = self.copies.take_lost().map(Dialog::Recover);
                self.dialog = lost.or_else(|| self.ask_about_ballots(words));
            }
        }
        let reply = self.dialog.as_mut()?.show(ctx, words)?;
        Some(Input::Replied(reply))
    }

    /// Shows what others did to the open file, or what was open last; gives what someone wants done.
    pub fn alert(&self, ui: &mut Ui, words: &Words, document: &Document) -> Option<Input> {
        let alert = self.alert.as_ref()?;
        alert
            .show(ui, words, document.is_changed())
            .map(Input::Heeded)
    }

    /// Shows that a dialog is waited for, how far exports are, and what is wrong with the copy of
    /// unsaved work; gives what someone asks for there.
    pub fn bars(&mut self, ui: &mut Ui, words: &Words) -> Option<Input> {
        if let Some(problem) = self.copies.trouble() {
            let why = words.problem(problem);
            ui.label(words.with("unprotected", &[("why", why)]));
        }
        if let Some((done, more)) = self.exports.progress() {
            ui.horizontal(|ui| {
                let told = words.get("exporting");
                let bar = ProgressBar::new(done).desired_width(200.0);
                let bar = ui.add(bar.text(told.as_str()));
                bar.widget_info(|| labelled(Role::ProgressIndicator, &told));
                if ui.button(words.get("cancel")).clicked() {
                    self.exports.stop();
                }
                if more > 0 {
                    ui.label(words.with("exporting-more", &[("count", more)]));
                }
            });
        }
        if self.dialog.is_some() || self.picker.waits_for().is_none() {
            return None;
        }
        let answer = ui.horizontal_wrapped(|ui| {
            ui.label(words.get("picker-waiting"));
            let instead = ui.button(words.get("picker-instead")).clicked();
            let cancelled = ui.button(words.get("cancel")).clicked();
            instead
                .then_some(Picked::Unavailable)
                .or(cancelled.then_some(Picked::Cancelled))
        });
        let picked = answer.inner?;
        Some(Input::Picked(self.picker.give_up()?, picked))
    }

    /// Keeps a copy of unsaved work, and looks out for the file; tells when to do so again.
    pub fn protect(&mut self, time: f64, document: &Document) -> Option<Duration> {
        self.look_out(document);
        self.copies.follow(time, document)
    }

    /// To be called after a panic: copies the open work, then tells the user.
    pub fn crash(&mut self, document: &Document, words: &Words) {
        self.copies.keep_now(document);
        system::alert(&words.get("crashed"));
    }

    /// To be called when the window ends; `answered`, where someone was asked about unsaved work.
    /// Waits until all exports are written, and tells what could not be.
    pub fn finish(&mut self, document: &Document, answered: bool, words: &Words) {
        self.copies.finish(document, answered);
        for (job, problem) in self.exports.finish() {
            let why = match problem {
                Some(problem) => words.problem(&problem),
                None => job.to.display().to_string(),
            };
            system::alert(&words.with("export-failed", &[("why", why)]));
        }
    }
}

impl Desk<'_> {
    fn use_template(&mut self, place: Option<Place>) {
        let words = &self.session.words;
        let told = match &place {
            Some(place) => {
                let args = [("file", place.display().to_string())];
                words.with("template-chosen", &args)
            }
            None => words.get("template-dropped"),
        };
        self.effects
            .extend([Effect::Template(place), Effect::News(told)]);
    }
}

fn lines(words: &Words, problems: &[Problem]) -> Vec<String> {
    let told = problems.iter().map(|problem| words.problem(problem));
    told.collect()
}

/// The knowledge base of a file, the built-in one if `None`.
fn read_base(place: Option<&Place>) -> Result<Knowledge, Problems> {
    match place {
        Some(place) => store::read_knowledge(place),
        None => Ok(Knowledge::builtin()),
    }
}
