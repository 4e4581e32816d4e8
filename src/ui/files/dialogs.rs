//! The window's own dialogs: unsaved changes, a path to type, a file to replace, a file that someone
//! else has changed or has open, a bad file.

use std::path::PathBuf;

use eframe::egui::{Context, Frame, Id, Key, Modal, ScrollArea, TextEdit, Ui};

use crate::i18n::Words;
use crate::store::address::meant;
use crate::store::{Lost, Place};
use crate::ui::files::errand::{Errand, Purpose, Then};
use crate::ui::paint::focus;
use crate::ui::paint::scroll::scroll_in;
use crate::ui::paint::style::{TITLE, bold};
use crate::ui::paint::widgets::{own_text, primary};

#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// There is unsaved work, which doing this would lose.
    Unsaved(Then),
    /// No system dialog: the path is typed.
    Path {
        errand: Errand,
        text: String,
        /// Whether one that has not appeared yet is still waited for.
        waits: bool,
    },
    /// The typed path names a file that is already there.
    Replace { errand: Errand, place: Place },
    /// Someone else has changed the file since it was read here; `then` waits for a save.
    Overtaken { place: Place, then: Option<Then> },
    /// Another window has the file open.
    Claimed(Place),
    /// A file could not be written: why, in a sentence.
    Unwritten {
        errand: Errand,
        place: Place,
        why: String,
        /// Whether it could be written over all the same.
        is_protected: bool,
    },
    /// A window that ended unexpectedly has left unsaved work.
    Recover(Lost),
    /// A ballot was left that was not counted: what is asked, or why it cannot be taken up again.
    Ballots { told: String, goes_on: bool },
    /// The open profile does not fit the knowledge base of this file, the built-in one if `None`.
    Unfit {
        base: Option<Place>,
        lines: Vec<String>,
    },
    /// A file could not be read.
    Problems { title: String, lines: Vec<String> },
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    Dismiss,
    /// Go on waiting for the system's dialog.
    Wait,
    SaveFirst(Then),
    Discard(Then),
    Typed(Errand, PathBuf),
    Confirmed(Errand, Place),
    /// Write over a file that is write-protected.
    Unprotected(Errand, Place),
    /// Ask for another place.
    Elsewhere(Errand),
    /// Save over what someone else has saved.
    Overwrite(Place, Option<Then>),
    /// Take what someone else has saved.
    TakeTheirs(Place),
    OpenCopy(Place),
    OpenAnyway(Place),
    Recover(Lost),
    Forget(Lost),
    /// Go on with the ballot that was left.
    GoOn,
    /// Destroy the ballots that were left.
    DropBallots,
    /// Answer with a knowledge base that the open profile does not fit.
    UseUnfit(Option<Place>),
}

impl Dialog {
    /// Shows the dialog over the window; gives the reply once there is one.
    pub fn show(&mut self, ctx: &Context, words: &Words) -> Option<Reply> {
        let frame = Frame::window(&ctx.global_style()).inner_margin(20);
        let modal = Modal::new(Id::unique("dialog"))
            .frame(frame)
            .show(ctx, |ui| {
                ui.set_width(460.0);
                match self {
                    Self::Unsaved(then) => unsaved(ui, words, then),
                    Self::Path {
                        errand,
                        text,
                        waits,
                    } => path(ui, words, errand, text, *waits),
                    Self::Replace { errand, place } => replace(ui, words, errand, place),
                    Self::Overtaken { place, then } => overtaken(ui, words, place, then),
                    Self::Claimed(place) => claimed(ui, words, place),
                    Self::Unwritten {
                        errand,
                        place,
                        why,
                        is_protected,
                    } => {
                        let (errand, place) = (errand.clone(), place.clone());
                        let over = if *is_protected {
                            ("unwritten-over", Reply::Unprotected(errand.clone(), place))
                        } else {
                            ("unwritten-again", Reply::Confirmed(errand.clone(), place))
                        };
                        unwritten(ui, words, why, errand, over)
                    }
                    Self::Recover(lost) => recover(ui, words, lost),
                    Self::Ballots { told, goes_on } => ballots(ui, words, told, *goes_on),
                    Self::Unfit { base, lines } => unfit(ui, words, base, lines),
                    Self::Problems { title, lines } => problems(ui, words, title, lines),
                }
            });
        if modal.inner.is_none() && modal.should_close() {
            return Some(Reply::Dismiss);
        }
        modal.inner
    }
}

