"""A web server that draws a contour map for each request and sends it without a file."""

import io
import socket
import threading
import urllib.request

import numpy as np
import pytest
from PIL import Image

cherrypy = pytest.importorskip("cherrypy")
pytestmark = pytest.mark.usefixtures("installed")


class ContourMaps:
    @cherrypy.expose
    def map_png(self, phase="0"):
        from matplotlib.figure import Figure

        x, y = np.meshgrid(np.linspace(-3, 3, 60), np.linspace(-2, 2, 40))
        fig = Figure(figsize=(4, 3), dpi=100)
        ax = fig.add_subplot()
        ax.contourf(x, y, np.sin(x + float(phase)) * np.cos(y), levels=9)
        out = io.BytesIO()
        fig.savefig(out, format="png")
        out.seek(0)
        cherrypy.response.headers["Content-Type"] = "image/png"
        return cherrypy.lib.file_generator(out)


@pytest.fixture
def address():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cherrypy.config.update({
        "server.socket_host": "127.0.0.1", "server.socket_port": port, "server.thread_pool": 4,
        "engine.autoreload.on": False, "environment": "embedded", "log.screen": False,
    })
    cherrypy.tree.mount(ContourMaps())
    cherrypy.server.unsubscribe()
    server = cherrypy._cpserver.Server()
    server.socket_host, server.socket_port, server.thread_pool = "127.0.0.1", port, 4
    server.subscribe()
    cherrypy.engine.start()
    yield f"http://127.0.0.1:{port}"
    cherrypy.engine.exit()
    server.unsubscribe()


def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        assert answer.headers["Content-Type"] == "image/png"
        return np.asarray(Image.open(io.BytesIO(answer.read())))


def test_contour_maps_come_over_http_from_several_threads_at_once(address):
    alone = [fetch(f"{address}/map_png?phase={phase}") for phase in range(4)]
    assert alone[0].shape == (300, 400, 4)
    assert not np.array_equal(alone[0], alone[1])

    together = [None] * 8

    def get(i):
        together[i] = fetch(f"{address}/map_png?phase={i % 4}")

    threads = [threading.Thread(target=get, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for i, picture in enumerate(together):
        assert np.array_equal(picture, alone[i % 4])
