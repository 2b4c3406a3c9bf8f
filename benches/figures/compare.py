"""Times whole figures, from data to PNG, by figure, by matplotlib, and by other crates, in turns, in one run.

    cargo build --release --manifest-path benches/figures/Cargo.toml
    python benches/figures/compare.py [rounds] [name ...]

Needs matplotlib 3.11.2 and Pillow (tools/matplotlib-suite/run makes an environment that has them). A time is the
least of many rounds on the wall clock, the crates one after the other in each round; the ratio is theirs by
ours. Our pixels are compared with matplotlib's, and the run fails where they differ.
"""

import io
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["plotters", "ruviz"]
# How many times as fast as matplotlib we mean to be.
BARS = {"lab": 30, "subplots": 20, "noise": 50}


def columns(*arrays):
    return np.concatenate([np.asarray(a, float).ravel() for a in arrays])


def data():
    rng = np.random.default_rng(0)
    x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
    return {
        "lab": columns([1, 2, 3]),
        "line": rng.normal(size=100_000).cumsum(),
        "noise": rng.normal(size=100_000),
        "scatter": columns(*rng.normal(size=(3, 10_000))),
        "markers": columns(*rng.normal(size=(2, 10_000))),
        "contourf": columns(np.sin(x) * np.cos(y) + 0.1 * x * y),
        "imshow": rng.normal(size=1_000_000),
        "subplots": columns([1, 3, 2, 4]),
    }


def figure(name, values):
    """What a user of matplotlib writes."""
    size = {"lab": (5, 4), "subplots": (8, 6)}.get(name, (6.4, 4.8))
    fig = Figure(figsize=size, dpi=100)
    FigureCanvasAgg(fig)
    if name == "subplots":
        for ax in fig.subplots(3, 3).flat:
            ax.plot(values)
            ax.set_title("title")
        return fig
    ax = fig.add_subplot()
    if name == "scatter":
        x, y, c = values.reshape(3, -1)
        ax.scatter(x, y, c=c)
    elif name == "markers":
        x, y = values.reshape(2, -1)
        ax.plot(x, y, "o")
    elif name == "contourf":
        ax.contourf(values.reshape(200, 200), levels=20)
    elif name == "imshow":
        ax.imshow(values.reshape(1000, 1000))
    else:
        ax.plot(values)
    return fig


def by_matplotlib(name, values):
    start = time.perf_counter()
    png = io.BytesIO()
    figure(name, values).savefig(png)
    return (time.perf_counter() - start) * 1e3, png


class Ours:
    """The program beside this script."""

    def __init__(self, folder):
        target = os.environ.get("CARGO_TARGET_DIR", os.path.join(HERE, "target"))
        program = os.path.join(target, "release", "figures")
        self.process = subprocess.Popen([program, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            raise SystemExit(f"the program stopped at {words}")
        return np.nan if answer == "-" else float(answer)


def same_pixels(ours, png):
    theirs = np.asarray(Image.open(png).convert("RGBA"))
    return np.array_equal(np.asarray(Image.open(ours).convert("RGBA")), theirs)


def cold_ms(folder, times=20):
    """The least CPU time of a process that writes the lab's picture, start and end included."""
    spent = []
    for _ in range(times):
        before = os.times()
        program = Ours(folder)
        program.ask("ours", "lab", os.path.join(folder, "cold.png"))
        program.process.stdin.close()
        program.process.wait()
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(spent) * 1e3, sum(spent) / times * 1e3


def main():
    arguments = sys.argv[1:]
    rounds = int(arguments.pop(0)) if arguments else 10
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        every = data()
        for name, values in every.items():
            values.astype("<f8").tofile(os.path.join(folder, f"{name}.f64"))
        program = Ours(folder)
        heads = ["ours ms", "matplotlib", *PEERS, "bar", "pixels"]
        print(f"{'figure':10}" + "".join(f"{head:>11}" for head in heads))
        for name, values in every.items():
            if arguments and name not in arguments:
                continue
            best = dict.fromkeys(["ours", "matplotlib", *PEERS], np.inf)
            for _ in range(rounds):
                spent, png = by_matplotlib(name, values)
                best["matplotlib"] = min(best["matplotlib"], spent)
                for by in ["ours", *PEERS]:
                    best[by] = np.fmin(best[by], program.ask(by, name))
            picture = os.path.join(folder, "ours.png")
            program.ask("ours", name, picture)
            same = same_pixels(picture, png)
            failed |= not same
            ratios = [f"{best[by] / best['ours']:11.1f}" if np.isfinite(best[by]) else f"{'':>11}"
                      for by in ["matplotlib", *PEERS]]
            bar, pixels = BARS.get(name, 10), "same" if same else "DIFFER"
            print(f"{name:10}{best['ours']:11.2f}" + "".join(ratios) + f"{bar:>11}{pixels:>11}", flush=True)
        least, mean = cold_ms(folder)
        print(f"a cold process that writes the lab's PNG: {least:.1f} ms of CPU at least, {mean:.1f} ms in the mean")
    sys.exit(failed)


if __name__ == "__main__":
    main()
