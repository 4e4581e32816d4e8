//! The order of a frame.

use eframe::CreationContext;
use eframe::egui::{
    CentralPanel, Context, Panel, Ui, ViewportCommand, ViewportId, accesskit_root_id,
};

use super::command::Command;
use super::describe::aside;
use super::display::takes_pictures;
use super::document::done;
use super::ending::Ending;
use super::files::system::Parent;
use super::overlays::Top;
use super::overlays::present::Work;
use super::paint::{focus, style};
use super::panels::menu::Menu;
use super::panels::{self, Side, headline::Headline};
use super::plugged;
use super::regions::Region;
use super::screens::Screens;
use super::view::View;
use super::window::{Start, Window};
use crate::store::Claim;

pub struct App {
    pub(super) window: Window,
    /// The window's title, as the system was last told.
    title: String,
    /// Whether the system was told to close the window.
    closing: bool,
    /// Whether the window is still to fill its screen, as it did last; it has to be seen first.
    maximizes: bool,
    /// Where the window opened, as long as it is open.
    _spot: Option<Claim>,
}

impl App {
    pub fn new(ctx: &Context, start: Start) -> Self {
        Self::prepare(start).dressed(ctx)
    }

    /// Reads everything that is needed; there need not be a window yet.
    pub(super) fn prepare(start: Start) -> Self {
        let window = Window::new(start);
        let place = window.session.settings.window;
        Self {
            window,
            title: String::new(),
            closing: false,
            maximizes: place.is_some_and(|place| place.maximized),
            _spot: None,
        }
    }

