//! The whole answer as one page for a browser: nothing is fetched and nothing runs. What people wrote is
//! text wherever it stands.

use std::fmt::Write;

use super::content::{Block, Figure, Span, Style, Table, Whole};
use crate::analysis::Findings;
use crate::chart::{Size, Structure, lay_out};
use crate::draw::{Palette, Scene};
use crate::model::{Header, Scenario};
use crate::report::escape;
use crate::report::shares::Shares;
use crate::report::svg::{Inlined, inlined};
use crate::wording::Teller;

const STYLE: &str = include_str!("../../../assets/report.css");
/// What the page may do: nothing but what it holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";
/// The rooms for which a figure is laid out: a window, and a phone.
const WIDE: Size = Size {
    width: 760.0,
    height: 460.0,
};
const NARROW: Size = Size {
    width: 340.0,
    height: 560.0,
};

/// What the figures are drawn from.
pub(super) struct Drawer<'a> {
    pub teller: Teller<'a>,
    pub header: &'a Header,
    pub scenario: &'a Scenario,
    pub findings: &'a Findings,
    pub shares: Shares,
    pub palette: Palette,
}

/// A text for a page: escaped, and without what would change the direction of what follows it.
fn text(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    escape::xml(&text.replace(turns, ""))
}

pub(super) fn write(whole: &Whole, drawer: &Drawer<'_>) -> String {
    let words = drawer.teller.words;
    let title = words.with("whole-title", &[("company", whole.title.as_str())]);
    let mut page = Page {
        out: String::new(),
        drawer,
        figures: 0,
        sections: 0,
    };
    let (accent, lang) = (drawer.palette.accent.hex(), whole.lang.code());
    page.put(&format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"generator\" content=\"Attache\"/>\n<title>{}</title>\n\
         <style>\n:root {{ --accent: {accent}; }}\n{STYLE}</style>\n</head>\n<body>\n<header>\n",
        text(&title)
    ));
    let brand = &whole.brand;
    if let Some(logo) = &brand.logo {
        let told = words.get("brand-logo");
        let (source, told) = (logo.data_url(), text(&told));
        page.put(&format!(
            "<img class=\"logo\" src=\"{source}\" alt=\"{told}\"/>\n"
        ));
    }
    page.mark(&brand.client);
    page.put(&format!("<h1 dir=\"auto\">{}</h1>\n", text(&whole.title)));
    page.mark(&brand.confidentiality);
    page.put("</header>\n<main>\n<section class=\"answer\">\n");
    let contents = whole.blocks.iter().position(Block::is_section);
    for (at, block) in whole.blocks.iter().enumerate() {
        if Some(at) == contents {
            page.put("</section>\n");
            page.contents(whole);
        }
        page.block(block, at > contents.unwrap_or_default());
    }
    page.put("</section>\n</main>\n");
    if !brand.confidentiality.trim().is_empty() {
        page.put("<footer>\n");
        page.mark(&brand.confidentiality);
        page.put("</footer>\n");
    }
    page.put("</body>\n</html>\n");
    page.out
}

impl Block {
    fn is_section(&self) -> bool {
        matches!(self, Self::Heading(2, _))
    }
}

/// What is written so far.
struct Page<'a> {
    out: String,
    drawer: &'a Drawer<'a>,
    figures: usize,
    sections: usize,
}

