import matplotlib
import pytest
from matplotlib.backends import _backend_agg as stock  # before anything replaces it

import matplotlib_agg

matplotlib.use("agg")
STOCK = stock.RendererAgg
# Before, messages came unformatted and turned text was filtered otherwise.
SINCE_3_11 = matplotlib.__version_info__ >= (3, 11)
SINCE_3_11_ONLY = pytest.mark.skipif(not SINCE_3_11, reason="matplotlib 3.10 does not have it")


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
