"""Histograms of several columns and outlines; labels and error bars of bars."""

from .boxes import column
from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")


def pair():
    return [column(60, 5, 0.0, 8.0), column(35, 6, 2.0, 12.0)]


@scene
def hist_side_by_side():
    figure, ax = axes()
    ax.hist(pair(), bins=6)
    return figure


@scene
def hist_stacked():
    figure, ax = axes()
    ax.hist(pair(), bins=7, stacked=True, density=True, rwidth=0.7)
    return figure


@scene
def hist_step():
    figure, ax = axes()
    ax.hist(pair(), bins=8, histtype="step")
    return figure


@scene
def hist_step_one():
    figure, ax = axes()
    ax.hist(pair()[0], bins=12, histtype="step", cumulative=True, density=True, linewidth=2)
    return figure


@scene
def hist_stepfilled_stacked():
    figure, ax = axes()
    ax.hist(pair(), bins=8, histtype="stepfilled", stacked=True)
    ax.hist(pair()[0], bins=[0.0, 1.0, 4.0, 5.0], histtype="stepfilled", alpha=0.4)
    return figure


@scene
def hist_horizontal():
    figure, ax = axes()
    ax.hist(pair(), bins=5, orientation="horizontal", align="left")
    ax.hist(pair()[1], bins=5, orientation="horizontal", histtype="step", align="right")
    return figure


@scene
def hist_weights_and_bottom():
    figure, ax = axes()
    values = pair()[0]
    ax.hist(values, bins=5, weights=[0.1 * i for i in range(60)], bottom=3.0, align="right")
    ax.hist([1.0, 2.0, NAN, 3.5], bins=[0.0, 2.0, 4.0], weights=[1.0, 2.5, 9.0, 0.5], alpha=0.5)
    return figure


@scene
def hist_log():
    figure, ax = axes()
    ax.hist(pair()[0] + [30.0], bins=10, log=True)
    return figure


@scene
def hist_cumulative_from_above():
    figure, ax = axes()
    ax.hist(pair(), bins=6, cumulative=-1, range=(1.0, 9.0))
    return figure


@scene
def hist_doane():
    figure, ax = axes()
    ax.hist(pair()[0] + [20.0], bins="doane")
    ax.hist(pair()[1], bins="stone", alpha=0.5)
    return figure


@scene
def hist_rules():
    figure, ax = axes()
    ax.hist(pair(), bins="fd")
    ax.hist(pair()[0], bins="rice", alpha=0.5)
    ax.hist(pair()[0], bins="scott", alpha=0.5, histtype="step", edgecolor="k")
    return figure


@scene
def hist_empty_columns():
    figure, ax = axes()
    ax.hist([[], [1.0, 2.0]], bins=3)
    return figure


@scene
def bar_labels():
    figure, ax = axes()
    bars = ax.bar([1, 2, 3, 4], [3.5, -2.0, NAN, 1234567.0])
    ax.bar_label(bars, padding=3)
    ax.set_ylim(-5, 5)
    return figure


@scene
def bar_labels_centered():
    figure, ax = axes()
    low = ax.bar([1, 2, 3], [3.0, 5.0, 2.0])
    high = ax.bar([1, 2, 3], [2.0, 1.5, 4.0], bottom=[3.0, 5.0, 2.0])
    ax.bar_label(low, label_type="center", fmt="%.1f kg")
    ax.bar_label(high, label_type="center", labels=["a", "b", "c"], color="w")
    ax.bar_label(high)
    ax.set_ylim(1, 6)
    return figure


@scene
def bar_labels_horizontal():
    figure, ax = axes()
    bars = ax.barh([1, 2, 3], [3.0, -5.0, 0.0])
    ax.bar_label(bars, padding=[1, 5, 9], fontsize=8)
    ax.margins(x=0.2)
    return figure


@scene
def bar_labels_inverted():
    figure, ax = axes()
    ax.set_ylim(8, -8)
    bars = ax.bar([1, 2, 3], [3.0, -5.0, 1.0])
    ax.bar_label(bars, padding=4)
    return figure


@scene
def bar_errors():
    figure, ax = axes()
    bars = ax.bar([1, 2, 3], [3.0, 5.0, -4.0], yerr=[0.5, 0.2, 1.0], capsize=4)
    ax.bar_label(bars)
    return figure


@scene
def bar_errors_horizontal():
    figure, ax = axes()
    bars = ax.barh([1, 2, 3], [3.0, 5.0, -4.0], xerr=[[0.5, NAN, 1.0], [1.0, 0.1, 0.2]], ecolor="C3")
    ax.bar_label(bars, padding=2)
    ax.bar([6.0], [2.0], xerr=0.3, yerr=0.5, capsize=2, error_kw={"elinewidth": 2})
    return figure
