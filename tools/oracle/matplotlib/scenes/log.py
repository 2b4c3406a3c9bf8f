"""Logarithmic and other scales."""

import numpy as np

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")


@scene
def log_semilogy():
    figure, ax = axes()
    ax.semilogy([1, 2, 3, 4], [1.0, 40.0, 900.0, 3e4], marker="o")
    ax.grid(True)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def log_semilogx_many_decades():
    figure, ax = axes()
    ax.semilogx([1e-9, 1e-3, 1.0, 1e8, 1e15], [1.0, 2.0, 0.0, 3.0, 1.0])
    ax.set_xlabel("x")
    ax.set_title("title")
    return figure


@scene
def log_loglog_below_one():
    figure, ax = axes()
    ax.loglog([0.001, 0.02, 0.3], [0.5, 0.01, 0.2], "s--")
    ax.grid(True, which="both")
    return figure


@scene
def log_one_decade():
    figure, ax = axes()
    ax.loglog([1.0, 3.0, 5.0, 9.0], [20.0, 90.0, 50.0, 35.0])
    return figure


@scene
def log_short_view():
    figure, ax = axes()
    ax.loglog([2.0, 2.5, 2.9], [400.0, 410.0, 403.0])
    return figure


@scene
def log_nonpositive_clip():
    figure, ax = axes()
    ax.plot([0.0, 1.0, 2.0, 3.0, 4.0], [10.0, -5.0, 1000.0, 0.0, 20.0], marker="o")
    ax.set_yscale("log")
    return figure


@scene
def log_nonpositive_mask():
    figure, ax = axes()
    ax.plot([0.0, 1.0, 2.0, 3.0, 4.0], [10.0, -5.0, 1000.0, 100.0, NAN], marker="o")
    ax.set_yscale("log", nonpositive="mask")
    return figure


@scene
def log_nothing():
    figure, ax = axes()
    ax.set_xscale("log")
    ax.set_yscale("log")
    return figure


@scene
def log_all_negative():
    figure, ax = axes()
    ax.plot([1.0, 2.0, 3.0], [-1.0, -2.0, -3.0])
    ax.set_yscale("log")
    return figure


@scene
def log_one_point():
    figure, ax = axes()
    ax.loglog([1000.0], [0.5], "o")
    return figure


@scene
def log_huge():
    figure, ax = axes()
    ax.semilogy([1.0, 2.0, 3.0], [1e-300, 1.0, 1e300])
    return figure


@scene
def log_base_two():
    figure, ax = axes()
    ax.plot([1.0, 5.0, 100.0], [1.0, 30.0, 3.0])
    ax.set_xscale("log", base=2)
    ax.set_yscale("log", base=3)
    return figure


@scene
def log_subs():
    figure, ax = axes()
    ax.plot([1.0, 5.0, 100.0], [1.0, 30.0, 3.0])
    ax.set_xscale("log", subs=[2, 5])
    return figure


@scene
def log_limits_and_inverted():
    figure, ax = axes()
    ax.loglog([1.0, 10.0, 100.0], [1.0, 10.0, 100.0])
    ax.set_xlim(500.0, 0.05)
    ax.set_ylim(0.2, 20.0)
    return figure


@scene
def log_scatter_and_fill():
    figure, ax = axes()
    ax.scatter([1.0, 10.0, 100.0], [3.0, 20.0, 0.5], s=[20.0, 80.0, 200.0])
    ax.fill_between([1.0, 10.0, 100.0], [1.0, 2.0, 0.1], [5.0, 50.0, 5.0], alpha=0.3)
    ax.set_xscale("log")
    ax.set_yscale("log")
    return figure


@scene
def log_bars():
    figure, ax = axes()
    ax.bar([1, 2, 3], [10.0, 0.1, 1000.0])
    ax.set_yscale("log")
    return figure


@scene
def log_rotated_labels():
    figure, ax = axes()
    ax.semilogx([1e-2, 1e3], [0.0, 1.0])
    ax.tick_params(axis="x", labelrotation=30, labelsize=13)
    return figure


@scene
def symlog_default():
    figure, ax = axes()
    ax.plot([-100.0, -3.0, 0.0, 5.0, 1000.0], [-1e5, -10.0, 0.5, 20.0, 1e4], marker=".")
    ax.set_xscale("symlog")
    ax.set_yscale("symlog", linthresh=0.1)
    ax.grid(True)
    return figure


@scene
def symlog_looks():
    figure, ax = axes()
    ax.plot([-100.0, -3.0, 0.0, 5.0, 1000.0], [-1.0, -10.0, 0.5, 20.0, 40.0])
    ax.set_xscale("symlog", linthresh=3.0, linscale=2.0, subs=[2, 5])
    ax.set_yscale("symlog", base=2)
    return figure


@scene
def symlog_linear_only():
    figure, ax = axes()
    ax.plot([0.0, 1.0, 2.0], [-0.5, 1.0, 0.25])
    ax.set_yscale("symlog", linthresh=5.0)
    return figure


@scene
def scale_by_functions():
    figure, ax = axes()
    ax.plot([0.0, 1.0, 4.0, 9.0], [0.0, 1.0, 2.0, 3.0], marker="o")
    ax.set_xscale("function", functions=(np.sqrt, np.square))
    ax.set_xlim(0.0, 10.0)
    return figure


@scene
def log_formatters():
    from matplotlib.ticker import LogFormatter, LogFormatterExponent, LogFormatterMathtext

    figure, ax = axes()
    ax.loglog([2.0, 700.0], [0.3, 5.0])
    ax.xaxis.set_major_formatter(LogFormatter(10))
    ax.yaxis.set_major_formatter(LogFormatterExponent(10))
    ax.yaxis.set_minor_formatter(LogFormatterMathtext(10))
    return figure


@scene
def math_in_text():
    figure, ax = axes()
    ax.plot([1, 2, 3])
    ax.set_title(r"$10^{-3}$ and $2\times10^5$")
    ax.set_xlabel(r"a price: \$5")
    ax.set_ylabel(r"$\mathrm{m}^2$ in $10_{2}^{3}$")
    ax.text(0.5, 1.5, "$4_2$\nsecond", rotation=30)
    return figure


@scene
def asinh_scales():
    figure, ax = axes()
    ax.plot([-100.0, -3.0, 0.0, 5.0, 1000.0], [-1e5, -10.0, 0.5, 20.0, 1e4], marker=".")
    ax.set_xscale("asinh", linear_width=2.0)
    ax.set_yscale("asinh")
    ax.grid(True)
    return figure


@scene
def asinh_symmetric():
    figure, ax = axes()
    ax.plot([-1.0, 0.0, 1.0], [-50.0, 3.0, 51.0])
    ax.set_xscale("asinh", linear_width=0.1)
    ax.set_yscale("asinh", linear_width=5.0)
    return figure
