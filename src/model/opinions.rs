//! Opinions from a table, one row for each person: a column for the name, one for each slider, by its
//! label in either language or by its id, and, where they are told, how much the voice counts and which
//! ballot it was cast in. A question mark is that the person does not know; a factor of which every cell
//! is empty is left to the others.

use std::collections::BTreeMap;

use super::knowledge::{Knowledge, SliderAt};
use super::limits::{MAX_NAME, MAX_VOICE, MIN_VOICE};
use super::problem::{CellAt, CellProblem, Problem, ProblemKind, Problems};
use super::profile::{Opinion, Scenario, Setting};
use super::text::Lang;

/// How many cells are told one by one.
const TOLD: usize = 100;

/// What the column of names is called, in either language.
const NAMES: [&str; 2] = ["nom", "name"];
/// What the column of voices is called, in either language.
const VOICES: [&str; 2] = ["voix", "voice"];
/// What the column of ballots is called, in either language.
const ROUNDS: [&str; 2] = ["tour", "round"];
/// That a person does not know.
const UNKNOWN: &str = "?";

/// A sheet, from its first row and its first column on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty where the file has no sheets.
    pub name: String,
    /// Rows need not be of one length.
    pub rows: Vec<Vec<Cell>>,
    /// Cells that are one with others: the first of each such block.
    pub merged: Vec<CellAt>,
}

/// What a cell holds: of a formula, its result.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number, as it is shown: 45 for 45 %.
    Number(f64),
    /// A day or a time, into which spreadsheets turn some numbers.
    Day,
    /// The result of a formula that has none, such as `#REF!`; or true or false.
    Other(String),
}

