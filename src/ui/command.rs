//! Everything that can be asked of the window, once. Menus, shortcuts, the palette and the sheet of
//! shortcuts read the table below; panels push commands, and the window runs them at one point of a
//! frame.

use std::path::PathBuf;

use eframe::egui::{Context, Event, Key, KeyboardShortcut, Modifiers};
use jiff::civil::Date;

use super::digits::digit;
use super::files::errand::Deed;
use super::files::errand::Purpose;
use super::view::View;
use crate::analysis::Lever;
use crate::model::{Brand, ContactState, ContactTheme, FactorId, Lang, List, Means};
use crate::store::{Place, RoomScreen, ThemeChoice};

/// A slider to bring into view and focus; the card of the factor where there is no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// Id of the factor.
    pub factor: String,
    /// Id of the quantity.
    pub quantity: Option<String>,
}

/// Why a change was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The place of its entry in the journal.
    pub entry: usize,
    pub why: String,
}

/// What to do with a document that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Handing {
    pub deed: Deed,
    pub place: Place,
}

/// What is said of the importance of the factors.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// 0 to 100.
    pub weights: List<FactorId, f64>,
    /// Whether only their order is known.
    pub by_order: bool,
}

/// The marks on what leaves the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    /// Those of the open profile.
    pub own: Brand,
    /// Those of every profile that has none.
    pub usual: Brand,
}

/// What is decided of a contact point.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub theme: ContactTheme,
    /// Id of the slider of the posture.
    pub posture: String,
    /// `None` leaves it as the strategy has it.
    pub state: Option<ContactState>,
}

/// A row of the table: what is fixed about a command.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Key of its name in the translation files; empty for what only panels ask for.
    pub name: &'static str,
    /// The keys that run it; menus show the first.
    keys: [Option<KeyboardShortcut>; 2],
    /// The menu that lists it, and which group of that menu.
    pub place: Option<(Menu, u8)>,
    /// When it can be run.
    pub wakes: Wakes,
    /// Whether its keys are heard during a presentation.
    pub presents: bool,
    /// Whether what it changes of the profile is undone by itself, however soon the next change comes.
    pub step: bool,
}

/// The menus, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    View,
    Help,
}

/// When a command can be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wakes {
    Always,
    /// Something can be undone.
    Undo,
    /// Something can be done again.
    Redo,
    /// No ballot runs.
    NoBallot,
    /// No ballot runs, and the clipboard takes pictures.
    Pictures,
    /// No ballot runs, and there is room for the opinions of one.
    Ballot,
    /// No ballot runs and nothing is presented: neither would go on behind the questions.
    Describing,
    /// The work differs from what is saved.
    Changed,
    /// There is a day on which to look again.
    Review,
    /// A document was exported since the window is open.
    Exported,
    /// Another file was open before.
    Reopen,
    /// A knowledge base of one's own is in use.
    OwnKnowledge,
    /// A template for presentations is chosen.
    OwnTemplate,
    /// There can be one more scenario.
    FewScenarios,
    /// The evolution is looked at.
    Evolution,
    /// The evolution is looked at, and no text field has the focus.
    Quarters,
}

/// Whether a command can be run now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Ready,
    /// Not now, and the key of the sentence that says why.
    Asleep(&'static str),
}

impl State {
    /// Ready if `holds`; otherwise asleep, `why` being the key of the reason.
    pub fn ready_if(holds: bool, why: &'static str) -> Self {
        if holds {
            Self::Ready
        } else {
            Self::Asleep(why)
        }
    }

    pub fn is_ready(self) -> bool {
        self == Self::Ready
    }

    /// Key of the sentence that says why the command sleeps.
    pub fn why(self) -> Option<&'static str> {
        match self {
            Self::Ready => None,
            Self::Asleep(why) => Some(why),
        }
    }
}

const fn row(name: &'static str) -> Row {
    Row {
        name,
        keys: [None, None],
        place: None,
        wakes: Wakes::Always,
        presents: false,
        step: false,
    }
}

/// What panels ask for; no menu lists it.
const UNNAMED: Row = row("");

