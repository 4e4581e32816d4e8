//! The program's own design: a theme in a font that every office has, a master, and the layout of its
//! slides.

use super::design::{Contrast, Design, Held, Master, Place};
use super::package::{Content, Part};
use crate::draw::{Palette, Rgb, Theme};

/// The first number that a master or a layout may have.
pub const FIRST_ID: u32 = 2_147_483_648;
/// What every part of a presentation says of the names that it uses.
pub const SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
/// What a tree of shapes begins with.
pub const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
     </p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
     <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
const MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" \
     accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" \
     accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

const THEME: &str = "ppt/theme/theme1.xml";
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const LAYOUT: &str = "ppt/slideLayouts/slideLayout1.xml";

/// In points on a slide of 960 by 540: the margin, the title, what is said, the foot.
const SIZE: (i64, i64) = (12_192_000, 6_858_000);
const TITLE: Place = pt(40, 32, 880, 62);
const BODY: Place = pt(40, 108, 880, 384);
const FOOT: Place = pt(40, 499, 790, 30);
const NUMBER: Place = pt(860, 499, 60, 30);
const MARK: Place = pt(40, 18, 48, 5);

const fn pt(x: i64, y: i64, w: i64, h: i64) -> Place {
    Place {
        x: x * 12_700,
        y: y * 12_700,
        w: w * 12_700,
        h: h * 12_700,
    }
}

/// The design with one colour that stands out.
pub fn design(accent: Rgb) -> Design {
    let palette = Palette::of(Theme::Light);
    let parts = vec![
        Part::xml(MASTER, Content::Master, &master())
            .needs(Content::Layout, LAYOUT)
            .needs(Content::Theme, THEME),
        Part::xml(LAYOUT, Content::Layout, &layout()).needs(Content::Master, MASTER),
        theme(THEME, accent),
    ];
    Design {
        size: SIZE,
        masters: vec![Master {
            part: MASTER.to_owned(),
            id: FIRST_ID,
        }],
        parts,
        layout: LAYOUT.to_owned(),
        title: Some(TITLE),
        title_size: 24.0,
        room: BODY,
        foot: Some(Held {
            place: FOOT,
            index: 11,
        }),
        number: Some(Held {
            place: NUMBER,
            index: 12,
        }),
        contrast: Contrast::of(palette.ground, palette.text, accent),
        is_own: true,
    }
}

/// The theme of our masters.
pub fn theme(name: &str, accent: Rgb) -> Part {
    let palette = Palette::of(Theme::Light);
    let hex = |color: Rgb| color.hex().trim_start_matches('#').to_uppercase();
    let color = |name: &str, color: Rgb| {
        let color = hex(color);
        format!("<a:{name}><a:srgbClr val=\"{color}\"/></a:{name}>")
    };
    let colors = [
        ("dk1", palette.text),
        ("lt1", palette.ground),
        ("dk2", palette.muted),
        ("lt2", palette.panel),
        ("accent1", accent),
        ("accent2", palette.line),
        ("accent3", palette.against),
        ("accent4", palette.good),
        ("accent5", palette.strokes[3]),
        ("accent6", palette.muted),
        ("hlink", accent),
        ("folHlink", palette.muted),
    ];
    let colors: String = colors.map(|(name, of)| color(name, of)).concat();
    // Every office has it, or another one of the same widths; for other scripts those that it knows.
    let font = "<a:latin typeface=\"Arial\" panose=\"020B0604020202020204\" pitchFamily=\"34\" \
         charset=\"0\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>\
         <a:font script=\"Jpan\" typeface=\"Yu Gothic\"/>\
         <a:font script=\"Hang\" typeface=\"Malgun Gothic\"/>\
         <a:font script=\"Hans\" typeface=\"Microsoft YaHei\"/>\
         <a:font script=\"Hant\" typeface=\"Microsoft JhengHei\"/>\
         <a:font script=\"Arab\" typeface=\"Arial\"/><a:font script=\"Hebr\" typeface=\"Arial\"/>\
         <a:font script=\"Thai\" typeface=\"Leelawadee UI\"/>\
         <a:font script=\"Deva\" typeface=\"Nirmala UI\"/>";
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>".repeat(3);
    let lines: String = [6_350, 12_700, 19_050]
        .map(|width| {
            format!(
                "<a:ln w=\"{width}\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">\
                 <a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>\
                 <a:prstDash val=\"solid\"/><a:miter lim=\"800000\"/></a:ln>"
            )
        })
        .concat();
    let effects = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    let body = format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         name=\"Attache\"><a:themeElements><a:clrScheme name=\"Attache\">{colors}</a:clrScheme>\
         <a:fontScheme name=\"Attache\"><a:majorFont>{font}</a:majorFont>\
         <a:minorFont>{font}</a:minorFont></a:fontScheme>\
         <a:fmtScheme name=\"Attache\"><a:fillStyleLst>{fill}</a:fillStyleLst>\
         <a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>\
         <a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    );
    Part::xml(name, Content::Theme, &body)
}

/// A placeholder of a master or a layout.
fn placeholder(id: u32, name: &str, kind: &str, place: Option<Place>, rest: &str) -> String {
    let at = place.map_or_else(String::new, xfrm);
    let properties = match place {
        Some(_) => {
            format!("<p:spPr>{at}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>")
        }
        None => "<p:spPr/>".to_owned(),
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr>\
         <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>\
         {properties}<p:txBody>{rest}</p:txBody></p:sp>"
    )
}