impl Cell {
    fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// As it is told of.
    fn told(&self) -> String {
        match self {
            Self::Empty | Self::Day => String::new(),
            Self::Text(text) | Self::Other(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Name,
    Voice,
    Round,
    Slider(SliderAt),
    /// Nothing, and it is headed by nothing.
    Blank,
    /// What its header says is not known; that is told once.
    Wrong,
}

/// Reads the opinions of a sheet on a company, for which there is `room`. A factor on which someone
/// says nothing they leave to the others; a slider alone that is left out stays as the company has it, and
/// so does a factor that is not asked.
///
/// # Errors
/// Every problem of every cell: nothing is read in part.
pub fn opinions(
    knowledge: &Knowledge,
    file: &str,
    sheet: &Sheet,
    company: &Scenario,
    room: usize,
) -> Result<Vec<Opinion>, Problems> {
    let mut reading = Reading {
        knowledge,
        file,
        sheet,
        problems: Vec::new(),
        others: 0,
    };
    let Some(head) = sheet
        .rows
        .iter()
        .position(|row| !row.iter().all(Cell::is_empty))
    else {
        return Err(vec![Problem::whole(file, ProblemKind::NoOpinions)]);
    };
    let columns = reading.columns(head);
    if !columns
        .iter()
        .any(|column| matches!(column, Column::Slider(_)))
    {
        let known = knowledge.sliders();
        let known = known.map(|slider| knowledge.quantity(slider).id.clone());
        let expected = known.collect();
        return Err(vec![Problem::whole(
            file,
            ProblemKind::NoSliders { expected },
        )]);
    }
    for &at in &sheet.merged {
        reading.wrong(at, CellProblem::Merged);
    }
    let mut found = Vec::new();
    for row in head + 1..sheet.rows.len() {
        found.extend(reading.opinion(row, &columns, company));
    }
    if found.is_empty() && reading.problems.is_empty() {
        reading.whole(ProblemKind::NoOpinions);
    }
    if found.len() > room {
        let found = found.len();
        reading.whole(ProblemKind::OpinionsFull { found, room });
    }
    if reading.others > 0 {
        let count = reading.others;
        reading.whole(ProblemKind::Others { count });
    }
    if reading.problems.is_empty() {
        Ok(found)
    } else {
        Err(reading.problems)
    }
}

struct Reading<'a> {
    knowledge: &'a Knowledge,
    file: &'a str,
    sheet: &'a Sheet,
    problems: Problems,
    /// How many more there are.
    others: usize,
}

impl Reading<'_> {
    fn whole(&mut self, kind: ProblemKind) {
        self.problems.push(Problem::whole(self.file, kind));
    }

    fn wrong(&mut self, at: CellAt, what: CellProblem) {
        if self.problems.len() >= TOLD {
            self.others += 1;
            return;
        }
        let sheet = self.sheet.name.clone();
        let what = Box::new(what);
        self.whole(ProblemKind::Cell { sheet, at, what });
    }

    /// What each column holds, by the first row that says anything.
    fn columns(&mut self, head: usize) -> Vec<Column> {
        let sheet = self.sheet;
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut columns: Vec<Column> = Vec::new();
        for place in 0..width {
            let at = CellAt {
                row: head,
                column: place,
            };
            let cell = sheet.rows[head].get(place).unwrap_or(&Cell::Empty);
            let column = if cell.is_empty() {
                self.headless(head, place)
            } else {
                self.column(cell, at)
            };
            if !matches!(column, Column::Blank | Column::Wrong) && columns.contains(&column) {
                self.wrong(at, CellProblem::ColumnTwice { found: cell.told() });
            }
            columns.push(column);
        }
        columns
    }

    fn column(&mut self, cell: &Cell, at: CellAt) -> Column {
        let found = cell.told();
        let asked = plain(&found);
        if NAMES.contains(&asked.as_str()) {
            return Column::Name;
        }
        if VOICES.contains(&asked.as_str()) {
            return Column::Voice;
        }
        if ROUNDS.contains(&asked.as_str()) {
            return Column::Round;
        }
        let knowledge = self.knowledge;
        let mut named = knowledge.sliders().filter(|&slider| {
            let quantity = knowledge.quantity(slider);
            let labels = Lang::ALL.map(|lang| plain(quantity.label.get(lang)));
            plain(&quantity.id) == asked || labels.contains(&asked)
        });
        match (named.next(), named.next()) {
            (Some(slider), None) => Column::Slider(slider),
            _ => {
                self.wrong(at, CellProblem::UnknownColumn { found });
                Column::Wrong
            }
        }
    }

    /// A column without a header: nothing may stand in it.
    fn headless(&mut self, head: usize, place: usize) -> Column {
        let mut below = self.sheet.rows.iter().skip(head + 1);
        let full = below.position(|row| row.get(place).is_some_and(|cell| !cell.is_empty()));
        match full {
            Some(below) => {
                let row = head + 1 + below;
                self.wrong(CellAt { row, column: place }, CellProblem::NoHeader);
                Column::Wrong
            }
            None => Column::Blank,
        }
    }

    /// The opinion of a row; `None` where it says nothing of any slider.
    fn opinion(&mut self, row: usize, columns: &[Column], company: &Scenario) -> Option<Opinion> {
        let sheet = self.sheet;
        let cells = sheet.rows.get(row)?;
        let mut opinion = Opinion::new(company.named(""));
        // Per factor that is asked: whether something is said of it, and whether anything is known.
        let mut asked: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
        for (place, column) in columns.iter().enumerate() {
            let at = CellAt { row, column: place };
            let cell = cells.get(place).unwrap_or(&Cell::Empty);
            match column {
                Column::Name => opinion.view.name = self.name(cell, at),
                Column::Voice => opinion.voice = self.voice(cell, at),
                Column::Round => opinion.round = self.round(cell, at),
                Column::Slider(slider) => {
                    let knowledge = self.knowledge;
                    let factor = &knowledge.factors[slider.factor];
                    let (says, knows) = asked.entry(&factor.id).or_default();
                    if cell.is_empty() {
                        continue;
                    }
                    *says = true;
                    let said = if cell.told() == UNKNOWN {
                        Setting::UNKNOWN
                    } else if let Some(value) = self.value(cell, at) {
                        *knows = true;
                        let id = &knowledge.quantity(*slider).id;
                        let input = opinion.view.factors.get(&factor.id);
                        let set = input.and_then(|input| input.quantities.get(id));
                        (value, set.map_or(0.0, |set| set.plus_minus))
                    } else {
                        *knows = true;
                        continue;
                    };
                    let input = opinion.view.factors.get_mut(&factor.id);
                    let id = &knowledge.quantity(*slider).id;
                    let setting = input.and_then(|input| input.quantities.get_mut(id));
                    if let Some(setting) = setting {
                        (setting.value, setting.plus_minus) = said;
                    }
                }
                Column::Blank | Column::Wrong => {}
            }
        }
        let says = asked.values().any(|(says, _)| *says);
        for (id, (says, knows)) in asked {
            match (says, knows) {
                (false, _) => {
                    opinion.view.factors.shift_remove(id);
                }
                (true, true) => {
                    if let Some(input) = opinion.view.factors.get_mut(id) {
                        input.unknown = false;
                    }
                }
                // Of a factor that nobody knows the sliders stay where they were.
                (true, false) => {
                    if let (Some(input), Some(set)) =
                        (opinion.view.factors.get_mut(id), company.factors.get(id))
                    {
                        input.clone_from(set);
                        input.unknown = true;
                    }
                }
            }
        }
        says.then_some(opinion)
    }

    /// How much a voice counts; the usual one where nothing is said.
    fn voice(&mut self, cell: &Cell, at: CellAt) -> f64 {
        let usual = 1.0;
        if cell.is_empty() {
            return usual;
        }
        let told = numeric(cell).filter(|voice| (MIN_VOICE..=MAX_VOICE).contains(voice));
        told.unwrap_or_else(|| {
            let found = cell.told();
            self.wrong(at, CellProblem::NoVoice { found });
            usual
        })
    }

    /// Which ballot an opinion was cast in; none where nothing is said.
    fn round(&mut self, cell: &Cell, at: CellAt) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        let whole = |round: &f64| (0.0..=1000.0).contains(round) && round.fract() == 0.0;
        let told = numeric(cell).filter(whole).map(|round| round as u32);
        told.unwrap_or_else(|| {
            let found = cell.told();
            self.wrong(at, CellProblem::NoRound { found });
            0
        })
    }

