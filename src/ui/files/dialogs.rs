//! The window's own dialogs: unsaved changes, a path to type, a file to replace, a file that someone
//! else has changed or has open, a bad file.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Frame, Id, Key, Modal, ScrollArea, TextEdit, Ui};

use crate::i18n::Words;
use crate::store::Lost;
use crate::ui::files::picker::Purpose;
use crate::ui::paint::style::{TITLE, bold};
use crate::ui::paint::widgets::own_text;

/// What was asked for and waits until the open work is safe.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    Close,
    New,
    Open,
    OpenPath(PathBuf),
    Example(usize),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The open work is not saved, and `Then` would lose it.
    Unsaved(Then),
    /// No system dialog: the path is typed.
    Path { purpose: Purpose, text: String },
    /// The typed path names a file that is already there.
    Replace { purpose: Purpose, path: PathBuf },
    /// Someone else has changed the file since it was read here.
    Overtaken(PathBuf),
    /// Another window has the file open.
    Claimed(PathBuf),
    /// A file could not be written: why, in a sentence.
    Unwritten {
        purpose: Purpose,
        path: PathBuf,
        why: String,
    },
    /// Unsaved work was left by a window that died.
    Recover(Lost),
    /// A file could not be read.
    Problems { title: String, lines: Vec<String> },
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    Dismiss,
    SaveFirst(Then),
    Discard(Then),
    Typed(Purpose, PathBuf),
    Confirmed(Purpose, PathBuf),
    /// Ask for another place.
    Elsewhere(Purpose),
    /// Save over what someone else has saved.
    Overwrite(PathBuf),
    /// Take what someone else has saved.
    TakeTheirs(PathBuf),
    OpenCopy(PathBuf),
    OpenAnyway(PathBuf),
    Recover(Lost),
    Forget(Lost),
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
                    Self::Path { purpose, text } => path(ui, words, *purpose, text),
                    Self::Replace { purpose, path } => replace(ui, words, *purpose, path),
                    Self::Overtaken(path) => overtaken(ui, words, path),
                    Self::Claimed(path) => claimed(ui, words, path),
                    Self::Unwritten { purpose, path, why } => {
                        unwritten(ui, words, *purpose, path, why)
                    }
                    Self::Recover(lost) => recover(ui, words, lost),
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

/// Buttons in a row; gives the reply of the one pressed.
fn buttons(ui: &mut Ui, words: &Words, choices: Vec<(&str, Reply)>) -> Option<Reply> {
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        choices
            .into_iter()
            .filter_map(|(key, reply)| ui.button(words.get(key)).clicked().then_some(reply))
            .next()
    })
    .inner
}

/// What is to become of a file: the question, and the choices.
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

fn path(ui: &mut Ui, words: &Words, purpose: Purpose, text: &mut String) -> Option<Reply> {
    title(ui, &words.get(purpose.title_key()));
    ui.label(words.get("path-help"));
    let name = words.get("path-name");
    let edit = TextEdit::singleline(text).desired_width(f32::INFINITY);
    let field = own_text(ui, edit, &name);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !field.has_focus() && !entered && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let typed = Reply::Typed(purpose, expand(text.trim()));
    let ok = if purpose.opens() {
        "path-open"
    } else {
        "path-save"
    };
    let reply = buttons(
        ui,
        words,
        vec![(ok, typed.clone()), ("cancel", Reply::Dismiss)],
    );
    let reply = if entered { Some(typed) } else { reply };
    // An empty path asks for nothing.
    reply.filter(|reply| *reply == Reply::Dismiss || !text.trim().is_empty())
}

/// A leading `~` is the home folder, as people type it.
fn expand(text: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (text.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
}

fn replace(ui: &mut Ui, words: &Words, purpose: Purpose, path: &Path) -> Option<Reply> {
    let file = path.display().to_string();
    about(
        ui,
        words,
        "replace-title",
        &words.with("replace-question", &[("file", file)]),
        vec![
            ("replace-yes", Reply::Confirmed(purpose, path.to_owned())),
            ("cancel", Reply::Dismiss),
        ],
    )
}

fn overtaken(ui: &mut Ui, words: &Words, path: &Path) -> Option<Reply> {
    let file = path.display().to_string();
    about(
        ui,
        words,
        "overtaken-title",
        &words.with("overtaken-question", &[("file", file)]),
        vec![
            ("save-elsewhere", Reply::Elsewhere(Purpose::Save)),
            ("overtaken-mine", Reply::Overwrite(path.to_owned())),
            ("overtaken-theirs", Reply::TakeTheirs(path.to_owned())),
            ("cancel", Reply::Dismiss),
        ],
    )
}

fn claimed(ui: &mut Ui, words: &Words, path: &Path) -> Option<Reply> {
    let file = path.display().to_string();
    about(
        ui,
        words,
        "claimed-title",
        &words.with("claimed-question", &[("file", file)]),
        vec![
            ("claimed-copy", Reply::OpenCopy(path.to_owned())),
            ("claimed-anyway", Reply::OpenAnyway(path.to_owned())),
            ("cancel", Reply::Dismiss),
        ],
    )
}

fn unwritten(
    ui: &mut Ui,
    words: &Words,
    purpose: Purpose,
    path: &Path,
    why: &str,
) -> Option<Reply> {
    title(ui, &words.get("problems-save"));
    ui.label(why);
    ui.add_space(4.0);
    ui.label(words.get("problems-safe"));
    buttons(
        ui,
        words,
        vec![
            ("save-elsewhere", Reply::Elsewhere(purpose)),
            (
                "unwritten-again",
                Reply::Confirmed(purpose, path.to_owned()),
            ),
            ("cancel", Reply::Dismiss),
        ],
    )
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

fn problems(ui: &mut Ui, words: &Words, heading: &str, lines: &[String]) -> Option<Reply> {
    title(ui, heading);
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for line in lines {
            ui.label(line);
        }
    });
    ui.add_space(4.0);
    ui.label(words.get("problems-safe"));
    buttons(ui, words, vec![("close", Reply::Dismiss)])
}
