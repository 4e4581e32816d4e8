//! A sheet of a workbook: columns under a header that stays in view, as wide as what they hold.

use jiff::civil::Date;
use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::super::escape::is_held_by_xml;
use crate::i18n::Words;
use crate::model::Lang;

/// The widest column, in characters; longer texts go on in the next line.
const WIDEST: usize = 50;
/// The narrowest.
const NARROWEST: usize = 9;
/// Words of a header go on in the next line beyond this.
const HEADER: usize = 14;
/// Room beside the text, in characters.
const MARGIN: f64 = 2.5;
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The most lines of a row that are shown: spreadsheets know no higher rows.
const LINES: usize = 27;
/// A4, as spreadsheets number it.
const A4: u8 = 9;

/// What stands in a cell. A text is never anything but a text, whatever it begins with.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64, Digits),
    Day(Date),
}

/// How a number is shown; the cell holds all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    Whole,
    One,
    Two,
    /// A share from 0 to 1, in per cent.
    Share,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn whole(value: f64) -> Self {
        Self::Number(value, Digits::Whole)
    }

    pub fn one(value: f64) -> Self {
        Self::Number(value, Digits::One)
    }

    pub fn share(value: f64) -> Self {
        Self::Number(value, Digits::Share)
    }

    /// Of what may not be there.
    pub fn of<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// About how many characters wide it is shown.
    fn width(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Text(text) => {
                let lines = text.lines().map(|line| line.chars().count());
                lines.max().unwrap_or_default()
            }
            Self::Number(..) => 7,
            Self::Day(_) => 11,
        }
    }

    /// In how many lines it is shown in a column of so many characters.
    fn lines(&self, width: usize) -> usize {
        match self {
            Self::Text(text) => lines(text, width),
            _ => 1,
        }
    }
}

/// A sheet, row by row; every row is as long as the header.
pub struct Table {
    pub name: String,
    pub header: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// How many of the first columns stay in view.
    pub kept: u16,
}

/// How cells look.
pub struct Look {
    header: Format,
    /// Over numbers.
    header_right: Format,
    text: Format,
    day: Format,
    lang: Lang,
}

impl Look {
    pub fn new(lang: Lang) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let header = top
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_background_color(0xE4_EBF4)
            .set_border_bottom(FormatBorder::Thin);
        Self {
            header_right: header.clone().set_align(FormatAlign::Right).set_indent(1),
            header,
            text: top.clone().set_text_wrap(),
            day: top.set_align(FormatAlign::Left).set_num_format(match lang {
                Lang::Fr => "dd/mm/yyyy",
                Lang::En => "d mmm yyyy",
            }),
            lang,
        }
    }

    fn number(&self, digits: Digits) -> Format {
        let shown = match (digits, self.lang) {
            (Digits::Whole, _) => "0",
            (Digits::One, _) => "0.0",
            (Digits::Two, _) => "0.00",
            // A per cent sign stands apart in French.
            (Digits::Share, Lang::Fr) => "0.0\u{a0}%",
            (Digits::Share, Lang::En) => "0.0%",
        };
        // So that a number does not touch the text in the next column.
        let right = Format::new().set_align(FormatAlign::Right).set_indent(1);
        right.set_align(FormatAlign::Top).set_num_format(shown)
    }
}

impl Table {
    /// Adds the table to a workbook, and gives its sheet for what else stands on it.
    pub fn write<'a>(
        &self,
        workbook: &'a mut Workbook,
        look: &Look,
        words: &Words,
    ) -> Result<&'a mut Worksheet, XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.name)?;
        let widths: Vec<usize> = (0..self.header.len()).map(|at| self.width(at)).collect();
        for (column, (title, &width)) in (0..).zip(self.header.iter().zip(&widths)) {
            let cells = self
                .rows
                .iter()
                .filter_map(|row| row.get(usize::from(column)));
            let header = if cells.clone().any(|cell| matches!(cell, Cell::Number(..))) {
                &look.header_right
            } else {
                &look.header
            };
            sheet.write_string_with_format(0, column, held(title), header)?;
            sheet.set_column_width(column, width as f64 + MARGIN)?;
        }
        let titles = self.header.iter().zip(&widths);
        let titles = titles.map(|(title, &width)| lines(title, width));
        set_height(sheet, 0, titles.max())?;
        for (row, cells) in (1..).zip(&self.rows) {
            let needed = cells.iter().zip(&widths);
            set_height(
                sheet,
                row,
                needed.map(|(cell, &width)| cell.lines(width)).max(),
            )?;
            for (column, cell) in (0..).zip(cells) {
                put(sheet, (row, column), cell, look, words)?;
            }
        }
        sheet.set_freeze_panes(1, self.kept)?;
        sheet.set_landscape();
        sheet.set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_footer("&L&A&R&P / &N");
        Ok(sheet)
    }

    /// How wide a column is, in characters.
    fn width(&self, column: usize) -> usize {
        let title = self.header.get(column).map_or("", String::as_str);
        let longest = title.split(' ').map(|word| word.chars().count()).max();
        let header = longest
            .unwrap_or_default()
            .max(HEADER.min(title.chars().count()));
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(Cell::width).max().unwrap_or_default();
        header.max(widest).clamp(NARROWEST, WIDEST)
    }
}

/// Gives a row the height of so many lines. Not every program finds it out by itself.
fn set_height(sheet: &mut Worksheet, row: u32, lines: Option<usize>) -> Result<(), XlsxError> {
    let lines = lines.unwrap_or(1).min(LINES);
    if lines > 1 {
        sheet.set_row_height(row, LINE * lines as f64)?;
    }
    Ok(())
}

/// In how many lines a text is shown in a column of so many characters: words are not broken.
fn lines(text: &str, width: usize) -> usize {
    let of = |line: &str| {
        let mut count = 1;
        let mut used = 0;
        for word in line.split(' ').map(|word| word.chars().count()) {
            if used > 0 && used + 1 + word > width {
                count += 1;
                used = 0;
            }
            used += word + usize::from(used > 0);
            count += used.saturating_sub(1) / width.max(1);
            used = if used > width {
                used % width.max(1)
            } else {
                used
            };
        }
        count
    };
    text.lines().map(of).sum::<usize>().max(1)
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    look: &Look,
    words: &Words,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, held(text), &look.text)?;
        }
        Cell::Number(value, digits) => {
            sheet.write_number_with_format(row, column, *value, &look.number(*digits))?;
        }
        Cell::Day(day) => match day_of(*day) {
            Some(number) => {
                sheet.write_datetime_with_format(row, column, number, &look.day)?;
            }
            None => {
                sheet.write_string_with_format(row, column, words.date(*day), &look.text)?;
            }
        },
    }
    Ok(())
}

/// A day as spreadsheets count them; they know none before 1900.
pub fn day_of(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A text without what XML cannot hold.
pub fn held(text: &str) -> String {
    text.chars().filter(|&c| is_held_by_xml(c)).collect()
}
