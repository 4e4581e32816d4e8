//! Questions for a file: what it is for, what is to follow, and what was answered; and what can be done
//! with one that is written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::report::Paper;
use crate::store::{PROFILE_EXTENSION, Place};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
    ExportChart,
    ExportPage(Paper),
    ExportReport,
    /// The page, to be printed.
    Print,
    /// The day of the review, for a calendar.
    ExportCalendar,
    OpenKnowledge,
    ExportKnowledge,
}

impl Purpose {
    pub fn title_key(self) -> &'static str {
        match self {
            Self::Open => "picker-open",
            Self::Save => "picker-save",
            Self::ExportChart => "picker-export-chart",
            Self::ExportPage(_) | Self::Print => "picker-export-page",
            Self::ExportReport => "picker-export-report",
            Self::ExportCalendar => "picker-export-calendar",
            Self::OpenKnowledge => "picker-open-knowledge",
            Self::ExportKnowledge => "picker-export-knowledge",
        }
    }

    /// Key of the name of the kind of files that the dialog lists.
    pub fn filter_key(self) -> &'static str {
        match self {
            Self::Open | Self::Save => "filter-profile",
            Self::OpenKnowledge | Self::ExportKnowledge => "filter-knowledge",
            Self::ExportChart => "filter-chart",
            Self::ExportPage(_) | Self::Print => "filter-page",
            Self::ExportReport => "filter-markdown",
            Self::ExportCalendar => "filter-calendar",
        }
    }

    /// Whether the file is to be read.
    pub fn opens(self) -> bool {
        matches!(self, Self::Open | Self::OpenKnowledge)
    }

    /// What the file's name usually ends with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Open | Self::Save => PROFILE_EXTENSION,
            _ => self.extensions()[0],
        }
    }

    /// What the file's name may end with.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Save | Self::OpenKnowledge | Self::ExportKnowledge => &["ron"],
            Self::ExportChart => &["svg", "png", "pdf"],
            Self::ExportPage(_) => &["pdf", "png", "svg"],
            Self::Print => &["pdf"],
            Self::ExportReport => &["md"],
            Self::ExportCalendar => &["ics"],
        }
    }
}

/// What a file is for, and what is to follow once it is saved. Both travel with the question, so that
/// a question that is cancelled leaves nothing to follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Errand {
    pub purpose: Purpose,
    pub then: Option<Then>,
}

impl From<Purpose> for Errand {
    fn from(purpose: Purpose) -> Self {
        Self {
            purpose,
            then: None,
        }
    }
}

/// The answer to a question for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Path(PathBuf),
    Cancelled,
    /// There is no dialog, or it failed: the window has to ask itself.
    Unavailable,
}

/// What a dialog shows at first.
pub struct Request {
    pub purpose: Purpose,
    pub title: String,
    /// The name of the kind of files that it lists.
    pub filter: String,
    pub folder: Option<PathBuf>,
    pub name: String,
}

/// Something that would lose unsaved work, and therefore waits until that is saved or given up.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    Close,
    New,
    Open,
    OpenPath(Place),
    /// By its place in the list of examples.
    Example(usize),
    /// An example by its place in the list, to be made one's own.
    Adapt(usize),
    /// A new profile for the knowledge base of this file, the built-in one if `None`.
    Knowledge(Option<Place>),
}

/// What to do with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// In the program that the system has for it.
    Open,
    /// In its folder, by the system's own program for files.
    Reveal,
    /// On paper.
    Print,
}

impl Deed {
    /// In the order in which they are offered.
    const ALL: [Self; 3] = [Self::Open, Self::Reveal, Self::Print];
    /// What keys do with the document that was exported last.
    pub const AGAIN: [Self; 2] = [Self::Open, Self::Reveal];

    /// What is offered for a document: only a PDF is printed as it is, and what the window itself
    /// reads is opened there.
    pub fn offered(path: &Path) -> impl Iterator<Item = Self> {
        let ends = |end: &str| {
            path.extension()
                .is_some_and(|of| of.eq_ignore_ascii_case(end))
        };
        let (prints, opens) = (ends("pdf"), !ends("ron"));
        Self::ALL.into_iter().filter(move |deed| match deed {
            Self::Open => opens,
            Self::Reveal => true,
            Self::Print => prints,
        })
    }

    /// Key of its name beside the news of a document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "after-open",
            Self::Reveal => "after-reveal",
            Self::Print => "after-print",
        }
    }
}

/// What became of a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The system does it.
    Done,
    /// It is open in a program from which it can be printed: the system does not print by itself.
    InViewer,
    /// Somebody cancelled it.
    Cancelled,
    /// Nothing on this computer does it.
    Unable,
}

/// Called from another thread when there is something new.
pub type Wake = Arc<dyn Fn() + Send + Sync>;