impl Row {
    /// The keys that menus show.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        self.keys[0]
    }

    /// All keys that run it.
    pub fn keys(&self) -> impl Iterator<Item = KeyboardShortcut> + use<> {
        self.keys.into_iter().flatten()
    }

    const fn on(mut self, keys: KeyboardShortcut) -> Self {
        self.keys[0] = Some(keys);
        self
    }

    /// Other keys, which people know for it.
    const fn or(mut self, keys: KeyboardShortcut) -> Self {
        self.keys[1] = Some(keys);
        self
    }

    const fn place(mut self, menu: Menu, group: u8) -> Self {
        self.place = Some((menu, group));
        self
    }

    const fn wakes(mut self, when: Wakes) -> Self {
        self.wakes = when;
        self
    }

    const fn presents(mut self) -> Self {
        self.presents = true;
        self
    }

    const fn step(mut self) -> Self {
        self.step = true;
        self
    }
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// Makes the enum and its table from one list, so that neither can miss a command. A command may carry
/// a value: `Name(value: Type)`. Where each value is a command of its own in the menus, they follow:
/// `Name(value: Type = VALUES)`.
macro_rules! commands {
    ($(
        $(#[$about:meta])*
        $command:ident $(($carried:ident: $of:ty $(= $values:expr)?))? => $row:expr;
    )*) => {
        /// A command, with what it is about.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Command {
            $( $(#[$about])* $command $(($of))?, )*
        }

        impl Command {
            /// Every command that has a name, in the order of the menus.
            pub fn named() -> Vec<Self> {
                [$( commands!(@list $command $($carried $($values)?)?) ),*].concat()
            }

            pub fn row(&self) -> Row {
                match self {
                    $( Self::$command $(($carried))? => $row, )*
                }
            }
        }
    };
    (@list $command:ident) => { vec![Self::$command] };
    (@list $command:ident $carried:ident) => { Vec::new() };
    (@list $command:ident $carried:ident $values:expr) => { $values.map(Self::$command).to_vec() };
}

commands! {
    New => row("command-new").on(ctrl(Key::N)).place(Menu::File, 0);
    LikeOurs => row("command-like-ours").place(Menu::File, 0).wakes(Wakes::Describing);
    Open => row("command-open").on(ctrl(Key::O)).place(Menu::File, 0);
    Reopen => row("command-reopen").on(ctrl_shift(Key::T))
        .place(Menu::File, 0)
        .wakes(Wakes::Reopen);
    OpenPath(_path: PathBuf) => UNNAMED;
    /// By its place in the list of examples.
    Example(_place: usize) => UNNAMED;
    /// By its place in the list of examples: to be made one's own.
    Adapt(_place: usize) => UNNAMED;
    AddOpinions => row("command-add-opinions").on(ctrl_shift(Key::O))
        .place(Menu::File, 0)
        .wakes(Wakes::NoBallot);
    Save => row("command-save").on(ctrl(Key::S))
        .place(Menu::File, 1)
        .wakes(Wakes::NoBallot)
        .presents();
    SaveAs => row("command-save-as").on(ctrl_shift(Key::S))
        .place(Menu::File, 1)
        .wakes(Wakes::NoBallot);
    Revert => row("command-revert").place(Menu::File, 1).wakes(Wakes::Changed);
    Print => row("command-print").on(ctrl(Key::P)).place(Menu::File, 2).wakes(Wakes::NoBallot);
    ExportPage => row("command-export-page").on(ctrl_shift(Key::A)).place(Menu::File, 2).wakes(Wakes::NoBallot);
    ExportSlide => row("command-export-slide").on(ctrl_shift(Key::P)).place(Menu::File, 2).wakes(Wakes::NoBallot);
    ExportChart => row("command-export-chart").on(ctrl(Key::E)).place(Menu::File, 2).wakes(Wakes::NoBallot);
    ExportReport => row("command-export-report").on(ctrl(Key::R)).place(Menu::File, 2).wakes(Wakes::NoBallot);
    /// With the document that was exported last.
    HandLast(deed: Deed = Deed::AGAIN) => match deed {
        Deed::Reveal => row("command-reveal-exported").on(ctrl_shift(Key::R)),
        Deed::Open | Deed::Print => row("command-open-exported").on(ctrl_shift(Key::V)),
    }
    .wakes(Wakes::Exported);
    /// With any document that was exported.
    Hand(_handing: Handing) => UNNAMED;
    ExportWorkbook => row("command-export-workbook")
        .place(Menu::File, 2)
        .wakes(Wakes::NoBallot);
    ExportQuestionnaire => row("command-export-questionnaire").place(Menu::File, 2);
    ExportDeck => row("command-export-deck").on(ctrl_shift(Key::E)).place(Menu::File, 2).wakes(Wakes::NoBallot);
    ChooseTemplate => row("command-choose-template").place(Menu::File, 2);
    DropTemplate => row("command-drop-template")
        .place(Menu::File, 2)
        .wakes(Wakes::OwnTemplate);
    // Not during a ballot, which gives the profile back as it was.
    SetMarks => row("command-marks").place(Menu::File, 2).wakes(Wakes::Describing);
    OpenKnowledge => row("command-open-knowledge").place(Menu::File, 3);
    ExportKnowledge => row("command-export-knowledge").place(Menu::File, 3);
    UseBuiltinKnowledge => row("command-builtin-knowledge")
        .place(Menu::File, 3)
        .wakes(Wakes::OwnKnowledge);
    // Closing the only window is leaving.
    Quit => row("command-quit").on(ctrl(Key::Q)).or(ctrl(Key::W)).place(Menu::File, 4);

    Undo => row("command-undo").on(ctrl(Key::Z))
        .place(Menu::Edit, 0)
        .wakes(Wakes::Undo)
        .presents();
    Redo => row("command-redo").on(ctrl_shift(Key::Z)).or(ctrl(Key::Y))
        .place(Menu::Edit, 0)
        .wakes(Wakes::Redo)
        .presents();
    // Not Ctrl+Shift+C: windows take any Ctrl+C for the text that is selected.
    CopyChart => row("command-copy-chart").on(plain(Key::F8)).place(Menu::Edit, 1).wakes(Wakes::Pictures);
    NewScenario => row("command-new-scenario").on(ctrl(Key::D))
        .place(Menu::Edit, 1)
        .wakes(Wakes::FewScenarios)
        .step();

    Describe => row("command-describe").on(plain(Key::F4))
        .place(Menu::Edit, 2)
        .wakes(Wakes::Describing);
    WeighFactors => row("command-weigh").on(plain(Key::F7)).place(Menu::Edit, 2);

    ShowJournal => row("command-journal").on(ctrl(Key::J)).place(Menu::Edit, 3);
    /// Notes what changes from now on, or nothing any more.
    KeepJournal(_kept: bool) => UNNAMED;
    /// Says why a change was made.
    Explain(_why: Why) => UNNAMED;
    /// Names who is at the keyboard.
    Sign(_name: String) => UNNAMED;

    ShowReview => row("command-review").place(Menu::Edit, 3).wakes(Wakes::Review);
    /// Sets the day on which to look again, and keeps what is foreseen; `None` for no such day.
    ReviewOn(_day: Option<Date>) => UNNAMED.wakes(Wakes::NoBallot);
    /// The profile describes the company on this day.
    DateOn(_day: Date) => UNNAMED;
    /// Describes these factors again, one after the other, then comes back to the review.
    DescribeAgain(_factors: Vec<FactorId>) => UNNAMED.wakes(Wakes::Describing);
    ExportCalendar => row("command-export-calendar").place(Menu::File, 2).wakes(Wakes::Review);

    Show(view: View = View::ALL) => row(view.name()).on(ctrl(view.key())).place(Menu::View, 0);
    /// Begins a secret ballot on the scenario that is looked at.
    BeginBallot => row("command-ballot").place(Menu::Edit, 1).wakes(Wakes::Ballot);
    Present => row("command-present").on(plain(Key::F5)).place(Menu::View, 0);
    PresentInWindow => row("command-present-window").on(shift(Key::F5)).place(Menu::View, 0);
    /// Shows the room its slides there from now on.
    RoomOn(_room: RoomScreen) => UNNAMED;
    PlayCourse => row("command-play-course").on(plain(Key::F9))
        .place(Menu::View, 1)
        .wakes(Wakes::Evolution);
    EarlierQuarter => row("command-earlier-quarter").on(alt(Key::ArrowLeft))
        .place(Menu::View, 1)
        .wakes(Wakes::Quarters);
    LaterQuarter => row("command-later-quarter").on(alt(Key::ArrowRight))
        .place(Menu::View, 1)
        .wakes(Wakes::Quarters);
    // Each language is named in itself, so that it can be found from the other one.
    Language(lang: Lang = Lang::ALL) => row(
        match lang {
            Lang::Fr => "language-fr",
            Lang::En => "language-en",
        },
    )
    .place(Menu::View, 2);
    SwitchLanguage => row("command-switch-language").on(plain(Key::F2)).presents();
    Theme(theme: ThemeChoice = ThemeChoice::ALL) => row(
        match theme {
            ThemeChoice::System => "theme-system",
            ThemeChoice::Light => "theme-light",
            ThemeChoice::Dark => "theme-dark",
            ThemeChoice::Contrast => "theme-contrast",
        },
    )
    .place(Menu::View, 3);
    SwitchTheme => row("command-switch-theme").on(plain(Key::F3)).presents();
    // The key of the plus sign counts without the shift, too, that it needs on some keyboards.
    ZoomIn => row("command-zoom-in").on(ctrl(Key::Plus)).or(ctrl(Key::Equals))
        .place(Menu::View, 4)
        .presents();
    ZoomOut => row("command-zoom-out").on(ctrl(Key::Minus)).place(Menu::View, 4).presents();
    ZoomReset => row("command-zoom-reset").on(ctrl(Key::Num0)).place(Menu::View, 4).presents();
    FoldSliders => row("command-fold-sliders").on(ctrl(Key::B)).place(Menu::View, 5);
    FoldAnswer => row("command-fold-answer").on(ctrl_shift(Key::B)).place(Menu::View, 5);
    NextRegion => row("command-next-region").on(plain(Key::F6)).place(Menu::View, 5);
    FormerRegion => row("command-former-region").on(shift(Key::F6)).place(Menu::View, 5);

    // Where others have their settings: what can be set here is a command.
    ShowPalette => row("command-palette").on(ctrl(Key::K)).or(ctrl(Key::Comma)).place(Menu::Help, 0);
    ShowShortcuts => row("command-shortcuts").on(plain(Key::F1)).place(Menu::Help, 0);
    TakeTour => row("command-tour").place(Menu::Help, 0);
    ReadArticle => row("command-article").place(Menu::Help, 1);
    ShowAbout => row("command-about").place(Menu::Help, 2);

    /// Moves sliders and weights.
    Move(_moves: Vec<(Lever, f64)>) => UNNAMED.step();
    /// Sets how far the weights are in doubt, from 0 to 100.
    Doubt(_points: f64) => UNNAMED;
    /// Whether only the order of the weights is known.
    ByOrder(_order: bool) => UNNAMED.step();
    /// Sets the weight of every factor, 0 to 100, and whether only their order is known.
    Weigh(_weights: Weights) => UNNAMED;
    /// Asks for a file.
    AskFor(_purpose: Purpose) => UNNAMED;
    /// Sets the marks on what leaves the program.
    Mark(_marks: Box<Marks>) => UNNAMED.wakes(Wakes::NoBallot).step();
    /// Decides of a contact point.
    Decide(_decision: Decision) => UNNAMED.step();
    /// Looks at the scenario at this place, the first being 0.
    LookAt(_scenario: usize) => UNNAMED.wakes(Wakes::NoBallot);
    /// Names the scenario that is looked at.
    NameScenario(_name: String) => UNNAMED.wakes(Wakes::NoBallot);
    /// Removes the scenario at this place, if it is the one that is looked at.
    RemoveScenario(_scenario: usize) => UNNAMED.wakes(Wakes::NoBallot).step();
    /// Sets the company's own means for its contact points.
    Means(_means: Means) => UNNAMED;
    JumpTo(_slider: Jump) => UNNAMED;
    /// Shows where the article says these words.
    ReadQuote(_quote: String) => UNNAMED;
    /// Leads to the name of the department with this id.
    EditDepartment(_id: String) => UNNAMED;
}

impl Command {
    /// Whether it chooses among several of which one is always in force: a language, a theme.
    pub fn is_choice(&self) -> bool {
        matches!(self, Self::Language(_) | Self::Theme(_))
    }

    /// The command of these keys. Where the keys of several match, for egui lets additional modifiers
    /// pass, it is the one with the most modifiers: Ctrl+Shift+Z is never Ctrl+Z.
    fn of_keys(modifiers: Modifiers, key: Key) -> Option<Self> {
        Self::named()
            .into_iter()
            .flat_map(|command| {
                command
                    .row()
                    .keys()
                    .map(move |keys| (command.clone(), keys.modifiers, keys.logical_key))
            })
            .filter(|(_, asked, meant)| *meant == key && modifiers.matches_logically(*asked))
            .max_by_key(|(_, asked, _)| {
                let Modifiers {
                    alt,
                    shift,
                    command,
                    ..
                } = *asked;
                [alt, shift, command]
                    .into_iter()
                    .filter(|&held| held)
                    .count()
            })
            .map(|(command, ..)| command)
    }

    fn of_event(event: &Event) -> Option<Self> {
        match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                modifiers,
                ..
            } => {
                // A digit is meant by its place: a French keyboard writes other signs with the row of
                // digits, and some of them are keys of other commands.
                let digit = physical_key.filter(|place| digit(*place).is_some());
                digit
                    .and_then(|digit| Self::of_keys(*modifiers, digit))
                    .or_else(|| Self::of_keys(*modifiers, *key))
            }
            _ => None,
        }
    }

    /// Offers the commands whose keys were pressed since the last frame to `take`, one after another
    /// in the order of the keys, so that one can wake the next. The keys of those that it does not
    /// take are left to whatever has the focus.
    pub fn hear(ctx: &Context, mut take: impl FnMut(Self) -> bool) {
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        events.retain(|event| !Self::of_event(event).is_some_and(&mut take));
        ctx.input_mut(|input| input.events = events);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_shortcut_is_bound_twice_and_no_name_is_given_twice() {
        let named = Command::named();
        let bound: Vec<_> = named
            .iter()
            .flat_map(|command| command.row().keys())
            .collect();
        let distinct: HashSet<_> = bound.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(bound.len(), distinct.len());
        let names: HashSet<_> = named.iter().map(|command| command.row().name).collect();
        assert_eq!(named.len(), names.len());
        assert!(!names.contains(""));
    }

    #[test]
    fn the_keys_that_ask_for_most_are_meant() {
        let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
        for (modifiers, key, meant) in [
            (Modifiers::COMMAND, Key::Z, Some(Command::Undo)),
            (shifted, Key::Z, Some(Command::Redo)),
            (shifted, Key::S, Some(Command::SaveAs)),
            // On some keyboards the plus sign needs the shift.
            (shifted, Key::Plus, Some(Command::ZoomIn)),
            (Modifiers::NONE, Key::Z, None),
        ] {
            let found = Command::of_keys(modifiers, key);
            assert_eq!(found, meant, "{modifiers:?} {key:?}");
        }
    }

    #[test]
    fn a_digit_is_meant_by_its_place_on_any_keyboard() {
        let press = |key, place| Event::Key {
            key,
            physical_key: Some(place),
            pressed: true,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        };
        // What a French keyboard writes with the row of digits, and an English one.
        let french = [
            (Key::Quote, Key::Num4),
            (Key::Num5, Key::Num5),
            (Key::Minus, Key::Num6),
        ];
        for (written, place) in french
            .into_iter()
            .chain([Key::Num4, Key::Num5, Key::Num6].map(|key| (key, key)))
        {
            let view = View::ALL.into_iter().find(|view| view.key() == place);
            let found = Command::of_event(&press(written, place));
            assert_eq!(found, view.map(Command::Show), "{written:?} at {place:?}");
        }
        // What stands elsewhere is what it writes.
        let out = Command::of_event(&press(Key::Minus, Key::Minus));
        assert_eq!(out, Some(Command::ZoomOut));
    }

    #[test]
    fn the_keys_that_a_mac_has_in_its_menu_reach_commands() {
        let press = |key| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            // As Cmd is told there.
            modifiers: Modifiers {
                mac_cmd: true,
                ..Modifiers::COMMAND
            },
        };
        for (key, meant) in [
            (Key::Q, Command::Quit),
            (Key::W, Command::Quit),
            (Key::Comma, Command::ShowPalette),
        ] {
            assert_eq!(Command::of_event(&press(key)), Some(meant), "{key:?}");
        }
    }

    #[test]
    fn a_sleeping_command_leaves_its_keys_alone_and_each_press_counts() {
        let ctx = Context::default();
        let modifiers = Modifiers {
            shift: true,
            ctrl: true,
            command: true,
            ..Modifiers::NONE
        };
        let press = Event::Key {
            key: Key::Z,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        ctx.input_mut(|input| input.events = vec![press.clone(), press]);
        let left = || ctx.input(|input| input.events.len());
        // Redo sleeps: its keys are not those of Undo, and stay for a text.
        let mut offered = Vec::new();
        Command::hear(&ctx, |command| {
            offered.push(command);
            false
        });
        assert_eq!(offered, [Command::Redo, Command::Redo]);
        assert_eq!(left(), 2);
        let mut taken = 0;
        Command::hear(&ctx, |_| {
            taken += 1;
            taken == 1
        });
        assert_eq!((taken, left()), (2, 1));
    }
}
