//! One slide while it is drawn: native shapes, each with a number, a name and words for those who do not
//! see it.

use std::fmt::Write;

use super::connector::Route;
use super::design::{Design, Held, Place};
use super::package::{Content, Part, Rel};
use super::theme::{FIELD, SPACES, TREE, xfrm};
use crate::draw::{Dash, Ink, Rect, Stroke, Weight, wrap};
use crate::report::escape::xml;

/// The height of a line of text, in its size; no font of offices needs more.
const LEADING: f32 = 1.2;

/// The least type of a slide, in points.
const LEAST: f32 = 12.0;
/// No logo is wider than this share of the foot, and none higher than this, in points, or the foot.
const LOGO: f32 = 0.2;
const LOGO_HEIGHT: f32 = 26.0;

/// A logo that is a part of the deck.
pub struct Mark {
    pub part: String,
    /// Its width for a height of 1.
    pub ratio: f32,
    /// What it is for those who do not see it.
    pub told: String,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Para {
    pub text: String,
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
    /// What stands before it, in the margin.
    pub sign: Option<&'static str>,
    /// Air under it.
    pub after: f32,
}

/// Room for the sign of a paragraph.
const SIGN: f32 = 16.0;

impl Para {
    pub fn new(text: impl Into<String>, size: f32) -> Self {
        Self {
            text: text.into(),
            size,
            weight: Weight::Regular,
            ink: Ink::Text,
            sign: None,
            after: 0.5 * size,
        }
    }

    pub fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    pub fn sign(mut self, sign: &'static str) -> Self {
        self.sign = Some(sign);
        self
    }

    pub fn after(mut self, after: f32) -> Self {
        self.after = after;
        self
    }

    /// How high it is in a room of this width.
    pub fn height(&self, width: f32) -> f32 {
        let room = width - self.sign.map_or(0.0, |_| SIGN);
        let lines = wrap(&self.text, self.size, self.weight, room, usize::MAX);
        lines.len() as f32 * self.size * LEADING + self.after
    }
}

/// How high paragraphs are, one under the other.
pub fn height(paras: &[Para], width: f32) -> f32 {
    paras.iter().map(|para| para.height(width)).sum()
}

/// Where text stands in its box.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// From the left, from the top.
    Top,
    /// From the left, in the middle of the height.
    Left,
    /// In the middle.
    Middle,
    /// In the middle of the width, from the top.
    Over,
}

/// How a shape is painted.
#[derive(Clone, Copy)]
pub struct Paint {
    pub fill: Option<Ink>,
    pub stroke: Option<Stroke>,
    /// 0 to 1, of the stroke.
    pub opacity: f32,
}

impl Paint {
    pub const NONE: Self = Self {
        fill: None,
        stroke: None,
        opacity: 1.0,
    };

    pub fn filled(ink: Ink) -> Self {
        Self {
            fill: Some(ink),
            ..Self::NONE
        }
    }
}

/// What a shape is.
pub struct Form<'a> {
    /// What a list of shapes calls it.
    pub name: &'a str,
    /// What it is for those who do not see it; empty where its text says it all.
    pub told: &'a str,
    /// A ready-made geometry.
    pub geometry: &'a str,
    /// How round its corners are, in units.
    pub radius: f32,
    pub rect: Rect,
    pub paint: Paint,
    pub set: Set,
    /// Around its text.
    pub inset: f32,
}

pub struct Canvas<'a> {
    pub design: &'a Design,
    /// As in `fr-FR`.
    pub lang: &'static str,
    shapes: String,
    /// How many shapes there are, the tree itself being the first.
    count: u32,
    rels: Vec<Rel>,
}

impl<'a> Canvas<'a> {
    pub fn new(design: &'a Design, lang: &'static str) -> Self {
        let layout = Rel {
            id: "rId1".to_owned(),
            content: Content::Layout,
            to: design.layout.clone(),
        };
        Self {
            design,
            lang,
            shapes: String::new(),
            count: 1,
            rels: vec![layout],
        }
    }

