"""The scenes: each a function of no arguments that returns a figure.

Every module in this folder that has `SCENES` is a topic, and every scene's name is the
name of its files. The Rust half makes the same calls in the module of the same name.
"""

import importlib
import pkgutil

from . import random


def topics():
    """The modules with scenes, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = {name: importlib.import_module(f".{name}", __name__) for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "SCENES")}


def all_scenes(only=()):
    """The scenes of all topics, or of some."""
    scenes = {}
    for topic, module in topics().items():
        for name, make_figure in module.SCENES.items():
            assert name not in scenes, f"two scenes are named {name}"
            if not only or topic in only:
                scenes[name] = make_figure
    return scenes


def all_mosaics():
    """The functions that return the figures of each mosaic, cell by cell."""
    return random.MOSAICS
