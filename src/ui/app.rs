//! The application: its state, and what happens in a frame.

use std::path::PathBuf;

use eframe::egui::{
    CentralPanel, Context, Frame, IconData, Memory, Panel, ProgressBar, Role, ScrollArea, Ui,
    ViewportBuilder, ViewportCommand,
};

use crate::analysis::Answers;
use crate::chart::Structure;
use crate::i18n::{self, Words};
use crate::model::{Knowledge, Lang, MAX_SCENARIOS, Profile, Scenario};
use crate::report::Paper;
use crate::store::{
    Claim, Claims, Disk, Lost, Recovery, Settings, SettingsFile, ThemeChoice, examples,
};
use crate::ui::analyses::Analyses;
use crate::ui::command::{Command, Jump, State, Wakes};
use crate::ui::document::Document;
use crate::ui::files::dialogs::{Dialog, Reply, Then};
use crate::ui::files::export::Export;
use crate::ui::files::picker::{Picked, Picker, Purpose};
use crate::ui::files::with_extension;
use crate::ui::overlays::palette::Palette;
use crate::ui::overlays::present::Presentation;
use crate::ui::overlays::shortcuts;
use crate::ui::overlays::tour::{Places, Tour};
use crate::ui::paint::glide::Glide;
use crate::ui::paint::style::{self, color, palette};
use crate::ui::paint::widgets::{labelled, own_text_is_focused};
use crate::ui::panels::answer::AnswerPanel;
use crate::ui::panels::cards::Cards;
use crate::ui::panels::company;
use crate::ui::panels::course::EvolutionPanel;
use crate::ui::panels::headline;
use crate::ui::panels::menu::Menu;
use crate::ui::panels::scenarios;
use crate::ui::player::Player;
use crate::ui::views::View;
use crate::ui::views::chart;
use crate::ui::views::compare::Compare;
use crate::ui::views::evolution::EvolutionView;
use crate::ui::views::room::Room;
use crate::ui::views::sureness::Sureness;
use crate::ui::views::why::Why;
use crate::wording;

const WINDOW: [f32; 2] = [1280.0, 720.0];
const WINDOW_LEAST: [f32; 2] = [900.0, 560.0];
const ZOOM_STEP: f32 = 0.1;
const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.5..=3.0;

/// What the window starts from.
pub struct Start {
    pub profile: Option<PathBuf>,
    /// A knowledge base of one's own; `None` follows the settings.
    pub knowledge: Option<PathBuf>,
    /// `None` follows the settings, then the system.
    pub lang: Option<Lang>,
    pub settings: SettingsFile,
    pub recovery: Recovery,
    pub claims: Claims,
    /// Where files are written.
    pub disk: Disk,
    pub picker: Picker,
    /// Blocks of samples of the survey; `None` for the usual number.
    pub blocks: Option<usize>,
}

/// What stands over the window, beside dialogs about files.
enum Over {
    Palette(Palette),
    Shortcuts,
}

/// Opens the window and runs it to its end.
///
/// # Errors
/// Where the system gives no window.
pub fn run(start: Start) -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("attache")
            .with_title("Attache")
            .with_inner_size(WINDOW)
            .with_min_inner_size(WINDOW_LEAST)
            .with_drag_and_drop(true)
            .with_icon(icon()),
        ..Default::default()
    };
    // Read while the system makes the window: it takes its time over that.
    let preparing = std::thread::spawn(move || App::prepare(start));
    eframe::run_native(
        "attache",
        options,
        Box::new(|cc| {
            let app = preparing
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            Ok(Box::new(app.dressed(&cc.egui_ctx)))
        }),
    )
}

/// The program's icon, as systems that take it from the window show it.
fn icon() -> IconData {
    const PICTURE: &[u8] = include_bytes!("../../packaging/icon/64.png");
    // A window without an icon is better than none.
    eframe::icon_data::from_png_bytes(PICTURE).unwrap_or_default()
}

