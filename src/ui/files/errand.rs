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
    /// Opinions on the open company: several files at a time.
    AddOpinions,
    Save,
    ExportChart,
    ExportPage(Paper),
    ExportReport,
    ExportDeck,
    OpenTemplate,
    ExportWorkbook,
    ExportQuestionnaire,
    /// The page, to be printed.
    Print,
    /// The day of the review, for a calendar.
    ExportCalendar,
    OpenKnowledge,
    ExportKnowledge,
    OpenLogo,
}

impl Purpose {
    pub fn title_key(self) -> &'static str {
        match self {
            Self::Open => "picker-open",
            Self::AddOpinions => "picker-opinions",
            Self::Save => "picker-save",
            Self::ExportChart => "picker-export-chart",
            Self::ExportPage(_) | Self::Print => "picker-export-page",
            Self::ExportReport => "picker-export-report",
            Self::ExportCalendar => "picker-export-calendar",
            Self::ExportWorkbook => "picker-export-workbook",
            Self::ExportQuestionnaire => "picker-export-questionnaire",
            Self::ExportDeck => "picker-export-deck",
            Self::OpenTemplate => "picker-template",
            Self::OpenKnowledge => "picker-open-knowledge",
            Self::ExportKnowledge => "picker-export-knowledge",
            Self::OpenLogo => "picker-open-logo",
        }
    }

    /// The kinds of files that the dialog lists, one at a time; the first is listed at first.
    pub fn kinds(self) -> &'static [Kind] {
        const OPENED: &[Kind] = &[
            kind("filter-profile", &[PROFILE_EXTENSION, "attache.ron"]),
            FORMER,
        ];
        const OPINIONS: &[Kind] = &[
            kind(
                "filter-opinions",
                &[
                    PROFILE_EXTENSION,
                    "attache.ron",
                    "xlsx",
                    "xlsm",
                    "csv",
                    "tsv",
                    "txt",
                ],
            ),
            FORMER,
        ];
        const SAVED: &[Kind] = &[kind("filter-profile", &[PROFILE_EXTENSION]), FORMER];
        const BASES: &[Kind] = &[kind("filter-knowledge", &["ron"])];
        const CHARTS: &[Kind] = &[kind("filter-chart", &["svg", "png", "pdf"])];
        const PAGES: &[Kind] = &[kind("filter-page", &["pdf", "png", "svg"])];
        const REPORTS: &[Kind] = &[kind("filter-report", &["html", "md"])];
        const LOGOS: &[Kind] = &[kind("filter-logo", &["svg", "png"])];
        const WORKBOOKS: &[Kind] = &[kind("filter-workbook", &["xlsx"])];
        const PRINTED: &[Kind] = &[kind("filter-page", &["pdf"])];
        const CALENDARS: &[Kind] = &[kind("filter-calendar", &["ics"])];
        const DECKS: &[Kind] = &[kind("filter-deck", &["pptx"])];
        const TEMPLATES: &[Kind] = &[kind("filter-template", &["potx", "pptx"])];
        match self {
            Self::Open => OPENED,
            Self::AddOpinions => OPINIONS,
            Self::Save => SAVED,
            Self::OpenKnowledge | Self::ExportKnowledge => BASES,
            Self::ExportChart => CHARTS,
            Self::ExportPage(_) => PAGES,
            Self::Print => PRINTED,
            Self::ExportReport => REPORTS,
            Self::ExportWorkbook | Self::ExportQuestionnaire => WORKBOOKS,
            Self::ExportDeck => DECKS,
            Self::ExportCalendar => CALENDARS,
            Self::OpenTemplate => TEMPLATES,
            Self::OpenLogo => LOGOS,
        }
    }

    /// Whether the file is to be read.
    pub fn opens(self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::AddOpinions
                | Self::OpenKnowledge
                | Self::OpenTemplate
                | Self::OpenLogo
        )
    }

    /// Whether several files can be chosen at once.
    pub fn takes_several(self) -> bool {
        self == Self::AddOpinions
    }

    /// What the file's name usually ends with.
    pub fn extension(self) -> &'static str {
        self.kinds()[0].extensions[0]
    }

    /// What the file's name may end with.
    pub fn extensions(self) -> impl Iterator<Item = &'static str> {
        self.kinds()
            .iter()
            .flat_map(|kind| kind.extensions)
            .copied()
    }
}

/// A kind of files that a dialog lists.
#[derive(Debug)]
pub struct Kind {
    /// Key of its name.
    pub name: &'static str,
    /// What the names of such files end with, without the dot before it.
    pub extensions: &'static [&'static str],
}

const fn kind(name: &'static str, extensions: &'static [&'static str]) -> Kind {
    Kind { name, extensions }
}

/// Profiles under the extension of any RON.
const FORMER: Kind = kind("filter-former", &["ron"]);

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
    /// Where several could be chosen.
    Paths(Vec<PathBuf>),
    Cancelled,
    /// There is no dialog, or it failed: the window has to ask itself.
    Unavailable,
}

/// What a dialog shows at first.
pub struct Request {
    pub purpose: Purpose,
    pub title: String,
    /// The kinds of files that it lists, by name, and what such files end with.
    pub filters: Vec<(String, &'static [&'static str])>,
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
