import matplotlib
import pytest
from matplotlib.backends import _backend_agg as stock  # before anything replaces it

import matplotlib_agg

matplotlib.use("agg")
STOCK = stock.RendererAgg


@pytest.fixture
def stock_renderer():
    """matplotlib's own renderer class, to compare with."""
    return STOCK


@pytest.fixture
def installed():
    """Our renderer in the place of matplotlib's."""
    matplotlib_agg.install()
    yield
    matplotlib_agg.uninstall()


@pytest.fixture(autouse=True)
def no_figures_left():
    yield
    if "matplotlib.pyplot" in __import__("sys").modules:
        import matplotlib.pyplot as plt

        plt.close("all")