fn title(ui: &mut Ui, text: &str) {
    ui.label(bold(text).size(TITLE));
    ui.add_space(4.0);
}

/// Buttons in a row; gives the reply of the one pressed. The first is the one that Enter takes: none
/// that loses anything.
fn buttons(ui: &mut Ui, words: &Words, choices: Vec<(&str, Reply)>) -> Option<Reply> {
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let mut replied = None;
        for (place, (key, reply)) in choices.into_iter().enumerate() {
            let response = if place == 0 {
                let response = primary(ui, &words.get(key));
                focus::take(&response);
                response
            } else {
                ui.button(words.get(key))
            };
            if response.clicked() {
                replied = Some(reply);
            }
        }
        replied
    })
    .inner
}

/// A question about a file, and what can be answered.
fn about(
    ui: &mut Ui,
    words: &Words,
    heading: &str,
    question: &str,
    choices: Vec<(&str, Reply)>,
) -> Option<Reply> {
    title(ui, &words.get(heading));
    ui.label(question);
    buttons(ui, words, choices)
}

fn unsaved(ui: &mut Ui, words: &Words, then: &Then) -> Option<Reply> {
    title(ui, &words.get("unsaved-title"));
    ui.label(words.get("unsaved-question"));
    buttons(
        ui,
        words,
        vec![
            ("unsaved-save", Reply::SaveFirst(then.clone())),
            ("unsaved-discard", Reply::Discard(then.clone())),
            ("cancel", Reply::Dismiss),
        ],
    )
}

fn path(
    ui: &mut Ui,
    words: &Words,
    errand: &Errand,
    text: &mut String,
    waits: bool,
) -> Option<Reply> {
    title(ui, &words.get(errand.purpose.title_key()));
    ui.label(words.get("path-help"));
    let name = words.get("path-name");
    let edit = TextEdit::singleline(text).desired_width(f32::INFINITY);
    let field = own_text(ui, edit, &name);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !field.has_focus() && !entered && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let typed = Reply::Typed(errand.clone(), expand(text.trim()));
    let ok = if errand.purpose.opens() {
        "path-open"
    } else {
        "path-save"
    };
    let mut choices = vec![(ok, typed.clone()), ("cancel", Reply::Dismiss)];
    if waits {
        choices.insert(1, ("path-wait", Reply::Wait));
    }
    let reply = buttons(ui, words, choices);
    let reply = if entered { Some(typed.clone()) } else { reply };
    // Nothing was typed yet: there is no path to accept.
    reply.filter(|reply| *reply != typed || !text.trim().is_empty())
}

/// A leading `~` is the home folder, as people type it; an address is what programs copy as one; around
/// what Windows copies as a path stand quotation marks, which no name there can have.
fn expand(text: &str) -> PathBuf {
    let text = if cfg!(windows) {
        text.trim_matches('"')
    } else {
        text
    };
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (text.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        (None, Some(home)) if text == "~" => home,
        _ => meant(text),
    }
}

fn replace(ui: &mut Ui, words: &Words, errand: &Errand, place: &Place) -> Option<Reply> {
    let file = place.display().to_string();
    about(
        ui,
        words,
        "replace-title",
        &words.with("replace-question", &[("file", file)]),
        vec![
            ("cancel", Reply::Dismiss),
            (
                "replace-yes",
                Reply::Confirmed(errand.clone(), place.clone()),
            ),
        ],
    )
}

