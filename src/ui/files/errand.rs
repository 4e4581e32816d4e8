//! Questions for a file: what it is for, what is to follow, and what was answered.

use std::path::PathBuf;
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

/// Called from another thread when there is something new.
pub type Wake = Arc<dyn Fn() + Send + Sync>;
