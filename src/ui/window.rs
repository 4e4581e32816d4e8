//! Everything that the window shows and works on, and what each command does.

use std::path::PathBuf;

use eframe::egui::{Context, Event, Memory, ViewportCommand};

use super::analyses::Analyses;
use super::command::{Command, Decision, Handing, Marks, State, Wakes, Weights, Why};
use super::describe::Describe;
use super::document::{Document, today};
use super::ending::Ending;
use super::files::after::Hands;
use super::files::errand::{Purpose, Then};
use super::files::export::Copying;
use super::files::picker::Picker;
use super::files::{Effect, Files, Input};
use super::overlays::ballot::{Booth, Outcome};
use super::overlays::{Overlays, Top};
use super::paint::fallback::Fallback;
use super::paint::widgets::own_text_is_focused;
use super::panels::{self, Side, scenarios};
use super::regions::Region;
use super::screens::Screens;
use super::session::{Lack, Session};
use super::view::View;
use super::views::Centre;
use crate::model::{Lang, MAX_OPINIONS, MAX_SCENARIOS, MIN_BALLOTS, Profile};
use crate::poll::Networks;
use crate::report::{self, Paper};
use crate::store::{
    Claims, Disk, Place, Recovery, RoomScreen, SettingsFile, SystemFonts, Urn, examples, is_table,
};

/// What the window starts from.
pub struct Start {
    pub profile: Option<PathBuf>,
    /// The file of a knowledge base to answer with; `None` for that of the settings.
    pub knowledge: Option<PathBuf>,
    /// `None` for that of the settings, then of the system.
    pub lang: Option<Lang>,
    pub settings: SettingsFile,
    pub recovery: Recovery,
    pub claims: Claims,
    /// The fonts behind ours.
    pub fonts: SystemFonts,
    /// Where files are written.
    pub disk: Disk,
    pub picker: Picker,
    /// What does something with documents that were written.
    pub hands: Hands,
    /// Whether others' changes of the open file are looked out for.
    pub watches: bool,
    /// The networks on which a ballot can be opened.
    pub networks: Networks,
    /// Blocks of samples of the survey; `None` for the usual number.
    pub blocks: Option<usize>,
}

pub struct Window {
    pub session: Session,
    pub document: Document,
    pub analyses: Analyses,
    pub files: Files,
    pub panels: panels::Memory,
    pub folds: panels::Folds,
    pub centre: Centre,
    pub overlays: Overlays,
    pub describe: Describe,
    /// Whether this is the first start, and nobody has chosen a way in yet.
    pub is_first_start: bool,
    /// The ballot that begins with the next frame, and what is to be said first.
    begins: Option<(Urn, Option<String>)>,
    networks: Networks,
    fallback: Fallback,
    copying: Option<Copying>,
    /// Whether the clipboard takes pictures.
    pub takes_pictures: bool,
    /// Commands that wait to be run, at the next point where they are.
    pub asked: Vec<Command>,
    /// Whether it is about to close.
    pub leaving: bool,
    /// The end of the session, for which nothing is asked.
    pub ending: Ending,
    pub screens: Screens,
    /// Blocks of samples of the survey; `None` for the usual number.
    blocks: Option<usize>,
}

impl Window {
    pub fn new(start: Start) -> Self {
        let (session, lacks) =
            Session::new(start.settings, start.lang, start.knowledge, start.fonts);
        // Someone who opens a file of their own needs no way in.
        let is_first_start = start.profile.is_none() && session.is_first_start();
        let shown = if is_first_start { 0 } else { examples().len() };
        let document = examples()[..shown]
            .iter()
            .find_map(|example| Document::example(&session.knowledge, example).ok())
            .unwrap_or_else(|| Document::new(Profile::new(&session.knowledge, today()), None));
        let mut window = Self {
            analyses: Analyses::new(&session.knowledge, document.scenario(), start.blocks),
            files: Files::new(
                start.disk,
                start.claims,
                start.recovery,
                start.picker,
                start.watches,
                start.hands,
            ),
            panels: panels::Memory::default(),
            folds: panels::Folds::default(),
            centre: Centre::default(),
            overlays: Overlays::default(),
            describe: Describe::default(),
            is_first_start,
            begins: None,
            networks: start.networks,
            fallback: Fallback::new(session.fonts.clone()),
            copying: None,
            takes_pictures: true,
            asked: Vec::new(),
            blocks: start.blocks,
            leaving: false,
            ending: Ending::default(),
            screens: Screens::default(),
            session,
            document,
        };
        if is_first_start {
            window.describe = Describe::welcome();
        }
        if let Some(path) = start.profile {
            window.take(Input::Wish(Then::OpenPath(Place::new(path))));
        } else if let (false, Some(last)) = (is_first_start, window.session.last_file(None)) {
            window.files.offer(last);
        }
        if window.session.settings.knowledge.is_some() {
            window.name_knowledge();
        }
        for lack in lacks {
            match lack {
                Lack::Settings => {
                    let told = window.session.words.get("settings-unreadable");
                    window.centre.notices.warn(told);
                }
                Lack::Knowledge(problems) => window.take(Input::Refused(problems)),
            }
        }
        window
    }