    fn id(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    fn need(&mut self, content: Content, to: &str) -> String {
        let id = format!("rId{}", self.rels.len() + 1);
        self.rels.push(Rel {
            id: id.clone(),
            content,
            to: to.to_owned(),
        });
        id
    }

    /// The slide as a part, with its notes.
    pub fn finish(mut self, name: &str, notes: &str) -> Part {
        self.need(Content::Notes, notes);
        let shapes = &self.shapes;
        let body = format!(
            "<p:sld {SPACES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        );
        let mut part = Part::xml(name, Content::Slide, &body);
        part.rels = self.rels;
        part
    }

    /// The title, in the layout's own place and type; a long one in smaller type, where that is ours.
    pub fn title(&mut self, text: &str, size: Option<f32>) {
        let id = self.id();
        let place = match self.design.title {
            Some(_) => String::new(),
            None => xfrm(self.design.place(self.design.title_room())),
        };
        let size = size.map_or_else(String::new, |size| {
            format!(" sz=\"{}\"", self.design.size(size))
        });
        let (text, lang) = (xml(text), self.lang);
        let _ = write!(
            self.shapes,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Title\"/><p:cNvSpPr>\
             <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr>\
             </p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr>\
             <a:lstStyle/><a:p><a:r><a:rPr lang=\"{lang}\"{size}/><a:t>{text}</a:t></a:r></a:p>\
             </p:txBody></p:sp>"
        );
    }

    /// What stands under every slide: the logo, a line in the layout's own place as far as that has room
    /// for it, and the number of the slide.
    pub fn foot(&mut self, line: &str, logo: Option<&Mark>) {
        let foot = self.design.foot.map(|foot| self.design.rect(foot.place));
        let number = self.design.number.map(|held| self.design.rect(held.place));
        let (whole, body) = (self.design.whole(), self.design.body());
        let own = foot.unwrap_or_else(|| {
            let y = 0.93 * whole.h;
            Rect::new(body.x, y, body.w, 0.98 * whole.h - y)
        });
        // Between the left margin and the number, where that stands on the right.
        let left = body.x.min(own.x);
        let right = match number {
            Some(number) if number.x > own.x => number.x,
            _ => body.right().max(own.right()),
        };
        let taken = logo.map_or(0.0, |logo| {
            self.logo(logo, Rect::new(left, own.y, right - left, own.h))
        });
        let size = self.design.points(LEAST);
        let fits = Para::new(line, size).after(0.0).height(own.w) <= own.h.max(size * LEADING);
        let place = if foot.is_some() && fits && left + taken <= own.x {
            None
        } else {
            Some(Rect::new(left + taken, own.y, right - left - taken, own.h))
        };
        match (self.design.foot, place) {
            (Some(held), place) => self.held("Foot", "ftr", held, place, &self.run(line)),
            (None, Some(place)) => {
                let para = Para::new(line, size).ink(Ink::Muted);
                self.text("Foot", place, &[para], Set::Left);
            }
            (None, None) => {}
        }
        if let Some(held) = self.design.number {
            self.held("Number", "sldNum", held, None, FIELD);
        }
    }

    /// A logo on the left of a room; how much of the width it takes, with the air beside it.
    fn logo(&mut self, logo: &Mark, room: Rect) -> f32 {
        let most = (room.w * LOGO, self.design.points(LOGO_HEIGHT).max(room.h));
        let width = (most.1 * logo.ratio).min(most.0);
        let height = width / logo.ratio;
        let y = (room.center().y - height / 2.0).min(self.design.whole().h - height);
        let place = xfrm(self.design.place(Rect::new(room.x, y, width, height)));
        let (id, rel) = (self.id(), self.need(Content::Image("png"), &logo.part));
        let told = xml(&logo.told);
        let _ = write!(
            self.shapes,
            "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"{told}\" descr=\"{told}\"/><p:cNvPicPr>\
             <a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>\
             <a:blip r:embed=\"{rel}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>\
             {place}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
        );
        width + self.design.points(LEAST)
    }

    /// The line at the foot, in the type of the layout.
    fn run(&self, text: &str) -> String {
        let (text, lang) = (xml(text), self.lang);
        // Some office programs do not look for the type of a foot where its layout has it.
        let set = if self.design.is_own {
            format!("<a:rPr lang=\"{lang}\" sz=\"1200\"><a:latin typeface=\"+mn-lt\"/></a:rPr>")
        } else {
            format!("<a:rPr lang=\"{lang}\"><a:latin typeface=\"+mn-lt\"/></a:rPr>")
        };
        let align = if self.design.is_own {
            "<a:pPr algn=\"l\"/>"
        } else {
            ""
        };
        format!("{align}<a:r>{set}<a:t>{text}</a:t></a:r>")
    }

    /// What stands in a place that the layout holds, or in another one.
    fn held(&mut self, name: &str, kind: &str, held: Held, place: Option<Rect>, run: &str) {
        let (id, index) = (self.id(), held.index);
        let place = place.map_or_else(String::new, |place| xfrm(self.design.place(place)));
        let _ = write!(
            self.shapes,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr>\
             <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\" sz=\"quarter\" \
             idx=\"{index}\"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/>\
             <a:lstStyle/><a:p>{run}</a:p></p:txBody></p:sp>"
        );
    }

    /// Text alone.
    pub fn text(&mut self, name: &str, rect: Rect, paras: &[Para], set: Set) {
        let form = Form {
            name,
            told: "",
            geometry: "rect",
            radius: 0.0,
            rect,
            paint: Paint::NONE,
            set,
            inset: 0.0,
        };
        self.shape(&form, paras);
    }

    /// A shape, and its text; gives its number.
    pub fn shape(&mut self, form: &Form<'_>, paras: &[Para]) -> u32 {
        let id = self.id();
        let (name, told) = (xml(form.name), described(form.told));
        let place = xfrm(self.design.place(form.rect));
        let side = form.rect.w.min(form.rect.h).max(1.0);
        let adjust = match form.geometry {
            "roundRect" => {
                let round = (100_000.0 * form.radius / side)
                    .clamp(0.0, 50_000.0)
                    .round();
                format!("<a:avLst><a:gd name=\"adj\" fmla=\"val {round}\"/></a:avLst>")
            }
            _ => "<a:avLst/>".to_owned(),
        };
        let is_box = if form.paint.fill.is_none() && form.paint.stroke.is_none() {
            " txBox=\"1\""
        } else {
            ""
        };
        let fill = form.paint.fill.map_or_else(
            || "<a:noFill/>".to_owned(),
            |ink| format!("<a:solidFill>{}</a:solidFill>", self.design.color(ink)),
        );
        let line = self.line(form.paint.stroke, form.paint.opacity);
        let body = self.body(form, paras);
        let geometry = form.geometry;
        let _ = write!(
            self.shapes,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"{told}/><p:cNvSpPr{is_box}/>\
             <p:nvPr/></p:nvSpPr><p:spPr>{place}<a:prstGeom prst=\"{geometry}\">{adjust}\
             </a:prstGeom>{fill}{line}</p:spPr>{body}</p:sp>"
        );
        id
    }

    /// A dot that says nothing by itself: those who do not see it are not told of it.
    pub fn dot(&mut self, name: &str, rect: Rect, ink: Ink) -> u32 {
        let id = self.id();
        let (name, place) = (xml(name), xfrm(self.design.place(rect)));
        let fill = self.design.mark_color(ink);
        let _ = write!(
            self.shapes,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"><a:extLst>\
             <a:ext uri=\"{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}\"><adec:decorative \
             xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" \
             val=\"1\"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>\
             {place}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill>{fill}\
             </a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        );
        id
    }

    fn line(&self, stroke: Option<Stroke>, opacity: f32) -> String {
        let Some(stroke) = stroke else {
            return "<a:ln><a:noFill/></a:ln>".to_owned();
        };
        let width = self.design.emu(stroke.width);
        let mut color = self.design.mark_color(stroke.ink);
        if opacity < 1.0 {
            let alpha = (100_000.0 * opacity).round();
            let alpha = format!("><a:alpha val=\"{alpha}\"/></a:schemeClr>");
            color = match color.strip_suffix("</a:schemeClr>") {
                Some(open) => format!("{open}{}", &alpha[1..]),
                None => color.replace("/>", &alpha),
            };
        }
        let (cap, dash) = match stroke.dash {
            Dash::Solid => ("", "solid"),
            Dash::Dashed => ("", "dash"),
            // Round dots.
            Dash::Dotted => (" cap=\"rnd\"", "sysDot"),
        };
        format!(
            "<a:ln w=\"{width}\"{cap}><a:solidFill>{color}</a:solidFill>\
             <a:prstDash val=\"{dash}\"/><a:round/></a:ln>"
        )
    }

    fn body(&self, form: &Form<'_>, paras: &[Para]) -> String {
        let inset = self.design.emu(form.inset);
        let (anchor, align) = match form.set {
            Set::Top => ("t", "l"),
            Set::Left => ("ctr", "l"),
            Set::Middle => ("ctr", "ctr"),
            Set::Over => ("t", "ctr"),
        };
        let mut out = format!(
            "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"{inset}\" tIns=\"{inset}\" \
             rIns=\"{inset}\" bIns=\"{inset}\" rtlCol=\"0\" anchor=\"{anchor}\"><a:noAutofit/>\
             </a:bodyPr><a:lstStyle/>"
        );
        out.push_str(&self.paragraphs(paras, align));
        out + "</p:txBody>"
    }

    fn paragraphs(&self, paras: &[Para], align: &str) -> String {
        let lang = self.lang;
        if paras.is_empty() {
            return format!("<a:p><a:endParaRPr lang=\"{lang}\"/></a:p>");
        }
        let mut out = String::new();
        for (at, para) in paras.iter().enumerate() {
            let after = if at + 1 == paras.len() {
                0.0
            } else {
                para.after
            };
            let (after, size) = (self.design.size(after), self.design.size(para.size));
            let bold = match para.weight {
                Weight::Regular => 0,
                Weight::Bold => 1,
            };
            let color = self.design.text_color(para.ink);
            let (margin, bullet) = match para.sign {
                Some(sign) => {
                    let by = self.design.emu(SIGN);
                    let margin = format!(" marL=\"{by}\" indent=\"-{by}\"");
                    let bullet = format!("<a:buFontTx/><a:buChar char=\"{sign}\"/>");
                    (margin, bullet)
                }
                None => (
                    " marL=\"0\" indent=\"0\"".to_owned(),
                    "<a:buNone/>".to_owned(),
                ),
            };
            let text = xml(&one_line(&para.text));
            let _ = write!(
                out,
                "<a:p><a:pPr{margin} algn=\"{align}\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef>\
                 <a:spcAft><a:spcPts val=\"{after}\"/></a:spcAft>{bullet}</a:pPr>\
                 <a:r><a:rPr lang=\"{lang}\" sz=\"{size}\" b=\"{bold}\"><a:solidFill>{color}\
                 </a:solidFill></a:rPr><a:t>{text}</a:t></a:r></a:p>"
            );
        }
        out
    }

    /// A line that holds to two shapes, by their numbers and the sites on them.
    pub fn connector(
        &mut self,
        told: &str,
        route: &Route,
        ends: [(u32, u8); 2],
        stroke: Stroke,
        opacity: f32,
    ) {
        let id = self.id();
        let told = xml(told);
        let [(from, from_site), (to, to_site)] = ends;
        let (geometry, line) = (route.xml(self.design), self.line(Some(stroke), opacity));
        let _ = write!(
            self.shapes,
            "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"{told}\" descr=\"{told}\"/>\
             <p:cNvCxnSpPr><a:stCxn id=\"{from}\" idx=\"{from_site}\"/>\
             <a:endCxn id=\"{to}\" idx=\"{to_site}\"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>\
             <p:spPr>{geometry}{line}</p:spPr></p:cxnSp>"
        );
    }

    /// A straight line that holds to nothing.
    pub fn rule(&mut self, name: &str, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        let id = self.id();
        let rect = Rect::new(from.0, from.1, to.0 - from.0, to.1 - from.1);
        let (place, line) = (xfrm(self.design.place(rect)), self.line(Some(stroke), 1.0));
        let name = xml(name);
        let _ = write!(
            self.shapes,
            "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvCxnSpPr/><p:nvPr/>\
             </p:nvCxnSpPr><p:spPr>{place}<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>{line}\
             </p:spPr></p:cxnSp>"
        );
    }

    /// A native chart.
    pub fn chart(&mut self, name: &str, told: &str, rect: Rect, part: &str) {
        let id = self.need(Content::Chart, part);
        let graphic = format!(
            "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\
             <c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             r:id=\"{id}\"/></a:graphicData>"
        );
        self.frame(name, told, self.design.place(rect), &graphic);
    }

    fn frame(&mut self, name: &str, told: &str, place: Place, graphic: &str) {
        let id = self.id();
        let (name, told) = (xml(name), described(told));
        let at = xfrm(place).replace("a:xfrm", "p:xfrm");
        let _ = write!(
            self.shapes,
            "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{name}\"{told}/>\
             <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>\
             <p:nvPr/></p:nvGraphicFramePr>{at}<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
        );
    }

    /// A native table under a row of heads; each row as high as it has to be.
    pub fn table(&mut self, name: &str, told: &str, at: (f32, f32), table: &Table) {
        let mut grid = String::new();
        for width in &table.widths {
            let _ = write!(grid, "<a:gridCol w=\"{}\"/>", self.design.emu(*width));
        }
        let mut rows = self.row(&table.heads, table, true);
        for row in &table.rows {
            rows += &self.row(row, table, false);
        }
        let graphic = format!(
            "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">\
             <a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>\
             </a:graphicData>"
        );
        let width: f32 = table.widths.iter().sum();
        let rect = Rect::new(at.0, at.1, width, table.height());
        self.frame(name, told, self.design.place(rect), &graphic);
    }

    fn row(&self, cells: &[Para], table: &Table, is_head: bool) -> String {
        let height = self.design.emu(table.row_height(cells));
        let (side, over) = (self.design.emu(Table::SIDE), self.design.emu(table.over));
        let fill = if is_head {
            format!(
                "<a:solidFill>{}</a:solidFill>",
                self.design.color(Ink::Accent)
            )
        } else {
            "<a:noFill/>".to_owned()
        };
        let none = |edge: &str| format!("<a:{edge} w=\"0\"><a:noFill/></a:{edge}>");
        let rule = format!(
            "<a:lnB w=\"{}\"><a:solidFill>{}</a:solidFill></a:lnB>",
            self.design.emu(0.75),
            self.design.color(Ink::Faint)
        );
        let edges = format!("{}{}{}{rule}", none("lnL"), none("lnR"), none("lnT"));
        let mut out = format!("<a:tr h=\"{height}\">");
        for cell in cells {
            let text = self.paragraphs(std::slice::from_ref(cell), "l");
            let _ = write!(
                out,
                "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>\
                 <a:tcPr marL=\"{side}\" marR=\"{side}\" marT=\"{over}\" marB=\"{over}\" \
                 anchor=\"ctr\">{edges}{fill}</a:tcPr></a:tc>"
            );
        }
        out + "</a:tr>"
    }
}

/// Rows of cells.
pub struct Table {
    pub widths: Vec<f32>,
    pub heads: Vec<Para>,
    pub rows: Vec<Vec<Para>>,
    /// Air above and below the text of each row.
    pub over: f32,
}

impl Table {
    const SIDE: f32 = 8.0;
    pub const OVER: f32 = 3.5;

    pub fn row_height(&self, cells: &[Para]) -> f32 {
        let heights = cells.iter().zip(&self.widths).map(|(cell, width)| {
            cell.height(width - 2.0 * Self::SIDE) - cell.after + 2.0 * self.over
        });
        heights.fold(0.0, f32::max)
    }

    pub fn height(&self) -> f32 {
        let rows = std::iter::once(&self.heads).chain(&self.rows);
        rows.map(|row| self.row_height(row)).sum()
    }
}

fn described(told: &str) -> String {
    if told.is_empty() {
        return String::new();
    }
    format!(" descr=\"{}\"", xml(&one_line(told)))
}

/// A text without breaks of lines.
pub fn one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}