fn overtaken(ui: &mut Ui, words: &Words, place: &Place, then: &Option<Then>) -> Option<Reply> {
    let elsewhere = Errand {
        purpose: Purpose::Save,
        then: then.clone(),
    };
    let overwrite = Reply::Overwrite(place.clone(), then.clone());
    let file = place.display().to_string();
    about(
        ui,
        words,
        "overtaken-title",
        &words.with("overtaken-question", &[("file", file)]),
        vec![
            ("save-elsewhere", Reply::Elsewhere(elsewhere)),
            ("overtaken-mine", overwrite),
            ("overtaken-theirs", Reply::TakeTheirs(place.clone())),
            ("cancel", Reply::Dismiss),
        ],
    )
}

fn claimed(ui: &mut Ui, words: &Words, place: &Place) -> Option<Reply> {
    let file = place.display().to_string();
    about(
        ui,
        words,
        "claimed-title",
        &words.with("claimed-question", &[("file", file)]),
        vec![
            ("claimed-copy", Reply::OpenCopy(place.clone())),
            ("claimed-anyway", Reply::OpenAnyway(place.clone())),
            ("cancel", Reply::Dismiss),
        ],
    )
}

fn unwritten(
    ui: &mut Ui,
    words: &Words,
    why: &str,
    errand: Errand,
    over: (&str, Reply),
) -> Option<Reply> {
    title(ui, &words.get("problems-save"));
    ui.label(why);
    ui.add_space(4.0);
    ui.label(words.get("problems-safe"));
    let choices = vec![
        ("save-elsewhere", Reply::Elsewhere(errand)),
        over,
        ("cancel", Reply::Dismiss),
    ];
    buttons(ui, words, choices)
}

fn recover(ui: &mut Ui, words: &Words, lost: &Lost) -> Option<Reply> {
    let name = lost.original.as_ref().map_or_else(
        || words.get("recover-new"),
        |(path, _)| path.display().to_string(),
    );
    about(
        ui,
        words,
        "recover-title",
        &words.with("recover-question", &[("file", name)]),
        vec![
            ("recover-yes", Reply::Recover(lost.clone())),
            ("recover-later", Reply::Dismiss),
            ("recover-no", Reply::Forget(lost.clone())),
        ],
    )
}

fn ballots(ui: &mut Ui, words: &Words, told: &str, goes_on: bool) -> Option<Reply> {
    let mut choices = vec![
        ("recover-later", Reply::Dismiss),
        ("ballot-left-no", Reply::DropBallots),
    ];
    if goes_on {
        choices.insert(0, ("ballot-left-yes", Reply::GoOn));
    }
    about(ui, words, "ballot-left-title", told, choices)
}

/// What does not fit, and the choice to go on with a new profile.
fn unfit(ui: &mut Ui, words: &Words, base: &Option<Place>, lines: &[String]) -> Option<Reply> {
    title(ui, &words.get("knowledge-does-not-fit"));
    told(ui, lines);
    ui.label(words.get("knowledge-unfit-question"));
    buttons(
        ui,
        words,
        vec![
            ("cancel", Reply::Dismiss),
            ("knowledge-unfit-yes", Reply::UseUnfit(base.clone())),
        ],
    )
}

fn told(ui: &mut Ui, lines: &[String]) {
    scroll_in(ScrollArea::vertical().max_height(280.0), ui, |ui| {
        for line in lines {
            ui.label(line);
        }
    });
}

fn problems(ui: &mut Ui, words: &Words, heading: &str, lines: &[String]) -> Option<Reply> {
    title(ui, heading);
    told(ui, lines);
    ui.add_space(4.0);
    ui.label(words.get("problems-safe"));
    buttons(ui, words, vec![("close", Reply::Dismiss)])
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_or_pasted_as_a_path_is_understood() {
        let home = directories::BaseDirs::new().unwrap().home_dir().to_owned();
        for (typed, meant) in [
            ("/tmp/a b.attache", PathBuf::from("/tmp/a b.attache")),
            (
                "file:///tmp/a%20b%C3%A9.attache",
                "/tmp/a bé.attache".into(),
            ),
            ("~/a.attache", home.join("a.attache")),
            ("~", home),
            ("~a.attache", "~a.attache".into()),
            ("100%25.attache", "100%25.attache".into()),
        ] {
            assert_eq!(expand(typed), meant, "{typed}");
        }
    }
}