    /// Who hears the keys of commands.
    pub fn top(&self) -> Top {
        self.overlays.top(self.files.asks())
    }

    /// Shows which knowledge base is in use.
    fn name_knowledge(&mut self) {
        let name = self.session.teller().knowledge_name();
        let told = self.session.words.with("knowledge-used", &[("name", name)]);
        self.centre.notices.tell(told);
    }

    /// Looks for fonts for what could not be drawn so far, and tells what none was found for.
    pub fn look_for_fonts(&mut self, ctx: &Context) {
        if let Some(undrawn) = self.fallback.follow(ctx) {
            let told = report::tell_undrawn(&self.session.words, &undrawn);
            self.centre.notices.say_undrawn(told);
        }
    }

    /// Gives an input to the files, and does what they ask of the rest of the window.
    pub fn take(&mut self, input: Input) {
        for effect in self.files.step(&self.session, &mut self.document, input) {
            match effect {
                Effect::Replaced => {
                    self.panels = panels::Memory::default();
                    self.centre.replaced();
                    self.describe.replaced();
                    self.overlays.replaced();
                    let review = self.document.profile.header.review.as_ref();
                    if review.is_some_and(|review| review.is_due(today())) {
                        self.overlays.review(today());
                    }
                }
                Effect::Describe => self.describe.begin(),
                Effect::Gathered => self.show(View::Room),
                Effect::Knowledge(knowledge, place) => {
                    self.session.use_knowledge(*knowledge, place);
                    let (knowledge, scenario) = (&self.session.knowledge, self.document.scenario());
                    self.analyses = Analyses::new(knowledge, scenario, self.blocks);
                    self.centre.forget();
                    self.overlays.forget();
                    self.describe.forget();
                    self.name_knowledge();
                }
                Effect::Template(place) => self.session.use_template(place),
                Effect::Remember(place) => self.session.remember(&place),
                Effect::Written(place) => self.centre.notices.written(place),
                Effect::Logo(logo) => self.overlays.take_logo(logo),
                Effect::News(told) => self.centre.notices.tell(told),
                Effect::Trouble(told) => self.centre.notices.warn(told),
                Effect::Undrawn(told) => self.centre.notices.say_undrawn(told),
                Effect::Ballot(urn) => self.begins = Some((*urn, None)),
                Effect::Close => self.leaving = true,
            }
        }
    }

    /// As [`Self::take`]; what follows is shown at once.
    pub fn take_now(&mut self, ctx: &Context, input: Option<Input>) {
        if let Some(input) = input {
            self.take(input);
            ctx.request_repaint();
        }
    }

