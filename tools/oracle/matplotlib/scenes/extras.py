"""Format strings, lines without ends, limits of error bars, and what else pies can have."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")
X = [1.0, 2.0, 3.0, 4.0, 5.0]
Y = [2.0, 3.0, 1.0, 2.5, 3.5]


@scene
def format_strings():
    figure, ax = axes()
    for i, fmt in enumerate(["ro--", "k:", "C4s", "-.", "^g-", "green", "1", "0.7", "b,", "-"]):
        ax.plot(X, [y + 3.0 * i for y in Y], fmt)
    return figure


@scene
def axline_two_points():
    figure, ax = axes()
    ax.plot([0, 1, 2], [1, 3, 2])
    ax.axline((0.5, 1.0), (1.0, 1.5), color="C1", linestyle="--")
    ax.axline((0.0, 2.0), slope=-0.5, color="k")
    ax.axline((1.5, 0.0), (1.5, 1.0))
    ax.axline((0.0, 2.5), slope=0)
    return figure


@scene
def axline_beyond_the_view():
    figure, ax = axes()
    ax.plot([0, 1, 2], [1, 3, 2])
    ax.axline((1.0, 1.0), slope=30.0, linewidth=3)
    ax.axline((1.0, 2.0), slope=float("inf"))
    ax.set_xlim(0, 2)
    ax.set_ylim(5, 0)
    return figure


@scene
def axline_on_log_axes():
    figure, ax = axes()
    ax.loglog([1.0, 100.0], [1.0, 1000.0], "o")
    ax.axline((1.0, 1.0), (10.0, 100.0))
    return figure


@scene
def errorbar_limits():
    figure, ax = axes()
    ax.errorbar(X, Y, yerr=0.5, uplims=True)
    ax.errorbar(X, [y + 3 for y in Y], yerr=0.5, lolims=True, capsize=4, fmt="o")
    ax.errorbar(
        X,
        [y + 6 for y in Y],
        yerr=0.4,
        uplims=[True, False, True, False, False],
        lolims=[False, False, True, True, False],
        capsize=3,
    )
    return figure


@scene
def errorbar_limits_across():
    figure, ax = axes()
    ax.errorbar(X, Y, xerr=0.4, xlolims=True, ecolor="C3")
    ax.errorbar(
        X, [y + 3 for y in Y], xerr=0.4, yerr=0.3, xuplims=[1, 0, 1, 0, 0], lolims=[0, 1, 0, 0, 1], fmt="s"
    )
    ax.set_xlim(7, 0)
    return figure


@scene
def errorbar_limits_upside_down():
    figure, ax = axes()
    ax.set_ylim(5, 0)
    ax.errorbar(X, Y, yerr=0.4, uplims=True, capsize=2, capthick=2)
    return figure


@scene
def errorbar_every_and_above():
    figure, ax = axes()
    many = [i / 4 for i in range(20)]
    ax.errorbar(many, many, yerr=0.5, errorevery=3)
    ax.errorbar(many, [v + 2 for v in many], yerr=0.5, errorevery=(2, 5), barsabove=True, linewidth=4)
    return figure


@scene
def pie_text_and_center():
    figure, ax = axes()
    ax.pie(
        [3, 5, 2],
        labels=["a", "bb", "ccc"],
        autopct=lambda percent: f"<{percent:.0f}>",
        pctdistance=0.8,
        labeldistance=1.2,
        center=(0.5, -0.25),
    )
    return figure


@scene
def pie_turned_labels_and_frame():
    figure, ax = axes()
    ax.pie([3, 5, 2, 4], labels=["first", "second", "third", "fourth"], rotatelabels=True, frame=True)
    return figure


@scene
def errorbar_in_legend():
    figure, ax = axes()
    ax.errorbar(X, Y, yerr=0.3, fmt="o", label="up")
    ax.plot(X, [y + 1 for y in Y], label="line")
    ax.errorbar(X, [y + 2 for y in Y], xerr=0.2, yerr=0.3, capsize=4, label="both", linestyle="--")
    ax.errorbar(X, [y + 4 for y in Y], xerr=0.2, ecolor="k", elinewidth=3, capsize=2, label="across")
    ax.bar(X, [0.5] * 5, label="bars")
    ax.legend(loc="upper left")
    return figure


@scene
def errorbar_limits_in_legend():
    figure, ax = axes()
    ax.errorbar(X, Y, yerr=0.3, uplims=True, label="limits")
    ax.errorbar(X, [y + 2 for y in Y], yerr=0.3, capsize=3, fmt="s", label="squares")
    ax.errorbar(X, [y + 3 for y in Y], label="none")
    ax.legend()
    return figure
