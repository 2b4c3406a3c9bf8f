"""Names as coordinates."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
DRINKS = ["tea", "coffee", "water", "milk"]


@scene
def category_bars():
    figure, ax = axes()
    ax.bar(DRINKS, [3.0, 5.0, 1.0, 2.0])
    return figure


@scene
def category_bars_lying():
    figure, ax = axes()
    ax.barh(DRINKS, [3.0, 5.0, 1.0, 2.0])
    ax.barh(["milk", "soup"], [1.0, 4.0], color="C3", height=0.3)
    return figure


@scene
def category_lines_share_names():
    figure, ax = axes()
    ax.plot(DRINKS, [1.0, 3.0, 2.0, 2.5], "o-")
    ax.plot(["water", "tea", "juice"], [1.5, 0.5, 3.0], "s--")
    return figure


@scene
def category_both_axes():
    figure, ax = axes()
    ax.scatter(["a", "b", "c", "a", "b"], ["low", "high", "high", "high", "low"], s=80)
    ax.grid(True)
    return figure


@scene
def category_of_y_alone():
    figure, ax = axes()
    ax.plot(["high", "low", "low", "middle"])
    ax.axhline("low", color="k")
    return figure


@scene
def category_errors_and_text():
    figure, ax = axes()
    ax.errorbar(DRINKS, [3.0, 5.0, 1.0, 2.0], yerr=0.5, fmt="o", capsize=3)
    ax.vlines(["coffee"], 0, 6)
    ax.text("water", 4.0, "here")
    return figure


@scene
def category_repeated_and_long():
    figure, ax = axes()
    ax.plot(["x", "y", "x", "y", "z"], [1, 2, 3, 4, 5], drawstyle="steps-mid")
    ax.fill_between(["x", "y", "z"], [0.0, 1.0, 0.0], alpha=0.3)
    ax.set_xlim(-1, 4)
    return figure


@scene
def category_one():
    figure, ax = axes()
    ax.bar(["only"], [2.0])
    ax.set_ylabel("count")
    return figure