pub struct App {
    pub(super) knowledge: Knowledge,
    pub(super) words: Words,
    pub(super) settings: Settings,
    pub(super) settings_file: SettingsFile,
    pub(super) recovery: Recovery,
    pub(super) disk: Disk,
    pub(super) claims: Claims,
    /// This window's hold on the open file.
    pub(super) claim: Option<Claim>,
    /// Unsaved work of a window that died, until it is spoken of.
    lost: Option<Lost>,
    /// When unsaved work was last copied, and as what.
    pub(super) protected: Option<(f64, Profile)>,
    pub(super) document: Document,
    pub(super) analyses: Analyses,
    /// Blocks of samples of the survey; `None` for the usual number.
    pub(super) blocks: Option<usize>,
    view: View,
    why: Why,
    player: Player,
    compare: Compare,
    pub(super) room: Room,
    over: Option<Over>,
    tour: Option<Tour>,
    places: Places,
    /// While the screen is the room's.
    presentation: Option<Presentation>,
    example_names: Vec<String>,
    pub(super) picker: Picker,
    pub(super) dialog: Option<Dialog>,
    /// What goes on once the open work is saved.
    pub(super) after_save: Option<Then>,
    pub(super) notice: Option<String>,
    /// The export on its way.
    pub(super) export: Option<Export>,
    /// What was asked for since commands last ran.
    asked: Vec<Command>,
    jump: Option<Jump>,
    /// The department whose name is to be edited, as pressed on the chart.
    edited: Option<String>,
    glide: Glide,
    title: String,
    pub(super) leaving: bool,
}

impl App {
    pub fn new(ctx: &Context, start: Start) -> Self {
        Self::prepare(start).dressed(ctx)
    }

    /// Everything but what the window looks like.
    fn prepare(start: Start) -> Self {
        let knowledge = Knowledge::builtin();
        let (settings, unreadable) = start.settings.load();
        let lang = start.lang.or(settings.lang).unwrap_or_else(i18n::of_system);
        let words = Words::new(lang);
        let today = today();
        let parsed: Vec<Option<Document>> = examples()
            .iter()
            .map(|example| Document::example(&knowledge, example).ok())
            .collect();
        let example_names = parsed
            .iter()
            .map(|document| {
                document.as_ref().map_or(String::new(), |document| {
                    document.profile.header.company.clone()
                })
            })
            .collect();
        let document = parsed
            .into_iter()
            .flatten()
            .next()
            .unwrap_or_else(|| Document::new(Profile::new(&knowledge, &today), None));
        let analyses = Analyses::new(&knowledge, document.scenario(), start.blocks);
        let mut app = Self {
            notice: unreadable.then(|| words.get("settings-unreadable")),
            knowledge,
            words,
            settings,
            settings_file: start.settings,
            lost: start.recovery.lost().into_iter().next(),
            recovery: start.recovery,
            claims: start.claims,
            disk: start.disk,
            claim: None,
            protected: None,
            document,
            analyses,
            blocks: start.blocks,
            view: View::Chart,
            why: Why::default(),
            player: Player::default(),
            compare: Compare::default(),
            room: Room::default(),
            export: None,
            over: None,
            tour: None,
            places: Places::default(),
            presentation: None,
            example_names,
            picker: start.picker,
            dialog: None,
            after_save: None,
            asked: Vec::new(),
            jump: None,
            edited: None,
            glide: Glide::default(),
            title: String::new(),
            leaving: false,
        };
        match start.profile {
            Some(path) => app.open(&path),
            // Someone who opens a file of their own is left in peace.
            None if app.settings_file.exists() && !app.settings.toured => {
                app.tour = Some(Tour::default());
            }
            None => {}
        }
        let own = start.knowledge.or_else(|| app.settings.knowledge.clone());
        if let Some(path) = own {
            app.open_knowledge(&path);
        }
        app
    }