/// Where something is.
pub fn xfrm(place: Place) -> String {
    let Place { x, y, w, h } = place;
    format!("<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{w}\" cy=\"{h}\"/></a:xfrm>")
}

const FOOT_KIND: &str = "type=\"ftr\" sz=\"quarter\" idx=\"11\"";
const NUMBER_KIND: &str = "type=\"sldNum\" sz=\"quarter\" idx=\"12\"";
/// The number of a slide, which whoever shows it fills in.
pub const FIELD: &str = "<a:fld id=\"{5B0E0F5C-3C43-4A1B-9D5C-6E6B1A4D1F01}\" type=\"slidenum\">\
     <a:rPr lang=\"en-GB\"/><a:t>‹#›</a:t></a:fld>";

/// The text of a foot or of a number, in its own type.
fn foot(align: &str, text: &str) -> String {
    format!(
        "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/><a:lstStyle>\
         <a:lvl1pPr algn=\"{align}\"><a:defRPr sz=\"1200\"><a:solidFill><a:schemeClr val=\"tx2\"/>\
         </a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></a:lstStyle>{text}"
    )
}

fn master() -> String {
    let plain = "<a:p><a:endParaRPr lang=\"en-GB\"/></a:p>";
    let number = format!("<a:p>{FIELD}<a:endParaRPr lang=\"en-GB\"/></a:p>");
    let shapes = [
        placeholder(
            2,
            "Title",
            "type=\"title\"",
            Some(TITLE),
            &format!(
                "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\">\
                 <a:normAutofit/></a:bodyPr><a:lstStyle/>{plain}"
            ),
        ),
        placeholder(
            3,
            "Text",
            "type=\"body\" idx=\"1\"",
            Some(BODY),
            &format!(
                "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/>\
                 </a:bodyPr><a:lstStyle/>{plain}"
            ),
        ),
        placeholder(4, "Foot", FOOT_KIND, Some(FOOT), &foot("l", plain)),
        placeholder(5, "Number", NUMBER_KIND, Some(NUMBER), &foot("r", &number)),
    ];
    let mark = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"6\" name=\"Mark\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/>\
         </p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill>\
         <a:schemeClr val=\"accent1\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>",
        xfrm(MARK)
    );
    let shapes = shapes.concat();
    let level = |at: u32, size: u32| {
        format!(
            "<a:lvl{at}pPr marL=\"{}\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" \
             latinLnBrk=\"0\" hangingPunct=\"1\"><a:spcBef><a:spcPts val=\"600\"/></a:spcBef>\
             <a:buNone/><a:defRPr sz=\"{size}\" kern=\"1200\"><a:solidFill>\
             <a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>\
             <a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{at}pPr>",
            (at - 1) * 228_600
        )
    };
    let levels: String = (1..=9).map(|at| level(at, 1600)).collect();
    let first = FIRST_ID + 1;
    format!(
        "<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/>\
         </a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{mark}{shapes}</p:spTree>\
         </p:cSld>{MAP}<p:sldLayoutIdLst><p:sldLayoutId id=\"{first}\" r:id=\"rId1\"/>\
         </p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\" defTabSz=\"914400\" \
         rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" hangingPunct=\"1\"><a:lnSpc>\
         <a:spcPct val=\"95000\"/></a:lnSpc><a:spcBef><a:spcPct val=\"0\"/></a:spcBef><a:buNone/>\
         <a:defRPr sz=\"2400\" b=\"1\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/>\
         </a:solidFill><a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/>\
         <a:cs typeface=\"+mj-cs\"/></a:defRPr></a:lvl1pPr></p:titleStyle>\
         <p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles>\
         </p:sldMaster>"
    )
}

fn layout() -> String {
    let plain = "<a:p><a:endParaRPr lang=\"en-GB\"/></a:p>";
    let title = format!("<a:bodyPr/><a:lstStyle/>{plain}");
    let number = format!("<a:p>{FIELD}<a:endParaRPr lang=\"en-GB\"/></a:p>");
    let shapes = [
        placeholder(2, "Title", "type=\"title\"", None, &title),
        placeholder(3, "Foot", FOOT_KIND, Some(FOOT), &foot("l", plain)),
        placeholder(4, "Number", NUMBER_KIND, Some(NUMBER), &foot("r", &number)),
    ]
    .concat();
    format!(
        "<p:sldLayout {SPACES} type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Title Only\">\
         <p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>\
         </p:clrMapOvr></p:sldLayout>"
    )
}

/// The master of the notes, with a theme of its own.
pub fn notes_master(name: &str, theme: &str) -> Part {
    let text = "<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-GB\"/></a:p>";
    let shapes = [
        picture(Some(pt(30, 50, 480, 270))),
        placeholder(
            3,
            "Notes",
            "type=\"body\" sz=\"quarter\" idx=\"1\"",
            Some(pt(54, 346, 432, 340)),
            text,
        ),
    ]
    .concat();
    let body = format!(
        "<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/>\
         </a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>\
         {MAP}<p:notesStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1200\"><a:solidFill>\
         <a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>\
         <a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>\
         </p:notesStyle></p:notesMaster>"
    );
    Part::xml(name, Content::NotesMaster, &body).needs(Content::Theme, theme)
}

/// The picture of the slide on its notes.
pub fn picture(place: Option<Place>) -> String {
    let properties = place.map_or_else(
        || "<p:spPr/>".to_owned(),
        |place| {
            let at = xfrm(place);
            format!("<p:spPr>{at}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>")
        },
    );
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr>\
         <a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>{properties}</p:sp>"
    )
}
