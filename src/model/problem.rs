//! What can be wrong with a file, as data: where it is and what it is. `i18n` puts it into words.

use super::brand::LogoFlaw;

/// One problem in one file. Lines and columns count from 1; 0 means the file as a whole.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{file}:{line}:{column}: {field} {kind:?}")]
pub struct Problem {
    /// The name of the file, as it was given.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The path of the field, such as `factors.exposure.risk`; empty when the syntax is at fault.
    pub field: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// All the problems of one file; never empty in an `Err`.
pub type Problems = Vec<Problem>;

/// What is wrong, with what a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    // The writing.
    /// The file was written by a later version of the program.
    NewerFormat {
        /// What stands there.
        found: u32,
        /// The latest format that this version knows.
        known: u32,
    },
    /// No version of the program ever wrote such a format.
    UnknownFormat {
        /// What stands there.
        found: u32,
        /// The latest format that this version knows.
        known: u32,
    },
    /// A bracket or a quotation mark is never closed.
    EndsTooSoon,
    /// Something else stands where a number belongs.
    ExpectedNumber,
    /// A number whose decimal mark is a comma, such as `3,5`.
    DecimalComma {
        /// What stands there.
        found: String,
    },
    /// Something else stands where a text belongs.
    ExpectedText,
    /// Something else stands where this sign belongs.
    ExpectedSymbol {
        /// The sign.
        symbol: char,
    },
    /// Neither `None` nor `Some`.
    ExpectedOption,
    /// A field that does not exist here.
    UnknownField {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A name that is none of those expected.
    UnknownVariant {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A field that must be given.
    MissingField {
        /// Its name.
        name: String,
    },
    /// A value of another kind than expected.
    WrongType {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: String,
    },
    /// A sign that does not belong here.
    Unexpected {
        /// What stands there.
        found: String,
    },
    /// Something follows what should be the end.
    Trailing,
    /// More brackets within each other than are read.
    TooDeep,
    /// Bytes that are no text.
    NotUtf8,
    /// Wrong in a way for which there are no better words.
    Syntax,

    // What is written.
    /// A key, or an id of a list, given twice.
    Duplicate {
        /// What stands there.
        found: String,
    },
    /// Not a calendar date.
    BadDate {
        /// What stands there.
        found: String,
    },
    /// Not a time of a day.
    BadTime {
        /// What stands there.
        found: String,
    },
    /// An id of nothing in the knowledge base.
    UnknownId {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// An id that the knowledge base has and the file lacks.
    MissingId {
        /// The id.
        id: String,
    },
    /// A question without which there is no answer.
    MissingQuestion {
        /// The id.
        id: String,
    },
    /// A department that the knowledge base does not know and that has no name of its own.
    UnnamedDepartment {
        /// The id.
        id: String,
    },
    /// A number outside its range, ends included.
    OutOfRange {
        /// What stands there.
        found: f64,
        /// The least.
        low: f64,
        /// The greatest.
        high: f64,
    },
    /// A list of more items than it can hold.
    TooMany {
        /// What stands there.
        found: usize,
        /// How many there can be.
        most: usize,
    },
    /// A list that must have another number of items.
    WrongCount {
        /// What stands there.
        found: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// A text of more characters than these.
    TooLong {
        /// How many there can be.
        most: usize,
    },
    /// A text that must say something, in both languages.
    EmptyText,
    /// A list that must have an item.
    EmptyList,
    /// A curve that does not run from 0 to 100.
    CurveEnds,
    /// A point outside -1 to 1.
    CurveValue {
        /// What stands there.
        found: f64,
    },
    /// A point that is not to the right of the one before.
    CurveOrder,
    /// A curve that turns against its declared direction.
    NotMonotone {
        /// The alternative of the curve.
        to: String,
    },
    /// A reason that does not say once where the sliders are, or has other things in braces.
    Sentence,
    /// Not a colour.
    BadColor {
        /// What stands there.
        found: String,
    },
    /// A colour in which nothing can be read on white.
    PaleColor {
        /// What stands there.
        found: String,
        /// Its contrast with white, from 1.
        contrast: f64,
    },
    /// Not a logo that can be drawn everywhere.
    BadLogo(LogoFlaw),
    /// Something in a cell of a table.
    Cell {
        /// The name of its sheet; empty where the file has none.
        sheet: String,
        /// Where it is.
        at: CellAt,
        /// What is wrong there.
        what: Box<CellProblem>,
    },
    /// A table in which no column is headed by a slider.
    NoSliders {
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A table in which nobody says anything.
    NoOpinions,
    /// Ballots that were not written by this program, or for another knowledge base.
    NoUrn,
    /// More opinions than there is room for.
    OpinionsFull {
        /// How many there are.
        found: usize,
        /// How many can still be added.
        room: usize,
    },
    /// Further problems, not told one by one.
    Others {
        /// How many.
        count: usize,
    },

    // The file itself.
    /// There is no such file.
    NotFound,
    /// The file may not be read.
    ReadPermission,
    /// The file could not be read.
    ReadFailed {
        /// What the system says of it.
        why: String,
    },
    /// A folder.
    IsFolder,
    /// A pipe or a device.
    NotAFile,
    /// The network, the disk or the synchronised folder is out of reach for now.
    Away,
    /// Another program has the file open, and lets nobody else have it.
    InUse,
    /// More bytes than are read.
    TooLarge {
        /// In MiB.
        most: u64,
    },
    /// Not a presentation that can be read.
    NotADeck,
    /// A name in a presentation that leads out of it.
    DeckName {
        /// The name.
        found: String,
    },
    /// A presentation that is larger than this once it is unpacked.
    DeckInflates {
        /// In MiB.
        most: u64,
    },
    /// A part of a presentation that declares entities.
    DeckEntities {
        /// The name of the part.
        found: String,
    },
    /// A part of a presentation that is missing, or cannot be read.
    DeckBroken {
        /// The name of the part.
        found: String,
    },
    /// Not the table that the end of its name says it is, or one that is not read for safety.
    NotATable,
    /// A spreadsheet of a kind that is not read.
    OtherTable,
    /// A table of more rows or columns than are read.
    LargeTable {
        /// How many rows there can be.
        rows: usize,
        /// How many columns there can be.
        columns: usize,
    },
    /// A folded file that unfolds to more than is read.
    Unfolds {
        /// In MiB.
        most: u64,
    },
    /// The place may not be written.
    WritePermission,
    /// The folder is there, and the system lets this program put nothing into it.
    Shielded,
    /// The file is marked as read-only, or is someone else's.
    WriteProtected,
    /// The folder does not exist.
    NoFolder,
    /// Windows keeps this name for a device.
    ReservedName {
        /// The name, without its extension.
        found: String,
    },
    /// A sign that no name can have under Windows.
    NameSign {
        /// The sign.
        found: String,
    },
    /// A name that ends with a dot or a space, which Windows leaves out.
    NameEnd,
    /// A name that the system does not take: too long, or with signs that it refuses.
    BadName,
    /// There is no room.
    DiskFull,
    /// The file could not be written.
    WriteFailed {
        /// What the system says of it.
        why: String,
    },
}

/// Where a cell is, both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellAt {
    /// From the first row.
    pub row: usize,
    /// From the first column.
    pub column: usize,
}

impl CellAt {
    /// As spreadsheets name it: `C7`.
    pub fn name(self) -> String {
        let mut letters = Vec::new();
        let mut left = self.column + 1;
        while left > 0 {
            letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
            left = (left - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{}", self.row + 1)
    }
}

/// What is wrong in a cell of a table of opinions.
#[derive(Clone, Debug, PartialEq)]
pub enum CellProblem {
    /// A header that names no slider, or more than one.
    UnknownColumn {
        /// What stands there.
        found: String,
    },
    /// A second column for the same slider, or for names.
    ColumnTwice {
        /// What stands there.
        found: String,
    },
    /// Something in a column without a header.
    NoHeader,
    /// Something else than a number.
    NotANumber {
        /// What stands there.
        found: String,
    },
    /// A number under 0 or over 100.
    OutOfRange {
        /// What stands there.
        found: String,
    },
    /// Something else than how much a voice can count.
    NoVoice {
        /// What stands there.
        found: String,
    },
    /// Something else than the number of a ballot.
    NoRound {
        /// What stands there.
        found: String,
    },
    /// A day, into which spreadsheets turn some numbers.
    Day,
    /// A cell that is one with others, so that nobody knows which of them it speaks for.
    Merged,
    /// A name of more characters than these.
    LongName {
        /// How many there can be.
        most: usize,
    },
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn whole(file: &str, kind: ProblemKind) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            field: String::new(),
            kind,
        }
    }
}
