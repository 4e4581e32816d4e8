//! A native bar chart of one series, with its data in a workbook.

use std::fmt::Write;

use super::design::Design;
use super::package::{Content, PackageError, Part};
use super::workbook::{Bar, workbook};
use crate::draw::Ink;
use crate::report::escape::xml;

/// The type of its names and numbers.
const TYPE: f32 = 14.0;

/// What a chart shows, from the top down.
pub struct Bars {
    /// What the values are.
    pub series: String,
    pub bars: Vec<Bar>,
    /// How many decimals they are shown with.
    pub digits: usize,
}

/// The parts of the chart with this number; the first of them is what a slide needs.
pub fn parts(
    number: usize,
    shown: &Bars,
    design: &Design,
    lang: &str,
) -> Result<[Part; 2], PackageError> {
    let book = format!("ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx");
    let chart = Part::xml(
        format!("ppt/charts/chart{number}.xml"),
        Content::Chart,
        &chart(shown, design, lang),
    )
    .needs(Content::Workbook, &*book);
    let book = Part {
        name: book,
        content: Content::Workbook,
        bytes: workbook(&shown.series, &shown.bars)?,
        rels: Vec::new(),
    };
    Ok([chart, book])
}

fn chart(shown: &Bars, design: &Design, lang: &str) -> String {
    let last = shown.bars.len() + 1;
    let count = shown.bars.len();
    let (mut names, mut values, mut against) = (String::new(), String::new(), String::new());
    for (at, bar) in shown.bars.iter().enumerate() {
        let (name, value) = (xml(&bar.name), bar.value);
        let _ = write!(names, "<c:pt idx=\"{at}\"><c:v>{name}</c:v></c:pt>");
        let _ = write!(values, "<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>");
        if value < 0.0 {
            let _ = write!(
                against,
                "<c:dPt><c:idx val=\"{at}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>\
                 <c:spPr><a:solidFill>{}</a:solidFill></c:spPr></c:dPt>",
                design.color(Ink::Line)
            );
        }
    }
    let digits = match shown.digits {
        0 => "0".to_owned(),
        digits => format!("0.{}", "0".repeat(digits)),
    };
    let (series, accent) = (xml(&shown.series), design.mark_color(Ink::Accent));
    let (line, plain) = (design.color(Ink::Line), text(design, lang, Ink::Text));
    format!(
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <c:date1904 val=\"0\"/><c:lang val=\"{lang}\"/><c:roundedCorners val=\"0\"/>\
         <c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>\
         <c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>\
         <c:varyColors val=\"0\"/>\
         <c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>\
         <c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/>\
         <c:pt idx=\"0\"><c:v>{series}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
         <c:spPr><a:solidFill>{accent}</a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>\
         {against}\
         <c:dLbls><c:numFmt formatCode=\"{digits}\" sourceLinked=\"0\"/>\
         <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{plain}\
         <c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>\
         <c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>\
         <c:showBubbleSize val=\"0\"/></c:dLbls>\
         <c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>\
         <c:ptCount val=\"{count}\"/>{names}</c:strCache></c:strRef></c:cat>\
         <c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f><c:numCache>\
         <c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>{values}\
         </c:numCache></c:numRef></c:val></c:ser>\
         <c:gapWidth val=\"70\"/><c:axId val=\"111\"/><c:axId val=\"112\"/></c:barChart>\
         <c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling>\
         <c:delete val=\"0\"/><c:axPos val=\"l\"/>\
         <c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\
         <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
         <c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"12700\"><a:solidFill>{line}</a:solidFill>\
         </a:ln></c:spPr>{plain}<c:crossAx val=\"112\"/><c:crosses val=\"autoZero\"/>\
         <c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>\
         <c:noMultiLvlLbl val=\"0\"/></c:catAx>\
         <c:valAx><c:axId val=\"112\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>\
         <c:delete val=\"1\"/><c:axPos val=\"t\"/>\
         <c:numFmt formatCode=\"{digits}\" sourceLinked=\"0\"/>\
         <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
         <c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"111\"/><c:crosses val=\"autoZero\"/>\
         <c:crossBetween val=\"between\"/></c:valAx></c:plotArea>\
         <c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>{plain}\
         <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
    )
}

fn text(design: &Design, lang: &str, ink: Ink) -> String {
    let (size, color) = (design.size(TYPE), design.color(ink));
    format!(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\">\
         <a:solidFill>{color}</a:solidFill></a:defRPr></a:pPr>\
         <a:endParaRPr lang=\"{lang}\"/></a:p></c:txPr>"
    )
}
