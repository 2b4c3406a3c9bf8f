"""Draws one hostile case by matplotlib-agg, and says what came of it.

draw.py TORTURE CASE [FILE]: asks the program TORTURE for the case, within limits of time and memory that this
process sets itself.
"""

import resource
import subprocess
import sys

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, TransformedPath
from matplotlib_agg._backend_agg import RendererAgg

MOST_MEMORY = 512 << 20
MOST_SECONDS = 10
# Memory that is asked for but never touched may be more than what is held.
ASKED = 3
LARGEST_SURFACE = 1 << 30


def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) << 10 for line in status if line.startswith("VmHWM:"))


def limit(surface):
    used = resource.getrusage(resource.RUSAGE_SELF)
    start = int(used.ru_utime + used.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (start + MOST_SECONDS, start + MOST_SECONDS + 1))
    most = MOST_MEMORY * ASKED + surface
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def affine(words):
    a, b, c, d, e, f = map(float, words)
    return Affine2D(np.array([[a, c, e], [b, d, f], [0, 0, 1]]))


class Case:
    def __init__(self, stream):
        head = [int(word) for word in stream.readline().split()]
        self.width, self.height, self.may_refuse, ops, probes, paths = head
        self.ops = [stream.readline().decode().split() for _ in range(ops)]
        self.probes = [[int(word) for word in stream.readline().split()] for _ in range(probes)]
        self.paths = [self.path(stream) for _ in range(paths)]

    @staticmethod
    def path(stream):
        count = int(stream.readline())
        codes = np.frombuffer(stream.read(count), np.uint8)
        vertices = np.frombuffer(stream.read(16 * count), "<f8").reshape(count, 2)
        return Path(vertices, codes)

    def draw(self):
        renderer = RendererAgg(self.width, self.height, 72)
        flip = Affine2D().scale(1, -1).translate(0, self.height)
        clips = []
        for op, *words in self.ops:
            if op == "unclip":
                clips.pop()
                continue
            path, words = self.paths[int(words[0])], words[1:]
            if op == "clip":
                clips.append(TransformedPath(path, affine(words) + flip))
                continue
            gc = GraphicsContextBase()
            gc.set_snap(False)
            gc.set_linewidth(0)
            if clips:
                gc.set_clip_path(clips[-1])
            *words, r, g, b, a = words
            color = (int(r) / 255, int(g) / 255, int(b) / 255, int(a) / 255)
            if op == "fill":
                renderer.draw_path(gc, path, affine(words) + flip, color)
                continue
            end = words.index(";")
            width, cap, join, offset, *dashes = words[:end]
            gc.set_linewidth(float(width))
            gc.set_capstyle(cap)
            gc.set_joinstyle(join)
            gc.set_foreground(color, isRGBA=True)
            if dashes:
                gc.set_dashes(float(offset), [float(length) for length in dashes])
            renderer.draw_path(gc, path, affine(words[end + 1:]) + flip, None)
        return np.asarray(memoryview(renderer))

    def judge(self, picture):
        for x, y, low, high in self.probes:
            alpha = picture[y, x, 3]
            if not low <= alpha <= high:
                return f"wrong alpha {alpha} at ({x}, {y}), not {low} to {high}"
        return "right"


def main(torture, *case):
    told = subprocess.Popen([torture, "--spell", *case], stdout=subprocess.PIPE)
    case = Case(told.stdout)
    told.wait()
    surface = min(case.width * case.height * 4, LARGEST_SURFACE)
    before = peak()
    limit(surface)
    try:
        outcome = case.judge(case.draw())
    except (ValueError, OverflowError, MemoryError, RuntimeError) as error:
        why = f"{type(error).__name__}: {error}".replace("\n", " ")
        outcome = f"refused {why}" if case.may_refuse else f"wrong error: {why}"
    held = peak() - before
    print(outcome)
    print(f"over {held}" if held > MOST_MEMORY + surface else f"held {held}")


main(*sys.argv[1:])
