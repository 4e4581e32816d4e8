"""Templates as companies have them, made from the one that comes with python-pptx: another shape, dark, without
any layout with a title, upright; saved as presentations and as templates proper."""

import sys
import zipfile
from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def recoloured(path, colors, font):
    """The same file with other colours and another font in its theme."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    from lxml import etree
    for name, data in parts.items():
        if not name.startswith("ppt/theme/"):
            continue
        theme = etree.fromstring(data)
        scheme = theme.find(f".//{A}clrScheme")
        for key, color in colors.items():
            slot = scheme.find(f"{A}{key}")
            for old in list(slot):
                slot.remove(old)
            etree.SubElement(slot, f"{A}srgbClr").set("val", color)
        for latin in theme.findall(f".//{A}fontScheme//{A}latin"):
            latin.set("typeface", font)
        parts[name] = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    if path.suffix == ".potx":
        types = parts["[Content_Types].xml"].decode()
        parts["[Content_Types].xml"] = types.replace(
            "presentationml.presentation.main+xml", "presentationml.template.main+xml").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def made(folder, name, colors, font, size=None, keep=None):
    deck = Presentation()
    if size:
        # As PowerPoint does, everything goes along with the slide.
        was = (deck.slide_width, deck.slide_height)
        deck.slide_width, deck.slide_height = map(Emu, size)
        for holder in [deck.slide_master, *deck.slide_layouts]:
            for shape in holder.placeholders:
                if shape._element.spPr.find(qn("a:xfrm")) is not None:
                    shape.left = shape.left * size[0] // was[0]
                    shape.width = shape.width * size[0] // was[0]
                    shape.top = shape.top * size[1] // was[1]
                    shape.height = shape.height * size[1] // was[1]
    for layout in list(deck.slide_layouts):
        if keep is not None and layout.name not in keep:
            deck.slide_layouts.remove(layout)
    # Its slides are somebody else's.
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    for shape in slide.placeholders:
        shape.text = "Une autre entreprise"
    path = Path(folder) / name
    deck.save(path)
    recoloured(path, colors, font)


folder = sys.argv[1]
made(folder, "narrow.pptx", {"accent1": "00707A", "dk1": "1A1A1A"}, "Georgia")
made(folder, "dark.potx", {"lt1": "14213D", "dk1": "FFFFFF", "accent1": "FCA311"}, "Verdana",
     size=(12192000, 6858000))
made(folder, "bare.potx", {"accent1": "8A1538"}, "Arial", size=(12192000, 6858000), keep=["Blank"])
made(folder, "upright.pptx", {"accent1": "4B2E83"}, "Arial", size=(6858000, 9906000))
made(folder, "pale.pptx", {"accent1": "FFE680"}, "Arial", size=(12192000, 6858000),
     keep=["Title Slide", "Title and Content"])
