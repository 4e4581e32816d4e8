//! What files are asked for, what is wished to follow, and what is answered.

use std::path::PathBuf;
use std::sync::Arc;

use crate::report::Paper;
use crate::store::{PROFILE_EXTENSION, Place};

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
    ExportChart,
    ExportPage(Paper),
    ExportReport,
    OpenKnowledge,
    ExportKnowledge,
}

impl Purpose {
    pub fn title_key(self) -> &'static str {
        match self {
            Self::Open => "picker-open",
            Self::Save => "picker-save",
            Self::ExportChart => "picker-export-chart",
            Self::ExportPage(_) => "picker-export-page",
            Self::ExportReport => "picker-export-report",
            Self::OpenKnowledge => "picker-open-knowledge",
            Self::ExportKnowledge => "picker-export-knowledge",
        }
    }

    /// Key of the name of the files that are listed.
    pub fn filter_key(self) -> &'static str {
        match self {
            Self::Open | Self::Save => "filter-profile",
            Self::OpenKnowledge | Self::ExportKnowledge => "filter-knowledge",
            Self::ExportChart => "filter-chart",
            Self::ExportPage(_) => "filter-page",
            Self::ExportReport => "filter-markdown",
        }
    }

    /// Whether the file is to be read.
    pub fn opens(self) -> bool {
        matches!(self, Self::Open | Self::OpenKnowledge)
    }

    /// The usual end of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Open | Self::Save => PROFILE_EXTENSION,
            _ => self.extensions()[0],
        }
    }

    /// The ends that are understood.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Save | Self::OpenKnowledge | Self::ExportKnowledge => &["ron"],
            Self::ExportChart => &["svg", "png", "pdf"],
            Self::ExportPage(_) => &["pdf", "png", "svg"],
            Self::ExportReport => &["md"],
        }
    }
}

/// What a file is asked for, and what goes on once it is saved. The wish travels with the question,
/// so that it is gone when the question is.
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

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Path(PathBuf),
    Cancelled,
    /// No dialog could be shown, or it failed: ask within the window.
    Unavailable,
}

/// What a dialog starts from.
pub struct Request {
    pub purpose: Purpose,
    pub title: String,
    /// The name of the files that are listed.
    pub filter: String,
    pub folder: Option<PathBuf>,
    pub name: String,
}

/// What was asked for and waits until the open work is safe.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    Close,
    New,
    Open,
    OpenPath(Place),
    /// By its place in the list of examples.
    Example(usize),
    /// A new profile for the knowledge base of this file, the built-in one if `None`.
    Knowledge(Option<Place>),
}

/// Called from another thread when there is something new.
pub type Wake = Arc<dyn Fn() + Send + Sync>;
