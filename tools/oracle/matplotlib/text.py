"""Record what matplotlib makes of many strings and of every glyph of DejaVu Sans.

`<out>/shaping.json`   for each size and string: measures, glyphs, positions
`<out>/coverage.json`  for each size, angle and string: a digest of all glyph bitmaps and their places
`<out>/glyphs.json`    for each size and angle: a digest of every 64 glyphs of the font

Everything goes through `RendererAgg.draw_text` and `get_text_width_height_descent`; only the last
step, the blit into the C++ renderer, is caught. Run `text.py <out> --verbose` to print, instead of
digests, each glyph on its own (for finding a difference).
"""

import hashlib
import json
import sys
from pathlib import Path

import matplotlib

assert matplotlib.__version__ == "3.11.2", matplotlib.__version__
matplotlib.rcdefaults()

import numpy as np
from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg, get_hinting_flag
from matplotlib.font_manager import FontProperties

HEIGHT = 400
DIGITS = 16

STRINGS = [
    "0", "1.0", "−0.25", "0.00", "3.75", "1e−5", "+1.2345e6", "−60", "100000", "2026-11-22 05:30",
    "Simple Plot", "hi mom", "time", "volts", "The quick brown fox jumps over the lazy dog",
    "PACK MY BOX WITH FIVE DOZEN LIQUOR JUGS", "AVAToWaYe LTYAV", "Tsunami travel time", "r.v.y,f'",
    "fi ffi fl ffl ff fj", "office waffle", "!\"#$%&'()*+,-./", ":;<=>?@[\\]^_`{|}~", " ", "  a  b  ",
    "àéîõüÿçñåøæœß", "ÀÉÎÕÜŸÇÑÅØÆŒẞ", "Łódź Žluťoučký Şişli ğİı",
    "e\u0301 a\u0308 n\u0303 c\u0327 o\u0302\u0301", "x\u0305 q\u0323\u0307 Z\u0335 g\u0306\u0306\u0306",
    "αβγδεζηθικλμνξοπρσςτυφχψω", "ΑΒΓΔΣΩ άέήίόύώ ΐΰ", "ὁ ἄνθρωπος ᾧ",
    "Съешь же ещё этих мягких булок", "ЁЙЎЇЄҐ ђћџљњ", "Հայերեն ժամանակ", "ქართული ენა",
    "שלום עולם", "abc שלום 123", "שלום abc 123 (def)", "בְּרֵאשִׁית",
    "سلام", "الْعَرَبِيَّة", "a سلام (b) 12,5", "سلام abc, 3.5−2", "לא ٣٤٥ x",
    "∑∫√∞≈≠≤≥±×÷∂∇∈∉⊂∪∩", "←↑→↓↔⇒⇔", "°′″‰€£¥©®™§¶", "“quoted” ‘single’ «guillemets» … – —",
    "½⅓¼⅛ x²y³ H₂O", "☀☂★♠♥♦♣♪✓✗", "■□▲△●○◆◇", "ⅠⅡⅢⅳ ①②", "a\u00a0b\u200ac\u2009d\u2003e",
    "co\u00adop zero\u200bwidth\u200djoin", "(α) [б] {c}", "(שלום)", "Ǆǅǆ ĳ ŉ", "ﬁﬂﬀﬃ",
]
SIZES = [
    (6, 72), (8, 100), (10, 72), (10, 100), (9.5, 100), (10, 150), (10, 200), (12, 72), (12, 100),
    (12.5, 96.5), (14, 100), (18, 150), (24, 100), (36, 72), (48, 100), (48, 200),
]
ANGLES = [0, 30, 45, 90, -17.5]
GLYPH_SIZES = [(6, 72), (10, 100), (12, 100), (15, 150), (48, 100)]
GLYPH_ANGLES = [0, 30, 90]


class Blits:
    """Stands where the C++ renderer would, and keeps the bitmaps."""

    def __init__(self):
        self.images = []

    def draw_text_image(self, image, x, y, angle, gc):
        assert angle == 0
        self.images.append((np.array(image), int(x), int(y)))