    fn name(&mut self, cell: &Cell, at: CellAt) -> String {
        let name = cell.told();
        if name.chars().count() > MAX_NAME {
            self.wrong(at, CellProblem::LongName { most: MAX_NAME });
        }
        let words: Vec<&str> = name.split_whitespace().collect();
        let name = words.join(" ");
        name.chars().filter(|c| !c.is_control()).collect()
    }

    /// The value of a slider, from 0 to 100.
    fn value(&mut self, cell: &Cell, at: CellAt) -> Option<f64> {
        if *cell == Cell::Day {
            self.wrong(at, CellProblem::Day);
            return None;
        }
        let value = numeric(cell);
        let found = cell.told();
        let Some(value) = value else {
            self.wrong(at, CellProblem::NotANumber { found });
            return None;
        };
        if !(0.0..=100.0).contains(&value) {
            self.wrong(at, CellProblem::OutOfRange { found });
            return None;
        }
        Some(value)
    }
}

/// A text as it is compared: without what people do not type alike.
fn plain(text: &str) -> String {
    let text = text.replace('\u{2019}', "'").to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The number that a cell holds, as a number or as a text.
fn numeric(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => number(text),
        Cell::Day | Cell::Other(_) | Cell::Empty => None,
    }
}

/// A number as people write it: `45`, `45.5`, `45,5`, `45 %`.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    if !text.chars().all(sign) {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, read) in [
            ("45", Some(45.0)),
            (" 45,5 ", Some(45.5)),
            ("45.5", Some(45.5)),
            ("45\u{a0}%", Some(45.0)),
            ("-3", Some(-3.0)),
            ("1.234,5", None),
            ("inf", None),
            ("1e2", None),
            ("=1+1", None),
            ("", None),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
    }
}
