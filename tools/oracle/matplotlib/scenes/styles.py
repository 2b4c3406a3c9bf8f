"""The style sheets that matplotlib ships."""

from matplotlib import style

from .boxes import columns
from .common import axes, registry

SCENES = {}
scene = registry(SCENES)

# The only typeface there is here, hinted by its own instructions (classic asks for FreeType's hinter).
FONT = {"font.family": "DejaVu Sans", "mathtext.fontset": "dejavusans", "text.hinting": "default"}
SHEETS = """
    Solarize_Light2 bmh classic dark_background fast fivethirtyeight ggplot grayscale petroff10 petroff6
    petroff8 seaborn-v0_8 seaborn-v0_8-bright seaborn-v0_8-colorblind seaborn-v0_8-dark
    seaborn-v0_8-dark-palette seaborn-v0_8-darkgrid seaborn-v0_8-deep seaborn-v0_8-muted
    seaborn-v0_8-notebook seaborn-v0_8-paper seaborn-v0_8-pastel seaborn-v0_8-poster
    seaborn-v0_8-talk seaborn-v0_8-ticks seaborn-v0_8-white seaborn-v0_8-whitegrid
    tableau-colorblind10
""".split()


def styled(settings, fill):
    """A figure that is made and drawn with settings."""
    with style.context(settings):
        figure, ax = axes()
        fill(ax)
    draw = figure.draw

    def draw_styled(renderer):
        with style.context(settings):
            draw(renderer)

    figure.draw = draw_styled
    return figure


def everything(ax):
    ax.plot([0, 1, 2, 3], [1.0, 3.0, 2.0, 2.5], label="line")
    ax.plot([0, 1, 2, 3], [2.0, 0.5, 1.0, 3.0], "o--", label="marks")
    ax.bar([0.5, 1.5, 2.5], [0.5, 1.0, 0.8], width=0.4, label="bars")
    ax.scatter([0.2, 1.2, 2.2], [2.8, 1.8, 0.4], label="points")
    ax.set_title("title")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ax.legend(loc="upper center")


def with_sheet(name):
    def make():
        return styled([name, FONT], everything)

    return make


for sheet in SHEETS:
    SCENES["style_" + sheet.lower().replace("-", "_")] = with_sheet(sheet)


@scene
def style_dark_boxplot():
    def boxes(ax):
        ax.boxplot(columns(), showmeans=True)
        ax.boxplot(columns(), positions=[5, 6, 7], patch_artist=True)

    return styled(["dark_background", FONT], boxes)


@scene
def style_by_settings():
    settings = {
        "axes.prop_cycle": "cycler('color', ['k', 'm', '#80ff00'])",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.top": True,
        "xtick.labeltop": True,
        "xtick.minor.visible": True,
        "ytick.direction": "inout",
        "lines.linestyle": "-.",
        "lines.marker": "s",
        "axes.axisbelow": False,
        "axes.grid": True,
        "grid.alpha": 0.5,
        "figure.subplot.left": 0.2,
        "legend.edgecolor": "r",
        "legend.framealpha": 1.0,
        "font.size": 8.0,
    }
    return styled(settings, everything)
