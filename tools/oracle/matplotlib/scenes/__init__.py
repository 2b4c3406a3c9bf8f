"""The scenes: each a function of no arguments that returns a figure.

A module per topic fills `SCENES`; the name of a scene is the name of its files.
The Rust half makes the same calls in the module of the same name.
"""

from . import layout, lines, markers, random, ticks


def all_scenes():
    scenes = {}
    for topic in (lines, markers, ticks, layout):
        for name, make_figure in topic.SCENES.items():
            assert name not in scenes, f"two scenes are named {name}"
            scenes[name] = make_figure
    return scenes


def all_mosaics():
    """The functions that return the figures of each mosaic, cell by cell."""
    return random.MOSAICS