    /// Gives the window its fonts, and the theme and zoom of the settings.
    fn dressed(self, ctx: &Context) -> Self {
        style::install(ctx);
        style::dress(ctx, self.settings.theme);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        if let Some(zoom) = self.settings.zoom {
            ctx.set_zoom_factor(zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end()));
        }
        self
    }

    /// The open profile.
    pub fn profile(&self) -> &Profile {
        &self.document.profile
    }

    /// The scenario that is looked at.
    pub fn scenario(&self) -> &Scenario {
        self.document.scenario()
    }

    pub fn answers(&self) -> &Answers {
        &self.analyses.answers
    }

    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// Whether the open work differs from what is saved.
    pub fn is_changed(&self) -> bool {
        self.document.is_changed()
    }

    /// Whether the window was told to close and may.
    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if self.presentation.is_some() && self.dialog.is_none() {
            self.present(ui, &ctx);
            return;
        }
        self.listen(&ctx);
        self.menu(ui, &ctx);
        self.run_commands(&ctx);
        self.cards(ui);
        let course = self.view == View::Evolution;
        self.player.follow(&ctx, course);
        // The answer to a slider is on screen in the frame in which it moves.
        if self
            .analyses
            .follow(&ctx, &self.knowledge, self.document.scenario(), course)
        {
            ctx.request_repaint();
        }
        self.headline(ui);
        self.answer(ui);
        self.centre(ui);
        self.dialog(&ctx);
        self.over(ui);
        self.tour(ui);
        self.remember(&ctx);
        self.protect(&ctx);
        self.entitle(&ctx);
        if !self.asked.is_empty() {
            ctx.request_repaint();
        }
    }

    /// One frame of a presentation: nothing of the window's furniture.
    fn present(&mut self, ui: &mut Ui, ctx: &Context) {
        let Some(mut presentation) = self.presentation.take() else {
            return;
        };
        let mut leave = presentation.listen(ctx, &self.knowledge);
        let heard =
            |command: &Command| command.row().presents && self.state(ctx, command).is_ready();
        let pressed = Command::pressed(ctx, heard);
        self.asked.extend(pressed);
        self.run_commands(ctx);
        self.close_requests(ctx);
        leave |= presentation.show(
            ui,
            &self.knowledge,
            &mut self.document,
            &mut self.analyses,
            &self.words,
            &mut self.glide,
        );
        self.remember(ctx);
        self.protect(ctx);
        self.entitle(ctx);
        // A dialog about files needs the window.
        if leave || self.dialog.is_some() || self.picker.is_waiting() {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            self.glide.reset();
            ctx.request_repaint();
        } else {
            self.presentation = Some(presentation);
        }
    }

    /// What came from outside the panels: keys, dropped files, dialogs, the closing of the window.
    fn listen(&mut self, ctx: &Context) {
        if let Some((purpose, picked)) = self.picker.poll() {
            self.picked(ctx, purpose, picked);
        }
        self.exports();
        if self.dialog.is_none() && self.over.is_none() && !self.picker.is_waiting() {
            let pressed = Command::pressed(ctx, |command| self.state(ctx, command).is_ready());
            self.asked.extend(pressed);
        }
        let dropped: Vec<PathBuf> = ctx.input_mut(|input| {
            std::mem::take(&mut input.raw.dropped_files)
                .iter()
                .map(|file| file.path().to_owned())
                .collect()
        });
        match dropped.as_slice() {
            [] => {}
            [path] => self.guard(ctx, Then::OpenPath(path.clone())),
            paths => {
                self.gather(paths);
                self.view = View::Room;
            }
        }
        self.close_requests(ctx);
    }

    /// The window is to be closed: not before the open work is safe.
    fn close_requests(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested())
            && !self.leaving
            && self.document.is_changed()
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.guard(ctx, Then::Close);
        }
    }

    fn menu(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut asked = std::mem::take(&mut self.asked);
        Panel::top("menu").show(ui, |ui| {
            // Asked only while the menu that shows it is open.
            let named = |forward: bool| {
                let now = &self.document.profile;
                let (before, after) = self.document.neighbours();
                let (a, b) = if forward {
                    (now, after?)
                } else {
                    (before?, now)
                };
                wording::change_in_brief(&self.knowledge, a, b, &self.words)
            };
            Menu {
                change: &named,
                words: &self.words,
                settings: &self.settings,
                header: &self.document.profile.header,
                changed: self.document.is_changed(),
                examples: &self.example_names,
                state: &|command| self.state(ctx, command),
                asked: &mut asked,
            }
            .show(ui);
        });
        self.asked = asked;
    }

    /// Runs everything that was asked for since this was last called.
    fn run_commands(&mut self, ctx: &Context) {
        for command in std::mem::take(&mut self.asked) {
            if self.state(ctx, &command).is_ready() {
                self.command(ctx, command);
            }
        }
    }

    fn headline(&mut self, ui: &mut Ui) {
        let shown = Panel::top("headline")
            .frame(style::ground(ui))
            .show(ui, |ui| {
                let answers = match self.analyses.trajectory() {
                    Some(trajectory) => &self.player.moment(&trajectory.evolution).answers,
                    None => &self.analyses.answers,
                };
                headline::show(ui, &self.knowledge, answers, &self.words);
            });
        self.places.headline = Some(shown.response.rect);
    }

    fn cards(&mut self, ui: &mut Ui) {
        let window = ui.ctx().content_rect().width();
        let shown = Panel::left("cards")
            .default_size((0.262 * window).clamp(280.0, 400.0))
            .size_range(260.0..=(0.36 * window).max(280.0))
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    let voting = self.room.is_voting();
                    scenarios::show(ui, &mut self.document, voting, &self.words);
                    let edited = self.edited.take();
                    let (header, scenario) = self.document.parts_mut();
                    company::show(
                        ui,
                        &self.knowledge,
                        header,
                        scenario,
                        edited.as_deref(),
                        &self.words,
                    );
                    Cards {
                        knowledge: &self.knowledge,
                        analyses: &self.analyses,
                        words: &self.words,
                        jump: &mut self.jump,
                    }
                    .show(ui, self.document.scenario_mut());
                });
            });
        self.places.cards = Some(shown.response.rect);
    }

    fn answer(&mut self, ui: &mut Ui) {
        let window = ui.ctx().content_rect().width();
        let shown = Panel::right("answer")
            .default_size((0.237 * window).clamp(230.0, 380.0))
            .size_range(220.0..=(0.3 * window).max(230.0))
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    if let Some(trajectory) = self.analyses.trajectory() {
                        return EvolutionPanel {
                            knowledge: &self.knowledge,
                            evolution: &trajectory.evolution,
                            words: &self.words,
                            player: &mut self.player,
                        }
                        .show(ui);
                    }
                    AnswerPanel {
                        knowledge: &self.knowledge,
                        analyses: &self.analyses,
                        words: &self.words,
                        asked: &mut self.asked,
                    }
                    .show(ui);
                });
            });
        self.places.answer = Some(shown.response.rect);
    }

    fn centre(&mut self, ui: &mut Ui) {
        let palette = palette(ui);
        let shown = CentralPanel::default()
            .frame(style::ground(ui))
            .show(ui, |ui| {
                if let Some(notice) = self.notice.clone() {
                    let mut dismissed = false;
                    Frame::new()
                        .fill(color(palette.notice))
                        .corner_radius(style::CORNER)
                        .inner_margin(style::MARGIN)
                        .show(ui, |ui| {
                            ui.horizontal_wrapped(|ui| {
                                ui.label(notice);
                                dismissed = ui.button(self.words.get("close")).clicked();
                            });
                        });
                    if dismissed {
                        self.notice = None;
                    }
                }
                if let Some(export) = &self.export {
                    ui.horizontal(|ui| {
                        let told = self.words.get("exporting");
                        let bar = ProgressBar::new(export.progress()).desired_width(200.0);
                        let bar = ui.add(bar.text(told.as_str()));
                        bar.widget_info(|| labelled(Role::ProgressIndicator, &told));
                        if ui.button(self.words.get("cancel")).clicked() {
                            export.stop();
                        }
                    });
                }
                self.views(ui);
            });
        self.places.centre = Some(shown.response.rect);
    }

    /// The views of the centre, and the buttons between them.
    fn views(&mut self, ui: &mut Ui) {
        let buttons = ui.horizontal_wrapped(|ui| {
            for view in View::ALL {
                let name = self.words.get(view.name());
                ui.selectable_value(&mut self.view, view, name);
            }
        });
        self.places.views = Some(buttons.response.rect);
        ui.add_space(4.0);
        match self.view {
            View::Chart => {
                let answers = &self.analyses.answers;
                let structure = Structure::new(
                    &self.knowledge,
                    &self.document.profile.header.company,
                    self.document.scenario(),
                    answers,
                    &self.words,
                );
                let pressed = chart::show(
                    ui,
                    &self.knowledge,
                    &structure,
                    answers,
                    &self.words,
                    &mut self.glide,
                    true,
                );
                self.asked.extend(pressed.map(Command::EditDepartment));
            }
            View::Why => {
                let (knowledge, analyses) = (&self.knowledge, &self.analyses);
                self.why.show(ui, knowledge, analyses, &self.words);
            }
            View::Sureness => {
                let can_undo = self.state(ui.ctx(), &Command::Undo).is_ready();
                Sureness {
                    knowledge: &self.knowledge,
                    doubt: self.document.scenario().weight_doubt,
                    analyses: &self.analyses,
                    words: &self.words,
                    can_undo,
                }
                .show(ui, &mut self.asked);
            }
            View::Room => {
                let document = &mut self.document;
                self.room.show(ui, &self.knowledge, document, &self.words);
            }
            View::Compare => self.compare.show(
                ui,
                &self.knowledge,
                &self.document.profile,
                self.document.active(),
                &self.words,
            ),
            View::Evolution => {
                if let Some(trajectory) = self.analyses.trajectory() {
                    let (header, scenario) = self.document.parts_mut();
                    EvolutionView {
                        knowledge: &self.knowledge,
                        header,
                        trajectory,
                        words: &self.words,
                        player: &mut self.player,
                        glide: &mut self.glide,
                    }
                    .show(ui, &mut scenario.plan);
                } else {
                    // Asked for in this very frame: its course is there in the next.
                    ui.ctx().request_repaint();
                }
            }
        }
    }

    fn dialog(&mut self, ctx: &Context) {
        if self.dialog.is_none() && !self.picker.is_waiting() {
            self.dialog = self.lost.take().map(Dialog::Recover);
        }
        let Some(dialog) = &mut self.dialog else {
            return;
        };
        let Some(reply) = dialog.show(ctx, &self.words) else {
            return;
        };
        self.dialog = None;
        match reply {
            Reply::Dismiss => self.after_save = None,
            Reply::Discard(then) => self.go(ctx, then),
            Reply::SaveFirst(then) => {
                self.after_save = Some(then);
                self.command(ctx, Command::Save);
            }
            Reply::Typed(purpose, path) => {
                let path = if purpose.opens() {
                    path
                } else {
                    with_extension(path, purpose)
                };
                if !purpose.opens() && path.exists() {
                    self.dialog = Some(Dialog::Replace { purpose, path });
                } else {
                    self.picked(ctx, purpose, Picked::Path(path));
                }
            }
            Reply::Elsewhere(purpose) => self.ask(ctx, purpose),
            Reply::Overwrite(path) => self.save(&path),
            Reply::TakeTheirs(path) => {
                self.after_save = None;
                self.take_theirs(&path);
            }
            Reply::OpenCopy(path) => self.open_copy(&path),
            Reply::OpenAnyway(path) => self.open_with(&path, None),
            Reply::Recover(lost) => self.recover(&lost),
            Reply::Forget(lost) => lost.discard(),
            Reply::Confirmed(purpose, path) => self.picked(ctx, purpose, Picked::Path(path)),
        }
        // What the reply did is shown at once.
        ctx.request_repaint();
        if self.dialog.is_none()
            && !self.picker.is_waiting()
            && !self.document.is_changed()
            && let Some(then) = self.after_save.take()
        {
            self.go(ctx, then);
        }
    }

    /// The guided tour; once seen, it never comes by itself again.
    fn tour(&mut self, ui: &Ui) {
        let Some(tour) = &mut self.tour else { return };
        if self.dialog.is_some() || self.over.is_some() {
            return;
        }
        if ui.ctx().cumulative_frame_nr() == 0 {
            // It points at the panels, which the first frame shows.
            ui.ctx().request_repaint();
            return;
        }
        if tour.show(ui, &self.places, &self.words) {
            self.tour = None;
            self.settings.toured = true;
            self.settings_file.save(&self.settings);
            ui.ctx().request_repaint();
        }
    }

    /// The palette and the sheet of shortcuts.
    fn over(&mut self, ui: &Ui) {
        let ctx = ui.ctx();
        match self.over.take() {
            None => {}
            Some(Over::Shortcuts) => {
                let closed = shortcuts::show(ctx, &self.words);
                self.over = (!closed).then_some(Over::Shortcuts);
            }
            Some(Over::Palette(mut palette)) => {
                let mut asked = std::mem::take(&mut self.asked);
                let ready = |command: &Command| self.state(ctx, command).is_ready();
                let closed = palette.show(ui, &self.words, ready, &mut asked);
                self.asked = asked;
                self.over = (!closed).then_some(Over::Palette(palette));
            }
        }
    }

    /// Lets the history see the profile, unless a ballot runs: an undo after the count would show
    /// what each has set.
    fn remember(&mut self, ctx: &Context) {
        if !self.room.is_voting() {
            self.document.remember(ctx.input(|input| input.time));
        }
    }

    /// Whether a command can be run now.
    fn state(&self, ctx: &Context, command: &Command) -> State {
        let evolution = self.view == View::Evolution;
        match command.row().wakes {
            Wakes::Always => State::Ready,
            Wakes::Undo | Wakes::Redo | Wakes::Changed if self.room.is_voting() => State::Secret,
            Wakes::Undo | Wakes::Redo if own_text_is_focused(ctx) => State::Asleep("asleep-typing"),
            Wakes::Undo => State::ready_if(self.document.can_undo(), "asleep-undo"),
            Wakes::Redo => State::ready_if(self.document.can_redo(), "asleep-redo"),
            Wakes::Changed => State::ready_if(self.document.is_changed(), "asleep-unchanged"),
            Wakes::OwnKnowledge => {
                State::ready_if(self.settings.knowledge.is_some(), "asleep-builtin")
            }
            Wakes::FewScenarios if self.room.is_voting() => State::Asleep("asleep-ballot"),
            Wakes::FewScenarios => {
                let count = self.document.profile.scenarios.others.len();
                State::ready_if(count < MAX_SCENARIOS, "asleep-scenarios")
            }
            // A text has its own use of the arrows.
            Wakes::Quarters if ctx.text_edit_focused() => State::Asleep("asleep-typing"),
            Wakes::Evolution | Wakes::Quarters => State::ready_if(evolution, "asleep-evolution"),
        }
    }

    fn command(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::New => self.guard(ctx, Then::New),
            Command::Open => self.guard(ctx, Then::Open),
            Command::Save => match self.document.path.clone() {
                Some(path) => self.save_again(&path),
                None => self.ask(ctx, Purpose::Save),
            },
            Command::SaveAs => self.ask(ctx, Purpose::Save),
            Command::Revert => self.document.revert(),
            Command::ExportChart => self.ask(ctx, Purpose::ExportChart),
            Command::ExportPage => self.ask(ctx, Purpose::ExportPage(Paper::Sheet)),
            Command::ExportSlide => self.ask(ctx, Purpose::ExportPage(Paper::Slide)),
            Command::ExportReport => self.ask(ctx, Purpose::ExportReport),
            Command::CopyChart => self.copy_chart(ctx),
            Command::OpenKnowledge => self.ask(ctx, Purpose::OpenKnowledge),
            Command::ExportKnowledge => self.ask(ctx, Purpose::ExportKnowledge),
            Command::UseBuiltinKnowledge => self.use_builtin_knowledge(),
            Command::Quit => self.guard(ctx, Then::Close),
            Command::Undo => self.document.undo(),
            Command::Redo => self.document.redo(),
            Command::SwitchLanguage => self.speak(self.words.lang().other()),
            Command::SwitchTheme => {
                let dark = ctx.global_style().visuals.dark_mode;
                let next = match self.settings.theme {
                    ThemeChoice::Contrast => ThemeChoice::Light,
                    _ if dark => ThemeChoice::Contrast,
                    _ => ThemeChoice::Dark,
                };
                self.dress(ctx, next);
            }
            Command::Show(view) => self.view = view,
            Command::OpenPath(path) => self.guard(ctx, Then::OpenPath(path)),
            Command::Example(place) => self.guard(ctx, Then::Example(place)),
            Command::Language(lang) => self.speak(lang),
            Command::Theme(theme) => self.dress(ctx, theme),
            Command::Move(flips) => {
                for flip in flips {
                    self.document
                        .move_lever(&self.knowledge, flip.lever, flip.to);
                }
            }
            Command::Doubt(points) => self.document.scenario_mut().weight_doubt = points,
            Command::JumpTo(slider) => self.jump = Some(slider),
            Command::EditDepartment(id) => self.edited = Some(id),
            Command::TakeTour => self.tour = Some(Tour::default()),
            Command::ShowPalette => self.over = Some(Over::Palette(Palette::default())),
            Command::ShowShortcuts => self.over = Some(Over::Shortcuts),
            Command::Present => {
                self.presentation = Some(Presentation::default());
                self.glide.reset();
                ctx.memory_mut(Memory::stop_text_input);
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            }
            Command::NewScenario => {
                let names = scenarios::names(&self.document.profile.scenarios, &self.words);
                let name = scenarios::new_name(&names, &self.words);
                self.document.add_scenario(&name);
            }
            Command::PlayCourse => self.player.play_or_pause(ctx.input(|input| input.time)),
            Command::EarlierQuarter => self.player.step(-1),
            Command::LaterQuarter => self.player.step(1),
            Command::ZoomIn => self.zoom(ctx, ctx.zoom_factor() + ZOOM_STEP),
            Command::ZoomOut => self.zoom(ctx, ctx.zoom_factor() - ZOOM_STEP),
            Command::ZoomReset => self.zoom(ctx, 1.0),
        }
        ctx.request_repaint();
    }

    fn speak(&mut self, lang: Lang) {
        self.words = Words::new(lang);
        self.settings.lang = Some(lang);
        self.settings_file.save(&self.settings);
        // Words change the size of boxes: nothing travels.
        self.glide.reset();
    }

    fn dress(&mut self, ctx: &Context, theme: ThemeChoice) {
        self.settings.theme = theme;
        self.settings_file.save(&self.settings);
        style::dress(ctx, theme);
    }

    fn zoom(&mut self, ctx: &Context, factor: f32) {
        let factor = factor.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        ctx.set_zoom_factor(factor);
        self.settings.zoom = Some(factor);
        self.settings_file.save(&self.settings);
    }

    /// The window's title follows the open profile.
    fn entitle(&mut self, ctx: &Context) {
        let company = wording::company_name(&self.document.profile.header, &self.words);
        let mark = if self.document.is_changed() {
            "• "
        } else {
            ""
        };
        let title = format!("{mark}{company} — Attache");
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let frame = std::panic::AssertUnwindSafe(|| self.show(ui));
        if let Err(panic) = std::panic::catch_unwind(frame) {
            // Whatever went wrong, the work is kept, and offered at the next start.
            self.protect_now();
            let words = &self.words;
            rfd::MessageDialog::new()
                .set_level(rfd::MessageLevel::Error)
                .set_title("Attache")
                .set_description(words.get("crashed"))
                .show();
            std::panic::resume_unwind(panic);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.recovery.finish();
    }
}

pub(super) fn today() -> String {
    jiff::ZonedDateTime::now().date().to_string()
}
