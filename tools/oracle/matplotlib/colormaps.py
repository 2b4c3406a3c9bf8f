"""Write matplotlib's colormaps as one compact table, and their colours as an oracle.

    python colormaps.py TABLE.bin COLORS.txt

The table holds what each map is made from: its list of colours, or the corners of
the piecewise linear functions of its channels, or, where a channel is a formula, the
256 colours that come out. A reversed map (name_r) is stored only where it is not the map's own
table turned around, to the last bit, and a map that looks like another as its name.

    record  = name length u8, name, kind u8, colours u16, body
    kind 0  decimals: 3 numbers a colour, millionths as u24
    kind 1  numbers: 3 f64 a colour
    kind 2  corners: for red, green, blue a count u8, and x, y0, y1 as f64 each;
            gamma as f64 before them
    kind 3  another map: name length u8, name

All little-endian. COLORS.txt has a line a map: its name and a checksum (FNV-1a,
64 bits) over the f64 of every colour.
"""

import struct
import sys
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, ListedColormap

MILLION = 1_000_000


def colors(cmap):
    cmap._ensure_inited()
    return np.ascontiguousarray(cmap._lut[: cmap.N, :3], dtype="<f8")


def decimals(lut):
    scaled = np.rint(lut * MILLION)
    if not (scaled / MILLION == lut).all():
        return None
    return b"".join(int(v).to_bytes(3, "little") for v in scaled.ravel())


def corners(cmap):
    if not isinstance(cmap, LinearSegmentedColormap):
        return None
    channels = [cmap._segmentdata[name] for name in ("red", "green", "blue")]
    if any(callable(channel) for channel in channels) or "alpha" in cmap._segmentdata and not all(
        y0 == y1 == 1.0 for _, y0, y1 in cmap._segmentdata["alpha"]
    ):
        return None
    body = struct.pack("<d", cmap._gamma)
    for channel in channels:
        rows = np.array(channel, dtype="<f8")
        body += bytes([len(rows)]) + rows.tobytes()
    return body


def shortest(cmap):
    """The kind and body of a map's own record."""
    lut = colors(cmap)
    candidates = [(0, decimals(lut)), (1, lut.tobytes()), (2, corners(cmap))]
    return min(((k, b) for k, b in candidates if b is not None), key=lambda c: len(c[1]))


def record(name, maps, stored):
    """A map's kind and body, or None if it is another map turned around."""
    lut = colors(maps[name])
    if name.endswith("_r"):
        original = maps[name[:-2]]
        if shortest(original)[0] == 2 or np.array_equal(colors(original)[::-1], lut):
            return None
    kind, data = shortest(maps[name])
    for other in stored:
        if kind != 2 and np.array_equal(colors(maps[other]), lut):
            return 3, bytes([len(other)]) + other.encode()
    return kind, data


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def main():
    assert matplotlib.__version__ == "3.11.2", matplotlib.__version__
    maps = {name: matplotlib.colormaps[name] for name in sorted(matplotlib.colormaps)}
    table, lines, stored = b"", [], []
    for name, cmap in maps.items():
        assert isinstance(cmap, (LinearSegmentedColormap, ListedColormap))
        kind_body = record(name, maps, stored)
        if kind_body is not None:
            kind, data = kind_body
            if kind != 3:
                stored.append(name)
            table += bytes([len(name)]) + name.encode() + bytes([kind]) + struct.pack("<H", cmap.N) + data
        lines.append(f"{name} {cmap.N} {fnv(colors(cmap).tobytes()):016x}\n")
    Path(sys.argv[1]).write_bytes(table)
    Path(sys.argv[2]).write_text("".join(lines))


if __name__ == "__main__":
    main()