def renderer(dpi):
    made = RendererAgg(600, HEIGHT, dpi)
    made._renderer = Blits()
    return made


def properties(points):
    return FontProperties(family=["DejaVu Sans"], size=points)


def place(index):
    """A pen position whose fractions differ from string to string."""
    return 50 + index * 37 % 64 / 64 + 0.003, 200 - index * 23 % 64 / 64 - 0.001


def layout(points, dpi, text):
    """Measures in 1/64 px, then glyph, x, y in 1/64 px for every glyph."""
    drawn = renderer(dpi)
    measures = drawn.get_text_width_height_descent(text, properties(points), False)
    placed = []
    drawn._draw_text_glyphs_and_boxes = lambda gc, x, y, angle, glyphs, boxes: placed.extend(
        (glyph, round(dx * 64), round(dy * 64)) for font, size, glyph, slant, extend, dx, dy in glyphs
    )
    drawn.draw_text(drawn.new_gc(), 0, 0, text, properties(points), 0)
    return [round(measure * 64) for measure in measures], [n for glyph in placed for n in glyph]


def bitmap_bytes(image, x, y):
    if image.size == 0:
        return b"-;"
    rows, columns = image.shape
    return f"{x},{y},{columns},{rows};".encode() + image.tobytes()


def digest(parts):
    return hashlib.sha1(b"".join(parts)).hexdigest()[:DIGITS]


def coverage(points, dpi, text, index, angle):
    drawn = renderer(dpi)
    x, y = place(index)
    drawn.draw_text(drawn.new_gc(), x, y, text, properties(points), angle)
    return [bitmap_bytes(*blit) for blit in drawn._renderer.images]


def glyph_coverage(points, dpi, angle, glyph):
    """One glyph through the step that draws shaped text, at a place of its own."""
    drawn = renderer(dpi)
    font = font_manager.get_font(font_manager.findfont(properties(points)))
    x, y = place(glyph)
    drawn._draw_text_glyphs_and_boxes(
        drawn.new_gc(), x, y, angle, [(font, points, glyph, 0, 1, 0.0, 0.0)], [])
    font.set_size(points, dpi)
    advance = font.load_glyph(glyph, get_hinting_flag()).horiAdvance
    return f"{advance};".encode() + bitmap_bytes(*drawn._renderer.images[0])


def write(path, record):
    lines = ",\n".join(f'"{key}": {json.dumps(value, ensure_ascii=False, separators=(",", ":"))}'
                       for key, value in record.items())
    path.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


def key(points, dpi, angle=None):
    return f"{points} {dpi}" if angle is None else f"{points} {dpi} {angle}"


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    font = font_manager.get_font(font_manager.findfont(properties(10)))
    assert Path(font.fname).is_relative_to(matplotlib.get_data_path()), font.fname
    if "--verbose" in sys.argv:
        for points, dpi in GLYPH_SIZES:
            for angle in GLYPH_ANGLES:
                for glyph in range(font.num_glyphs):
                    one = glyph_coverage(points, dpi, angle, glyph)
                    print(key(points, dpi, angle), glyph, digest([one]), one[:30].split(b";")[:2])
        return
    places = [place(index) for index in range(len(STRINGS))]
    shaping = {key(*size): [layout(*size, text) for text in STRINGS] for size in SIZES}
    write(out / "shaping.json", {"strings": STRINGS, **shaping})
    covers = {key(*size, angle): [digest(coverage(*size, text, index, angle))
                                  for index, text in enumerate(STRINGS)]
              for size in SIZES for angle in ANGLES}
    write(out / "coverage.json", {"height": HEIGHT, "places": places, **covers})
    blocks = range(0, font.num_glyphs, 64)
    glyphs = {key(*size, angle): [
        digest(glyph_coverage(*size, angle, glyph)
               for glyph in range(block, min(block + 64, font.num_glyphs))) for block in blocks]
        for size in GLYPH_SIZES for angle in GLYPH_ANGLES}
    write(out / "glyphs.json", {"height": HEIGHT, "count": font.num_glyphs, **glyphs})


if __name__ == "__main__":
    main()
