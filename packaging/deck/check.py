"""Presentations as python-pptx reads them: every line holds to two boxes, tables and charts are native,
every slide has a title, notes, and the marks where there are some; nothing hangs over the slide, and no type
is too small for a room."""

import io
import sys

import openpyxl
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn


def site(shape, index):
    x, y = shape.left + shape.width // 2, shape.top + shape.height // 2
    return [(x, shape.top), (shape.left, y), (x, shape.top + shape.height),
            (shape.left + shape.width, y)][index]


def check(path):
    deck = Presentation(path)
    slides = list(deck.slides)
    assert len(slides) == 6, f"{path}: {len(slides)} slides"
    charts = tables = held = 0
    wide, high = deck.slide_width, deck.slide_height
    # As large beside the slide as 12 points are on the usual one.
    least = 1200 * min(wide, high) / 6858000
    is_marked = "marked-" in path
    for number, slide in enumerate(slides, 1):
        where = f"{path}, slide {number}"
        assert slide.shapes.title.text.strip(), where
        assert len(slide.notes_slide.notes_text_frame.text) > 100, where
        shapes = {shape.shape_id: shape for shape in slide.shapes}
        if is_marked:
            texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            assert any("Diffusion restreinte" in text for text in texts), where
            kinds = [shape.shape_type for shape in slide.shapes]
            assert kinds.count(MSO_SHAPE_TYPE.PICTURE) == 1, where
        assert len(shapes) == len(list(slide.shapes)), where
        for shape in slide.shapes:
            if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
                assert is_marked and shape.top > 0.85 * high, f"{where}: a picture"
            sizes = [int(run.get("sz")) for run in shape._element.iter(qn("a:rPr")) if run.get("sz")]
            assert all(size >= least - 1 for size in sizes), f"{where}: {min(sizes)} in {shape.name}"
            if shape._element.tag != qn("p:cxnSp") and shape.width is not None:
                inside = (shape.left >= 0 and shape.top >= 0 and shape.left + shape.width <= wide + 9
                          and shape.top + shape.height <= high + 9)
                assert inside, f"{where}: {shape.name} hangs over"
            if shape.has_chart:
                charts += 1
                plot = shape.chart.plots[0]
                names, values = list(plot.categories), list(plot.series[0].values)
                book = shape.chart.part.chart_workbook.xlsx_part.blob
                sheet = openpyxl.load_workbook(io.BytesIO(book)).active
                rows = list(sheet.iter_rows(min_row=2, values_only=True))
                assert rows == list(zip(names, values)), f"{where}: {rows}"
            if shape.has_table:
                tables += 1
                table = shape.table
                assert len(table.columns) == 3 and len(list(table.rows)) >= 2, where
                assert all(cell.text.strip() for row in table.rows for cell in row.cells), where
            line = shape._element
            if line.tag == qn("p:cxnSp") and line.find(".//" + qn("a:stCxn")) is not None:
                held += 1
                for end, x, y in (("stCxn", shape.begin_x, shape.begin_y),
                                  ("endCxn", shape.end_x, shape.end_y)):
                    ref = line.find(".//" + qn(f"a:{end}"))
                    box = shapes[int(ref.get("id"))]
                    if line.spPr.xfrm.get("rot") is None:
                        at = site(box, int(ref.get("idx")))
                        assert abs(at[0] - x) < 20000 and abs(at[1] - y) < 20000, f"{where}: {at}"
                assert line.find(".//" + qn("p:cNvPr")).get("descr"), where
    assert charts == 2, f"{path}: {charts} charts"
    assert tables == 1, f"{path}: {tables} tables"
    assert held >= 3, f"{path}: {held} connectors"
    print(f"{path}: {held} connectors, {charts} charts, {tables} table")


for deck in sys.argv[1:]:
    check(deck)