    /// Gives the window its fonts, and the theme and zoom of the settings.
    pub(super) fn dressed(mut self, ctx: &Context) -> Self {
        style::install(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        self.window.session.dress(ctx);
        self.window.look_for_fonts(ctx);
        let repaint = ctx.clone();
        self.window
            .files
            .wake_by(move || repaint.request_repaint_of(ViewportId::ROOT));
        self
    }

    /// Dresses a window of the system, and takes from there what else it has.
    pub(super) fn in_window(self, creation: &CreationContext<'_>, spot: Option<Claim>) -> Self {
        let ctx = &creation.egui_ctx;
        let mut app = self.dressed(ctx);
        app._spot = spot;
        app.window.takes_pictures = takes_pictures();
        app.window.files.belong_to(Parent::of(creation));
        app.window.screens = Screens::of(creation);
        let repaint = ctx.clone();
        plugged::watch(creation, move || {
            repaint.request_repaint_of(ViewportId::ROOT);
        });
        let repaint = ctx.clone();
        app.window.ending = Ending::watch(move || repaint.request_repaint_of(ViewportId::ROOT));
        app
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        focus::listen(&ctx);
        self.tell_language(&ctx);
        self.window.folds.fit(ctx.content_rect().width());
        if !matches!(self.window.top(), Top::Presentation | Top::Ballot) {
            self.window.listen(&ctx);
        }
        // A presentation hears at once the keys that follow those which opened it.
        if self.window.top() == Top::Presentation {
            self.present(ui, &ctx);
        } else if self.window.top() == Top::Ballot {
            self.vote(ui, &ctx);
        } else {
            self.menu(ui);
            self.window.run_commands(&ctx);
            if self.window.describe.is_shown() {
                self.describe(ui, &ctx);
            } else {
                self.cards(ui);
                self.follow(&ctx);
                self.headline(ui);
                self.answer(ui);
                self.centre(ui);
            }
            self.over(ui);
        }
        focus::ring(ui);
        self.rest(&ctx);
    }

    /// A screen reader speaks the language of the window, whatever that of the system is.
    fn tell_language(&self, ctx: &Context) {
        let lang = self.window.session.words.lang();
        ctx.accesskit_node_builder(accesskit_root_id(), |root| root.set_language(lang.code()));
    }

    fn menu(&mut self, ui: &mut Ui) {
        let window = &mut self.window;
        let mut asked = std::mem::take(&mut window.asked);
        let ctx = ui.ctx().clone();
        Panel::top("menu").show(ui, |ui| {
            Region::Menu.begin(ui, &window.session.words);
            Menu {
                session: &window.session,
                document: &window.document,
                folds: &window.folds,
                state: &|command| window.state(&ctx, command),
                asked: &mut asked,
            }
            .show(ui);
        });
        window.asked = asked;
    }

    /// The conversation takes the place of panels and views; what is answered shows in the same frame.
    fn describe(&mut self, ui: &mut Ui, ctx: &Context) {
        let window = &mut self.window;
        let wanted = window.describe.news(
            ui,
            &window.session,
            &window.document,
            &mut window.centre,
            &mut window.files,
            &mut window.asked,
        );
        window.take_now(ctx, wanted);
        window.describe.ask(
            ui,
            &window.session,
            &mut window.document,
            &window.analyses,
            &mut window.asked,
        );
        self.follow(ctx);
        let window = &mut self.window;
        if !window.describe.has_answer() {
            return;
        }
        let wanted = aside::show(
            ui,
            &window.session,
            &window.document,
            &window.analyses,
            &mut window.centre,
            &mut window.files,
            &mut window.asked,
        );
        window.take_now(ctx, wanted);
    }

    fn cards(&mut self, ui: &mut Ui) {
        let window = &mut self.window;
        if window.folds.is_folded(Side::Sliders) {
            let words = &window.session.words;
            let place = Side::Sliders.rail(ui, words, &mut window.asked);
            window.overlays.places.cards = Some(place);
            return;
        }
        let place = panels::cards(
            ui,
            &window.session,
            &mut window.document,
            &window.analyses,
            &mut window.centre.player,
            &mut window.panels,
            &mut window.asked,
        );
        window.overlays.places.cards = Some(place);
    }

    /// The answer to a slider is on screen in the frame in which it moves.
    fn follow(&mut self, ctx: &Context) {
        let window = &mut self.window;
        let course = window.centre.view == View::Evolution && !window.describe.is_shown();
        window.centre.player.follow(ctx, course);
        let quarter = course.then(|| window.centre.player.quarter());
        let (knowledge, scenario) = (&window.session.knowledge, window.document.scenario());
        if let Some(wait) = window.analyses.follow(ctx, knowledge, scenario, quarter) {
            ctx.request_repaint_after(wait);
        }
    }

    fn headline(&mut self, ui: &mut Ui) {
        let window = &mut self.window;
        let frame = style::ground(ui);
        let shown = Panel::top("headline").frame(frame).show(ui, |ui| {
            Region::Headline.begin(ui, &window.session.words);
            let analyses = &window.analyses;
            let (answers, coverage) = match analyses.trajectory() {
                Some(trajectory) => {
                    let moment = window.centre.player.moment(&trajectory.evolution);
                    (&moment.answers, &moment.coverage)
                }
                None => (&analyses.answers, &analyses.coverage),
            };
            let quarter = match window.centre.view {
                View::Evolution => window.centre.player.quarter(),
                _ => 0,
            };
            Headline {
                teller: window.session.teller().of(analyses.scenario()),
                answers,
                coverage,
                verdicts: analyses.verdicts_then(),
                turns: (quarter == 0).then_some(&analyses.turns),
                from: window.document.profile.header.date,
                quarter,
            }
            .show(ui)
        });
        window.asked.extend(shown.inner);
        window.overlays.places.headline = Some(shown.response.rect);
    }

    fn answer(&mut self, ui: &mut Ui) {
        let window = &mut self.window;
        if window.folds.is_folded(Side::Answer) {
            let words = &window.session.words;
            let place = Side::Answer.rail(ui, words, &mut window.asked);
            window.overlays.places.answer = Some(place);
            return;
        }
        let place = panels::answer(
            ui,
            &window.session,
            &window.document.profile.header,
            &window.analyses,
            &mut window.centre.player,
            &mut window.asked,
        );
        window.overlays.places.answer = Some(place);
    }

    fn centre(&mut self, ui: &mut Ui) {
        let window = &mut self.window;
        let can_undo = window.state(ui.ctx(), &Command::Undo).is_ready();
        let frame = style::ground(ui);
        let shown = CentralPanel::default().frame(frame).show(ui, |ui| {
            let words = &window.session.words;
            Region::Centre.begin(ui, words);
            window.centre.notices.show(ui, words, &mut window.asked);
            let heeded = window.files.alert(ui, words, &window.document);
            let wanted = window.files.bars(ui, words);
            window.overlays.places.views = Some(window.centre.buttons(ui, words));
            window.centre.show(
                ui,
                &window.session,
                &mut window.document,
                &window.analyses,
                can_undo,
                &mut window.asked,
            );
            heeded.or(wanted)
        });
        window.overlays.places.centre = Some(shown.response.rect);
        window.take_now(ui.ctx(), shown.inner);
    }

    /// What stands over the window: a question, or else what is on top of the overlays.
    fn over(&mut self, ui: &Ui) {
        let window = &mut self.window;
        let reply = window.files.show(ui.ctx(), &window.session.words);
        window.take_now(ui.ctx(), reply);
        if window.files.asks() {
            return;
        }
        let mut asked = std::mem::take(&mut window.asked);
        let mut overlays = std::mem::take(&mut window.overlays);
        let ready = |command: &Command| window.state(ui.ctx(), command).is_ready();
        let (session, document) = (&window.session, &window.document);
        overlays.show(ui, session, document, &window.analyses, ready, &mut asked);
        (window.asked, window.overlays) = (asked, overlays);
    }

    /// One frame of a presentation, without menu, panels and views; a window of the room's own is painted
    /// apart.
    fn present(&mut self, ui: &mut Ui, ctx: &Context) {
        let window = &mut self.window;
        let knowledge = &window.session.knowledge;
        let presentation = window.overlays.presentation();
        let mut leave = presentation.is_some_and(|it| it.listen(ctx, knowledge));
        window.hear(ctx, Top::Presentation);
        window.run_commands(ctx);
        self.window.close_requests(ctx);
        let window = &mut self.window;
        if let Some(presentation) = window.overlays.presentation() {
            let work = Work {
                session: &window.session,
                document: &mut window.document,
                analyses: &mut window.analyses,
                glide: &mut window.centre.glide,
                seen: &window.screens.look(),
                asked: &mut window.asked,
            };
            leave |= presentation.show(ui, work);
        }
        if leave || window.files.needs_the_window() {
            window.overlays.close();
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            window.centre.glide.reset();
            ctx.request_repaint();
        }
    }

    /// One frame of a secret ballot: nothing else is shown or heard.
    fn vote(&mut self, ui: &mut Ui, ctx: &Context) {
        let window = &mut self.window;
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        window.hear(ctx, Top::Ballot);
        window.run_commands(ctx);
        let (session, overlays) = (&window.session, &mut window.overlays);
        let Some(booth) = overlays.ballot() else {
            return;
        };
        if !dropped.is_empty() {
            let paths: Vec<_> = dropped.iter().map(|file| file.path().to_owned()).collect();
            booth.take_files(session.teller(), &paths);
        }
        booth.listen(ctx, &session.knowledge, &session.words);
        let ends = booth.show(ui, session.teller());
        if let Some(page) = booth.take_page() {
            let kept = window.files.keep_ballot_page(&session.words, &page);
            booth.tell_of_page(kept.is_ok(), kept.unwrap_or_else(|why| why));
            ctx.request_repaint();
        }
        window.end_ballot(ctx, ends);
        window.close_requests(ctx);
    }

    /// What is left to do once everything is shown.
    fn rest(&mut self, ctx: &Context) {
        let window = &mut self.window;
        window.begin_to_vote(ctx);
        window.look_for_fonts(ctx);
        let time = ctx.input(|input| input.time);
        let ripe = window.document.remember(time, done(ctx), &window.session);
        if let Some(left) = ripe {
            ctx.request_repaint_after(left);
        }
        if window.is_first_start && !window.describe.is_welcome() {
            window.is_first_start = false;
            window.session.first_start_is_over();
        }
        if let Some(left) = window.files.protect(time, &window.document) {
            ctx.request_repaint_after(left);
        }
        if window.leaving && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            self.closing = true;
        }
        if !window.asked.is_empty() {
            ctx.request_repaint();
        }
        if std::mem::take(&mut self.maximizes) {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        } else {
            window.session.stands(ctx);
        }
        let title = window.title();
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
