#!/usr/bin/env python3
"""Makes one of the two fonts here from the original ones, with fontTools:
subset.py NotoSans-Regular.ttf NotoSansMath-Regular.ttf TO.ttf
The same originals give the same bytes."""
import sys

from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

text, symbols, to = sys.argv[1:]
font = TTFont(text, recalcTimestamp=False)
signs = TTFont(symbols, recalcTimestamp=False)

# Latin, Greek and Cyrillic, whole: all that the font has but the scripts of India.
INDIA = [range(0x0900, 0x0980), range(0x1CD0, 0x1D00), range(0xA830, 0xA840), range(0xA8E0, 0xA900)]
kept = {code for code in font.getBestCmap() if not any(code in block for block in INDIA)}
# Signs that Noto Sans had itself up to version 1.
SIGNS = "←↑→↓↔↕↖↗↘↙⇐⇒⇔∂∆∏∑∕∙√∞∟∩∫≈≠≡≤≥■□▪▫▲△▶►▼▽◀◄◆◇◊○●◦"
lacking = [code for code in map(ord, SIGNS) if code in signs.getBestCmap() and code not in kept]

options = Options()
# Letters join, marks are placed and pairs are kerned as ever; small capitals and the like are left out.
options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk"]
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
options.notdef_outline = True
subsetter = Subsetter(options)
subsetter.populate(unicodes=kept)
subsetter.subset(font)

assert signs["head"].unitsPerEm == font["head"].unitsPerEm
outlines = signs.getGlyphSet()
for code in lacking:
    name = signs.getBestCmap()[code]
    pen = TTGlyphPen(None)
    outlines[name].draw(DecomposingFilterPen(pen, outlines))
    new = f"uni{code:04X}"
    font["glyf"][new] = pen.glyph()
    font["hmtx"][new] = signs["hmtx"][name]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = new
font.save(to)