    /// Whether a command can be run now.
    pub fn state(&self, ctx: &Context, command: &Command) -> State {
        let document = &self.document;
        let voting = self.overlays.is_voting();
        match command.row().wakes {
            Wakes::Always => State::Ready,
            // What is open stays as it is until the count.
            _ if voting => State::Asleep("asleep-voting"),
            Wakes::NoBallot => State::Ready,
            Wakes::Pictures => State::ready_if(self.takes_pictures, "asleep-pictures"),
            Wakes::Ballot => {
                let room = MAX_OPINIONS - document.profile.opinions.len().min(MAX_OPINIONS);
                State::ready_if(room >= MIN_BALLOTS, "group-full")
            }
            Wakes::Describing => {
                let presenting = self.top() == Top::Presentation;
                State::ready_if(!presenting, "asleep-presenting")
            }
            Wakes::Undo | Wakes::Redo if own_text_is_focused(ctx) => State::Asleep("asleep-typing"),
            Wakes::Undo => State::ready_if(document.can_undo(), "asleep-undo"),
            Wakes::Redo => State::ready_if(document.can_redo(), "asleep-redo"),
            Wakes::Reopen => {
                let last = self.session.last_file(document.path.as_ref());
                State::ready_if(last.is_some(), "asleep-reopen")
            }
            Wakes::Changed => State::ready_if(document.is_changed(), "asleep-unchanged"),
            Wakes::Review => {
                let planned = document.profile.header.review.is_some();
                State::ready_if(planned, "asleep-review")
            }
            Wakes::Exported => State::ready_if(self.files.has_written(), "asleep-exported"),
            Wakes::OwnKnowledge => {
                let own = self.session.settings.knowledge.is_some();
                State::ready_if(own, "asleep-builtin")
            }
            Wakes::OwnTemplate => {
                let own = self.session.settings.template.is_some();
                State::ready_if(own, "asleep-template")
            }
            Wakes::FewScenarios => {
                let count = document.profile.scenarios.others.len();
                State::ready_if(count < MAX_SCENARIOS, "asleep-scenarios")
            }
            // A text has its own use of the arrows.
            Wakes::Quarters if ctx.text_edit_focused() => State::Asleep("asleep-typing"),
            Wakes::Evolution | Wakes::Quarters => {
                let looked_at = self.centre.view == View::Evolution && !self.describe.is_shown();
                State::ready_if(looked_at, "asleep-evolution")
            }
        }
    }

    /// Runs the commands whose keys were pressed, one after another, while `top` hears the keys.
    pub fn hear(&mut self, ctx: &Context, top: Top) {
        Command::hear(ctx, |command| {
            let heard = self.top() == top
                && (top == Top::Window || command.row().presents)
                && self.state(ctx, &command).is_ready();
            if heard {
                self.asked.push(command);
                self.run_commands(ctx);
            }
            heard
        });
    }

    /// What came from outside the panels: answers, keys, dropped files, the closing of the window.
    pub fn listen(&mut self, ctx: &Context) {
        while let Some(input) = self.files.next() {
            self.take(input);
        }
        if let Some(input) = self.files.look(ctx) {
            self.take(input);
        }
        let copied = self.copying.as_ref();
        if let Some(told) = copied.and_then(|it| it.poll(ctx, &self.session.words)) {
            self.copying = None;
            self.centre.notices.tell(told);
        }
        self.hear(ctx, Top::Window);
        if self.top() == Top::Window {
            let document = &mut self.document;
            self.describe
                .listen(ctx, &self.session, document, &mut self.asked);
        }
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let mut paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        // A table holds opinions, even alone.
        let opinions = paths.len() > 1 || paths.iter().any(|path| is_table(path));
        if opinions {
            self.take(Input::Gather(paths));
        } else {
            self.asked.extend(paths.pop().map(Command::OpenPath));
        }
        if ctx.input(|input| input.events.contains(&Event::WindowFocused(true))) {
            self.files.look_again();
        }
        self.close_requests(ctx);
    }

