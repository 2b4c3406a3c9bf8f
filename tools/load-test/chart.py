"""The server of examples/serve, with matplotlib and Flask: the same page, parameters and picture.

It is the recipe of matplotlib's manual for web servers: a Figure without pyplot, saved into memory. The
travel times are read when it starts, so that none are computed while it serves.
"""

import io
import os
from pathlib import Path

import numpy as np
from flask import Flask, Response, request
from matplotlib.figure import Figure

LONGITUDES = np.arange(120.0, 291.0)
LATITUDES = np.arange(-60.0, 61.0)
HOURS = {tuple(map(int, path.stem.split("_"))): np.loadtxt(path, delimiter=",")
         for path in Path(os.environ["HOURS"]).glob("*.csv")}

app = Flask(__name__)


def figure(lon, lat, levels, cmap, width, height):
    fig = Figure((width / 100, height / 100), dpi=100)
    ax = fig.add_subplot(1, 1, 1)
    ax.set_facecolor("0.8")
    hours = HOURS[lon, lat]
    layers = ax.contourf(LONGITUDES, LATITUDES, hours, levels, cmap=cmap)
    lines = ax.contour(LONGITUDES, LATITUDES, hours, levels, colors="k", linewidths=0.5)
    ax.clabel(lines, fmt="%g", fontsize=8)
    ax.plot([lon], [lat], color="r", marker="*", markersize=12)
    ax.set_title(f"Travel time of a tsunami from {lon}°, {lat}°")
    ax.set_xlabel("longitude")
    ax.set_ylabel("latitude")
    fig.colorbar(layers).set_label("hours")
    return fig


@app.get("/contour.png")
def contour():
    given = request.args
    lon, lat, levels, width, height = (
        int(given[name]) for name in ("lon", "lat", "levels", "width", "height"))
    tag = f"{lon}.{lat}/{levels}/{given['cmap']}/{width}x{height}"
    if tag in request.if_none_match:
        return Response(status=304)
    file = io.BytesIO()
    figure(lon, lat, levels, given["cmap"], width, height).savefig(file, format="png")
    answer = Response(file.getvalue(), mimetype="image/png")
    answer.set_etag(tag)
    answer.cache_control.public = True
    answer.cache_control.max_age = 3600
    return answer
