//! The workbook behind a chart, so that whoever edits its data finds them in cells. Texts are texts: none
//! is ever a formula.

use std::fmt::Write;

use super::package::{Content, PackageError, Part, pack};
use crate::report::escape::xml;

/// One row of a chart: its name and its value.
pub struct Bar {
    pub name: String,
    pub value: f64,
}

/// Two columns under their heads: names, and the values of one series.
pub fn workbook(series: &str, bars: &[Bar]) -> Result<Vec<u8>, PackageError> {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let book = format!(
        "<workbook {space} \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let mut rows = format!(
        "<row r=\"1\">{}{}</row>",
        text("A1", ""),
        text("B1", series)
    );
    for (at, bar) in bars.iter().enumerate() {
        let row = at + 2;
        let name = text(&format!("A{row}"), &bar.name);
        let value = bar.value;
        let _ = write!(
            rows,
            "<row r=\"{row}\">{name}<c r=\"B{row}\"><v>{value}</v></c></row>"
        );
    }
    let sheet = format!(
        "<worksheet {space}><cols><col min=\"1\" max=\"1\" width=\"48\" customWidth=\"1\"/>\
         <col min=\"2\" max=\"2\" width=\"24\" customWidth=\"1\"/></cols>\
         <sheetData>{rows}</sheetData></worksheet>"
    );
    let sheet_name = "xl/worksheets/sheet1.xml";
    let parts = [
        Part::xml("xl/workbook.xml", Content::Book, &book).needs(Content::Sheet, sheet_name),
        Part::xml(sheet_name, Content::Sheet, &sheet),
    ];
    pack(&parts, &["xl/workbook.xml"])
}

fn text(cell: &str, text: &str) -> String {
    let text = xml(text);
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}
