"""Axes of dates."""

import datetime

from matplotlib import dates as mdates

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
WAVE = [0.0, 2.0, 1.0, 3.0, 2.5]


def over(start, end):
    """Five times from one to the other."""
    return [start + (end - start) * i / 4 for i in range(5)]


def span(start, end):
    def make():
        figure, ax = axes((6, 2.5))
        ax.plot(over(start, end), WAVE, marker="o")
        return figure

    return make


DAY = datetime.datetime
SPANS = {
    "centuries": (DAY(1700, 3, 1), DAY(2100, 5, 1)),
    "years": (DAY(2001, 5, 17), DAY(2024, 2, 3)),
    "months": (DAY(2023, 11, 5), DAY(2024, 7, 9)),
    "two_years": (DAY(2022, 1, 31), DAY(2024, 3, 1)),
    "weeks": (DAY(2024, 1, 20), DAY(2024, 4, 2)),
    "days": (DAY(2024, 2, 24), DAY(2024, 3, 5)),
    "hours": (DAY(2024, 2, 28, 20), DAY(2024, 2, 29, 19)),
    "minutes": (DAY(2024, 2, 28, 23, 41), DAY(2024, 2, 29, 0, 30)),
    "seconds": (DAY(2024, 2, 28, 23, 59, 50), DAY(2024, 2, 29, 0, 0, 25)),
    "milliseconds": (DAY(1971, 2, 28, 23, 59, 50, 1000), DAY(1971, 2, 28, 23, 59, 50, 41000)),
    "early": (DAY(20, 6, 1), DAY(60, 6, 1)),
}
for name, ends in SPANS.items():
    SCENES["dates_over_" + name] = span(*ends)


@scene
def dates_one():
    figure, ax = axes((6, 2.5))
    ax.plot([DAY(2024, 5, 5)], [1.0], "o")
    return figure


@scene
def dates_upwards_and_bars():
    figure, ax = axes()
    ax.barh([DAY(2024, 5, 5), DAY(2024, 5, 7), DAY(2024, 5, 10)], [1.0, 3.0, 2.0])
    ax.axhline(DAY(2024, 5, 8), color="k")
    return figure


def concise(name, start, end):
    def make():
        figure, ax = axes((6, 2.5))
        ax.plot(over(start, end), WAVE)
        ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
        return figure

    SCENES["dates_concise_" + name] = make


for name in ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds"]:
    concise(name, *SPANS[name])


@scene
def dates_formatted_and_limited():
    figure, ax = axes((6, 2.5))
    ax.plot(over(DAY(2024, 1, 1), DAY(2024, 6, 1)), WAVE)
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d %b"))
    ax.set_xlim(DAY(2024, 4, 1), DAY(2024, 1, 15))
    ax.tick_params(axis="x", labelrotation=30)
    return figure