impl Page<'_> {
    fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn mark(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.put(&format!(
                "<p class=\"mark\" dir=\"auto\">{}</p>\n",
                text(line.trim())
            ));
        }
    }

    /// The headings, to go to.
    fn contents(&mut self, whole: &Whole) {
        let told = text(&self.drawer.teller.words.get("whole-contents"));
        self.put(&format!(
            "<nav aria-label=\"{told}\">\n<details>\n<summary>{told}</summary>\n<ul>\n"
        ));
        let headings = whole.blocks.iter().filter(|block| block.is_section());
        for (index, block) in headings.enumerate() {
            if let Block::Heading(_, heading) = block {
                let (number, heading) = (index + 1, text(heading));
                self.put(&format!("<li><a href=\"#s{number}\">{heading}</a></li>\n"));
            }
        }
        self.put("</ul>\n</details>\n</nav>\n");
    }

    /// Writes a part; `follows` where it comes after the first section.
    fn block(&mut self, block: &Block, follows: bool) {
        match block {
            Block::Heading(2, heading) => {
                if follows {
                    self.put("</section>\n");
                }
                self.sections += 1;
                let (number, heading) = (self.sections, text(heading));
                self.put(&format!(
                    "<section aria-labelledby=\"s{number}\">\n<h2 id=\"s{number}\">{heading}</h2>\n"
                ));
            }
            Block::Heading(level, heading) => {
                let heading = text(heading);
                self.put(&format!("<h{level}>{heading}</h{level}>\n"));
            }
            Block::Paragraph(line) => self.put(&format!("<p dir=\"auto\">{}</p>\n", spans(line))),
            Block::Own(own) => {
                let own = text(&own.trim().replace("\r\n", "\n").replace('\r', "\n"));
                self.put(&format!("<p class=\"own\" dir=\"auto\">{own}</p>\n"));
            }
            Block::List(items) => {
                self.put("<ul>\n");
                for item in items {
                    self.put(&format!("<li dir=\"auto\">{}</li>\n", spans(item)));
                }
                self.put("</ul>\n");
            }
            Block::Table(rows) => self.table(rows),
            Block::Quote(quote) => {
                self.put(&format!(
                    "<blockquote>\n<p>{}</p>\n</blockquote>\n",
                    text(quote)
                ));
            }
            Block::Figure(figure) => self.figure(*figure),
        }
    }

    fn table(&mut self, table: &Table) {
        let caption = text(&table.caption);
        self.put(&format!(
            "<table>\n<caption>{caption}</caption>\n<thead>\n<tr>"
        ));
        for cell in &table.head {
            self.put(&format!("<th scope=\"col\">{}</th>", text(cell)));
        }
        self.put("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.put("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let cell = text(cell);
                self.put(&if column == 0 {
                    format!("<th scope=\"row\">{cell}</th>")
                } else {
                    format!("<td>{cell}</td>")
                });
            }
            self.put("</tr>\n");
        }
        self.put("</tbody>\n</table>\n");
    }

    /// A figure, once for a wide window and once for a phone.
    fn figure(&mut self, figure: Figure) {
        let drawer = self.drawer;
        let (title, description) = drawer.told(figure);
        for (class, size) in [("wide", WIDE), ("narrow", NARROW)] {
            self.figures += 1;
            let scene = drawer.scene(figure, size);
            let drawn = inlined(&Inlined {
                scene: &scene,
                palette: &drawer.palette,
                name: &format!("f{}", self.figures),
                title: &title,
                description: &description,
            });
            let _ = write!(self.out, "<figure class=\"{class}\">\n{drawn}</figure>\n");
        }
    }
}

fn spans(line: &[Span]) -> String {
    let mut out: Vec<String> = Vec::new();
    for span in line {
        let told = text(&span.text);
        out.push(match span.style {
            Style::Plain => told,
            Style::Strong => format!("<strong>{told}</strong>"),
            Style::Aside => format!("<em>{told}</em>"),
        });
    }
    out.join(" ")
}

impl Drawer<'_> {
    /// What a figure is called, and what it shows.
    fn told(&self, figure: Figure) -> (String, String) {
        let words = self.teller.words;
        match figure {
            Figure::Chart => {
                let date = words.date(self.header.date);
                let title = words.with("chart-title", &[("date", date)]);
                (title, self.teller.sentence(&self.findings.verdicts))
            }
            Figure::Shares => {
                let dated = self.teller.since(self.header.date);
                (self.shares.title().to_owned(), self.shares.told(dated))
            }
        }
    }

    fn scene(&self, figure: Figure, size: Size) -> Scene {
        match figure {
            Figure::Chart => {
                let structure = Structure::new(
                    self.teller,
                    &self.header.company,
                    self.scenario,
                    &self.findings.answers,
                    &self.findings.verdicts,
                );
                lay_out(&structure, size)
            }
            Figure::Shares => {
                let size = (size.width, 0.3 * size.width + 60.0);
                self.shares.plot(size).scene
            }
        }
    }
}