    /// Where the window is told to close with unsaved work, asks about that first.
    pub fn close_requests(&mut self, ctx: &Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        let waits = !self.leaving && !self.ending.has_come();
        if asked && waits && !self.may_close(ctx) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if asked && waits && self.document.is_changed() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.take_now(ctx, Some(Input::Wish(Then::Close)));
        }
    }

    /// What the system writes over the window.
    pub fn title(&self) -> String {
        let header = &self.document.profile.header;
        if self.overlays.is_voting() {
            return format!("{} — Attache", self.session.words.get("group-ballot"));
        }
        let company = self.session.teller().company_name(header);
        let changed = self.document.is_changed();
        // A title is one line, and of a U+0000 systems make the end of it, or of the program.
        let line = company.replace(char::is_control, " ");
        format!("{}{line} — Attache", if changed { "• " } else { "" })
    }

    /// Runs everything that was asked for since this was last called.
    pub fn run_commands(&mut self, ctx: &Context) {
        for command in std::mem::take(&mut self.asked) {
            if self.state(ctx, &command).is_ready() {
                let step = command.row().step;
                if step {
                    self.document.keep(&self.session);
                }
                self.run(ctx, command);
                if step {
                    self.document.keep(&self.session);
                }
                ctx.request_repaint();
            }
        }
    }

    fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::New => self.take(Input::Wish(Then::New)),
            Command::Open => self.take(Input::Wish(Then::Open)),
            Command::OpenPath(path) => self.take(Input::Wish(Then::OpenPath(Place::new(path)))),
            Command::Reopen => {
                if let Some(last) = self.session.last_file(self.document.path.as_ref()) {
                    self.take(Input::Wish(Then::OpenPath(last)));
                }
            }
            Command::LikeOurs => self.describe.show_examples(),
            Command::Adapt(place) => self.take(Input::Wish(Then::Adapt(place))),
            Command::Example(place) => self.take(Input::Wish(Then::Example(place))),
            Command::Quit => self.take(Input::Wish(Then::Close)),
            Command::AddOpinions => self.take(Input::Ask(Purpose::AddOpinions)),
            Command::Save => self.take(Input::Save),
            Command::SaveAs => self.take(Input::Ask(Purpose::Save)),
            Command::Print => self.take(Input::Print),
            Command::HandLast(deed) => self.take(Input::Hand(deed, None)),
            Command::Hand(Handing { deed, place }) => self.take(Input::Hand(deed, Some(place))),
            Command::ExportChart => self.take(Input::Ask(Purpose::ExportChart)),
            Command::ExportPage => self.take(Input::Ask(Purpose::ExportPage(Paper::Sheet))),
            Command::ExportSlide => self.take(Input::Ask(Purpose::ExportPage(Paper::Slide))),
            Command::ExportReport => self.take(Input::Ask(Purpose::ExportReport)),
            Command::ExportWorkbook => self.take(Input::Ask(Purpose::ExportWorkbook)),
            Command::ExportQuestionnaire => self.take(Input::Ask(Purpose::ExportQuestionnaire)),
            Command::ExportDeck => self.take(Input::Ask(Purpose::ExportDeck)),
            Command::ChooseTemplate => self.take(Input::Ask(Purpose::OpenTemplate)),
            Command::DropTemplate => self.take(Input::DropTemplate),
            Command::OpenKnowledge => self.take(Input::Ask(Purpose::OpenKnowledge)),
            Command::ExportKnowledge => self.take(Input::Ask(Purpose::ExportKnowledge)),
            Command::UseBuiltinKnowledge => self.take(Input::UseBuiltinKnowledge),
            Command::SetMarks => {
                let own = &self.document.profile.header.brand;
                self.overlays.set_marks(own, &self.session.settings.brand);
            }
            Command::AskFor(purpose) => self.take(Input::Ask(purpose)),
            Command::Mark(marks) => {
                let Marks { own, usual } = *marks;
                self.document.profile.header.brand = own;
                self.session.brand(usual);
            }
            Command::CopyChart => {
                let (session, document) = (&self.session, &self.document);
                let copying = Copying::begin(ctx, session, document, &self.analyses);
                self.copying = Some(copying);
            }
            Command::Undo => self.document.undo(&self.session),
            Command::Redo => self.document.redo(),
            Command::Revert => self.document.revert(&self.session),
            Command::NewScenario => {
                let name =
                    scenarios::new_name(&self.document.profile.scenarios, self.session.teller());
                self.document.add_scenario(&name);
            }
            Command::Move(moves) => {
                let knowledge = &self.session.knowledge;
                for (lever, to) in moves {
                    lever.set(knowledge, self.document.scenario_mut(), to);
                }
            }
            Command::Doubt(points) => self.document.scenario_mut().weight_doubt = points,
            Command::ByOrder(by_order) => self.document.scenario_mut().by_order = by_order,
            Command::Weigh(Weights { weights, by_order }) => {
                let scenario = self.document.scenario_mut();
                scenario.by_order = by_order;
                for (factor, weight) in self.session.knowledge.factors.iter().zip(&weights) {
                    if let Some(input) = scenario.factors.get_mut(&factor.id) {
                        input.weight = *weight;
                    }
                }
            }
            Command::Decide(Decision {
                theme,
                posture,
                state,
            }) => self.document.scenario_mut().decide(theme, &posture, state),
            Command::LookAt(scenario) => self.document.activate(scenario),
            Command::NameScenario(name) => self.document.scenario_mut().name = name,
            Command::RemoveScenario(scenario) => {
                if scenario == self.document.active() {
                    self.document.remove_scenario();
                }
            }
            Command::Means(means) => self.document.scenario_mut().means = means,
            Command::Describe => {
                self.describe.toggle();
                // The chart is at another place.
                self.centre.glide.reset();
            }
            Command::WeighFactors => self.overlays.weigh(),
            Command::JumpTo(slider) => {
                self.folds.unfold(Side::Sliders);
                self.panels.jump = Some(slider);
            }
            Command::EditDepartment(id) => {
                self.folds.unfold(Side::Sliders);
                self.panels.edited = Some(id);
            }
            Command::FoldSliders => self.folds.toggle(Side::Sliders),
            Command::FoldAnswer => self.folds.toggle(Side::Answer),
            Command::NextRegion => Region::lead(ctx, true),
            Command::FormerRegion => Region::lead(ctx, false),
            Command::Show(view) => self.show(view),
            Command::PlayCourse => {
                let time = ctx.input(|input| input.time);
                self.centre.player.play_or_pause(time);
            }
            Command::EarlierQuarter => self.centre.player.step(-1),
            Command::LaterQuarter => self.centre.player.step(1),
            Command::Language(lang) => self.speak(lang),
            Command::SwitchLanguage => self.speak(self.session.words.lang().other()),
            Command::Theme(theme) => self.session.wear(ctx, theme),
            Command::SwitchTheme => self.session.wear(ctx, self.session.next_theme(ctx)),
            Command::ZoomIn => self.session.zoom(ctx, 1.0),
            Command::ZoomOut => self.session.zoom(ctx, -1.0),
            Command::ZoomReset => self.session.zoom(ctx, 0.0),
            Command::ShowPalette => self.overlays.show_palette(),
            Command::ShowShortcuts => self.overlays.show_shortcuts(),
            Command::TakeTour => {
                // It is about the window with the sliders.
                self.describe.leave();
                self.overlays.take_tour();
            }
            Command::ReadArticle => self.overlays.read_article(None),
            Command::ReadQuote(quote) => self.overlays.read_article(Some(&quote)),
            Command::ShowJournal => self.overlays.show_journal(),
            Command::KeepJournal(kept) => self.document.profile.header.journal.keep(kept),
            Command::Explain(Why { entry, why }) => {
                self.document.profile.header.journal.explain(entry, why);
            }
            Command::Sign(name) => self.session.sign(name),
            Command::ShowReview => self.overlays.review(today()),
            Command::ReviewOn(day) => self.document.review_on(day),
            Command::DateOn(day) => self.document.profile.header.date = day,
            Command::DescribeAgain(factors) => self.describe.again(factors),
            Command::ExportCalendar => self.take(Input::Ask(Purpose::ExportCalendar)),
            Command::ShowAbout => self.overlays.show_about(),
            Command::BeginBallot => self.begin_ballot(),
            Command::Present => self.present(ctx, self.session.settings.room.clone()),
            Command::PresentInWindow => self.present(ctx, RoomScreen::Window),
            Command::RoomOn(room) => self.session.room_on(room),
        }
    }

    fn present(&mut self, ctx: &Context, room: RoomScreen) {
        self.overlays.present(room);
        self.centre.glide.reset();
        ctx.memory_mut(Memory::stop_text_input);
    }

    /// Opens an urn for a ballot on the scenario that is looked at.
    fn begin_ballot(&mut self) {
        self.document.keep(&self.session);
        let poll = self.document.poll(&self.session.knowledge);
        let most = MAX_OPINIONS.saturating_sub(self.document.profile.opinions.len());
        let (urn, trouble) = self.files.open_urn(poll, most);
        let words = &self.session.words;
        let told = trouble.map(|problem| {
            let why = words.problem(&problem);
            words.with("ballot-in-memory", &[("why", why)])
        });
        self.begins = Some((urn, told));
    }

    /// Begins the ballot that was asked for, at the end of the frame: the whole of the next is its own.
    pub fn begin_to_vote(&mut self, ctx: &Context) {
        let Some((urn, told)) = self.begins.take() else {
            return;
        };
        self.document.keep(&self.session);
        self.document.activate(urn.poll().scenario);
        self.describe.leave();
        // What was asked for in the same frame was asked of a window that is not there meanwhile.
        self.asked.clear();
        self.overlays.vote(Booth::new(urn, told, self.networks));
        ctx.memory_mut(Memory::stop_text_input);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        ctx.request_repaint();
    }

    /// Ends a ballot: counts it, or forgets it.
    pub fn end_ballot(&mut self, ctx: &Context, how: Option<Outcome>) {
        let Some((how, booth)) = how.zip(self.overlays.ballot()) else {
            return;
        };
        let poll = booth.poll().clone();
        let (ballots, spent) = booth.urn().take();
        self.leave_ballot(ctx);
        let told = match how {
            Outcome::Cancel => {
                spent.discard();
                self.session.words.get("ballot-cancelled")
            }
            Outcome::Count => {
                let knowledge = &self.session.knowledge;
                let company = self.document.scenario().clone();
                let counted = ballots.iter();
                let counted = counted.map(|it| it.opinion(knowledge, &company, poll.round));
                self.document.profile.opinions.extend(counted);
                self.document.keep(&self.session);
                self.files.counted(spent);
                let args = [("count", ballots.len())];
                self.session.words.with("ballot-counted", &args)
            }
        };
        self.centre.notices.tell(told);
        self.show(View::Room);
    }

    fn leave_ballot(&mut self, ctx: &Context) {
        self.overlays.close();
        self.centre.glide.reset();
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        ctx.request_repaint();
    }

    /// Whether nothing that is only here would be lost with the window. What an urn keeps on the disk is
    /// offered again at the next start.
    fn may_close(&mut self, ctx: &Context) -> bool {
        let told = self.session.words.get("ballot-close-first");
        let Some(booth) = self.overlays.ballot() else {
            return true;
        };
        let held = !booth.urn().is_kept() && !booth.urn().is_empty();
        if held {
            booth.interrupt();
            booth.tell(told);
            ctx.request_repaint();
            return false;
        }
        // What is asked about the work needs the window; whoever stays is offered the ballot again.
        if self.document.is_changed() {
            self.leave_ballot(ctx);
            self.files.look_for_urns();
        }
        true
    }

    /// Shows a view, with the sliders beside it.
    fn show(&mut self, view: View) {
        self.describe.leave();
        self.centre.view = view;
    }

    fn speak(&mut self, lang: Lang) {
        self.session.speak(lang);
        // Boxes change their size with the words: they appear in place instead of gliding.
        self.centre.glide.reset();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Handed;

    fn window() -> Window {
        Window::new(Start {
            profile: None,
            knowledge: None,
            lang: Some(Lang::Fr),
            settings: SettingsFile::default(),
            recovery: Recovery::default(),
            claims: Claims::default(),
            fonts: SystemFonts::of_files(Vec::new()),
            disk: Disk::default(),
            picker: Picker::in_app(),
            hands: Hands::by(|_, _| Handed::Unable),
            watches: false,
            networks: || Ok(Vec::new()),
            blocks: Some(16),
        })
    }

    #[test]
    fn no_name_ends_the_title_or_the_program() {
        let mut window = window();
        window.document.profile.header.company = "A\u{0}B\nC".to_owned();
        assert_eq!(window.title(), "• A B C — Attache");
    }

    #[test]
    fn the_chart_is_not_said_to_be_copied_where_no_picture_can_be() {
        let mut window = window();
        let ctx = Context::default();
        assert_eq!(window.state(&ctx, &Command::CopyChart), State::Ready);
        window.takes_pictures = false;
        let asleep = State::Asleep("asleep-pictures");
        assert_eq!(window.state(&ctx, &Command::CopyChart), asleep);
        // A file is still to be had.
        assert_eq!(window.state(&ctx, &Command::ExportChart), State::Ready);
    }
}
