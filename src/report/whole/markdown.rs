//! The whole answer in Markdown.

use super::content::{Block, Span, Style, Table, Whole};
use crate::report::escape::{block, inline};

pub(super) fn write(whole: &Whole) -> String {
    let mut out = format!("# {}\n\n", inline(&whole.title));
    for mark in [&whole.brand.client, &whole.brand.confidentiality] {
        if !mark.trim().is_empty() {
            out += &format!("{}\n\n", inline(mark));
        }
    }
    for part in &whole.blocks {
        let text = match part {
            Block::Heading(level, text) => {
                format!("{} {}\n\n", "#".repeat((*level).into()), inline(text))
            }
            Block::Paragraph(line) => spans(line) + "\n\n",
            Block::Own(text) => block(text) + "\n\n",
            Block::Quote(text) => format!("> {}\n\n", inline(text)),
            Block::List(items) => {
                let items = items.iter().map(|item| format!("- {}\n", spans(item)));
                items.collect::<String>() + "\n"
            }
            Block::Table(rows) => table(rows) + "\n",
            Block::Figure(_) => String::new(),
        };
        out.push_str(&text);
    }
    out
}

fn spans(line: &[Span]) -> String {
    // As one line, for what stands at its beginning means something.
    let mut out = String::new();
    for span in line {
        let text = inline(&span.text);
        let text = match span.style {
            Style::Plain => text,
            Style::Strong => format!("**{text}**"),
            Style::Aside => format!("*{text}*"),
        };
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&text);
    }
    out
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells = cells.iter().map(|cell| format!(" {} |", inline(cell)));
        format!("|{}\n", cells.collect::<String>())
    };
    let numbers = "---:|".repeat(table.head.len().saturating_sub(1));
    let mut out = row(&table.head) + "|---|" + &numbers + "\n";
    for cells in &table.rows {
        out.push_str(&row(cells));
    }
    out
}
