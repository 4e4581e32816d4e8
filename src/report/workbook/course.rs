//! The course by quarters: what is in place and what changes, how often each attachment comes first,
//! drawn as well, and where the sliders go.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartType,
    Workbook, XlsxError,
};

use super::table::{Cell, Look, Table};
use super::told::Told;
use crate::analysis::{Evolution, Paths};
use crate::i18n::Season;
use crate::wording::capital;

/// Lines that are told apart in grey as well, by their marks.
const LINES: [(u32, ChartMarkerType); 6] = [
    (0x00_1F_4E_8C, ChartMarkerType::Circle),
    (0x00_B3_5A_00, ChartMarkerType::Square),
    (0x002E_7D32, ChartMarkerType::Triangle),
    (0x00_7B_1F_A2, ChartMarkerType::Diamond),
    (0x00_8A_1C_1C, ChartMarkerType::X),
    (0x00_45_45_45, ChartMarkerType::Star),
];

/// The course, and its chart below it.
pub fn write(
    told: Told<'_>,
    evolution: &Evolution,
    paths: &Paths,
    workbook: &mut Workbook,
    look: &Look,
) -> Result<(), XlsxError> {
    let words = told.teller.words;
    let (table, first) = course(told, evolution, paths);
    let alternatives = told.teller.knowledge.attachment().alternatives.len();
    let (last_row, chart_row) = (table.rows.len() as u32, table.rows.len() as u32 + 2);
    let mut chart = Chart::new(ChartType::Line);
    let name = table.name.as_str();
    for (column, (color, mark)) in (first..).zip(LINES).take(alternatives) {
        let mut marker = ChartMarker::new();
        marker.set_type(mark).set_size(6);
        let mut line = ChartLine::new();
        line.set_color(color).set_width(2.0);
        chart
            .add_series()
            .set_name((name, 0, column))
            .set_categories((name, 1, 1, last_row, 1))
            .set_values((name, 1, column, last_row, column))
            .set_format(&mut line)
            .set_marker(&marker);
    }
    let title = words.get("sheet-chart");
    let mut slanted = ChartFont::new();
    slanted.set_rotation(-45);
    chart.title().set_name(&title);
    chart.x_axis().set_font(&slanted);
    chart
        .y_axis()
        .set_name(&words.get("sheet-chart-axis"))
        .set_num_format("0%")
        .set_major_gridlines_line(ChartLine::new().set_color(0xD9_D9D9))
        .set_min(0)
        .set_max(1);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(1000).set_height(420).set_alt_text(&title);
    let sheet = table.write(workbook, look, words)?;
    sheet.insert_chart(chart_row, 1, &chart)?;
    Ok(())
}

/// The course, and the column from which on the attachments stand.
fn course(told: Told<'_>, evolution: &Evolution, paths: &Paths) -> (Table, u16) {
    let teller = told.teller;
    let (knowledge, words) = (teller.knowledge, teller.words);
    let lang = words.lang();
    let scenario = told.subject.scenario();
    let dated = teller.since(told.subject.profile.header.date);
    let mut header = vec![
        words.get("sheet-quarter"),
        words.get("sheet-season"),
        words.get("sheet-begins"),
    ];
    let attachment = knowledge.attachment();
    let at = knowledge.always.attachment;
    let first = header.len();
    header.extend(attachment.alternatives.ids().map(|alternative| {
        let args = [("name", teller.label(attachment, alternative))];
        words.with("sheet-first-of", &args)
    }));
    header.push(words.get("sheet-stage"));
    header.extend(knowledge.questions.iter().map(|question| {
        let args = [("question", question.short.get(lang))];
        words.with("sheet-in-place", &args)
    }));
    header.extend([
        words.get("sheet-need"),
        words.get("sheet-means"),
        words.get("sheet-planned"),
        words.get("sheet-changes"),
    ]);
    let course = &evolution.course;
    let rows = course.moments.iter().enumerate().map(|(quarter, moment)| {
        let mut row = vec![
            Cell::whole(quarter as f64),
            Cell::Text(capital(&dated.when(quarter, Season::Named))),
            Cell::Day(dated.day(quarter)),
        ];
        row.extend(attachment.alternatives.ids().map(|alternative| {
            let share = paths.acceptability(at, alternative, quarter);
            Cell::of(share, |share| Cell::share(share.value))
        }));
        let stage = moment.stage(knowledge);
        let stage = stage.map(|stage| knowledge.evolution.stages[stage].label.get(lang));
        row.push(Cell::of(stage, Cell::text));
        row.extend(knowledge.questions.pairs().map(|(id, question)| {
            let placed = moment.in_place[id].map(|a| teller.label(question, a));
            Cell::of(placed, Cell::Text)
        }));
        let coverage = &moment.coverage;
        row.push(Cell::one(coverage.hours(coverage.load())));
        row.push(Cell::one(coverage.hours(coverage.capacity)));
        row.push(Cell::Text(
            teller.planned(&scenario.plan, quarter).join("\n"),
        ));
        let changes = course
            .changes
            .iter()
            .filter(|change| change.quarter == quarter);
        let changes: Vec<String> = changes.map(|change| dated.change(course, change)).collect();
        row.push(Cell::Text(changes.join("\n")));
        row
    });
    let table = Table {
        name: words.get("sheet-course"),
        header,
        rows: rows.collect(),
        kept: 2,
    };
    (table, first as u16)
}

/// The sliders by quarters; those of a factor that nobody knows are empty.
pub fn levels(told: Told<'_>, evolution: &Evolution) -> Table {
    let teller = told.teller;
    let (knowledge, words) = (teller.knowledge, teller.words);
    let dated = teller.since(told.subject.profile.header.date);
    let mut header = vec![words.get("sheet-quarter"), words.get("sheet-season")];
    header.extend(knowledge.sliders().map(|slider| {
        let args = [("slider", knowledge.quantity(slider).label.get(words.lang()))];
        words.with("sheet-level", &args)
    }));
    let moments = evolution.course.moments.iter().enumerate();
    let rows = moments.map(|(quarter, moment)| {
        let mut row = vec![
            Cell::whole(quarter as f64),
            Cell::Text(capital(&dated.when(quarter, Season::Named))),
        ];
        let levels = knowledge.sliders().map(|slider| moment.level(slider));
        row.extend(levels.map(|level| Cell::of(level, Cell::one)));
        row
    });
    Table {
        name: words.get("sheet-levels"),
        header,
        rows: rows.collect(),
        kept: 2,
    }
}
