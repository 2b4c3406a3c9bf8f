"""What a person would look at, looked at by a program. See `run`."""

import base64
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from browser import Browser, wait_for

# How many pixels differ between two pictures, given by anything that can be drawn on a canvas.
DIFFERENT = """
  const pixels = async source => {
    const image = typeof source === "string" ? Object.assign(new Image(), {src: source}) : source;
    if (image.decode) await image.decode();
    const [width, height] = [image.naturalWidth || image.width, image.naturalHeight || image.height];
    const context = Object.assign(document.createElement("canvas"), {width, height}).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
  const [a, b] = [await pixels(arguments[0]), await pixels(arguments[1])];
  if (a.width !== b.width || a.height !== b.height) return -1;
  const [x, y] = [a, b].map(image => new Uint32Array(image.data.buffer));
  return x.reduce((count, pixel, i) => count + (pixel !== y[i]), 0);
"""


def run_async(browser, script, *arguments):
    return browser.run(f"return (async function() {{ {script} }}).apply(null, arguments)", *arguments)


def data_url(png):
    return "data:image/png;base64," + base64.b64encode(png).decode()


def started(command):
    """A process that says on its error output where it can be reached, and that address."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    line = process.stderr.readline()
    return process, "http://" + line.split("http://")[1].strip()


def served_page(browser, release):
    """The form is changed, another picture comes, and it is the figure's to the pixel."""
    server, url = started([release / "serve", "--listen", "127.0.0.1:0"])
    try:
        browser.open(url)
        said = "return document.getElementById('said')"
        shown = "!document.querySelector('img').classList.contains('late')"
        first = wait_for("the first picture", lambda: browser.run(f"{said}.textContent.includes('800 × 500') && {shown}"))
        assert first
        before = browser.run("return document.querySelector('img').src")
        query = "lon=282&lat=-20&levels=20&cmap=magma&width=640&height=480"
        browser.run("""
          const form = document.querySelector("form");
          for (const [name, value] of new URLSearchParams(arguments[0])) form.elements[name].value = value;
          form.elements.cmap.dispatchEvent(new Event("change", {bubbles: true}));
        """, query)
        wait_for("the second picture", lambda: browser.run(f"{said}.textContent.includes('640 × 480') && {shown}"))
        after = browser.run("return document.querySelector('img').src")
        assert after != before
        asked = browser.run(f"{said}.dataset.query")
        assert asked == query, asked
        expected = subprocess.run([release / "examples/picture", query], check=True, capture_output=True).stdout
        differing = run_async(browser, DIFFERENT, after, data_url(expected))
        assert differing == 0, f"{differing} pixels differ from fig.to_png()"

        browser.run("""
          const form = document.querySelector("form");
          form.elements.lon.value = 133; form.elements.lat.value = -25;
          form.elements.lat.dispatchEvent(new Event("change", {bubbles: true}));
        """)
        wait_for("what is wrong", lambda: browser.run(f"{said}.textContent.includes('on land')"))
    finally:
        server.terminate()
        assert server.wait(30) == 0, "the server did not end by itself"


def live_figure(browser, release):
    """The plot is dragged and zoomed, its ticks change, and home brings back what was there."""
    program, url = started([release / "examples/show"])
    browser.open(url)
    pictures = lambda: int(browser.run("return document.querySelector('canvas').dataset.pictures || 0"))

    def look(start):
        """The picture once it is newer than it was at the start and nothing more is to come."""
        wait_for("a picture", lambda: pictures() > start and browser.run("return !busy && !queue.length"))
        return browser.run("return document.querySelector('canvas').toDataURL()")

    def doing(act):
        start = pictures()
        act()
        return look(start)

    def differing(one, other, part):
        """How many pixels differ in a part of the picture: x, y, width, height."""
        crop = """
          const cut = async source => {
            const image = Object.assign(new Image(), {src: source});
            await image.decode();
            const [x, y, width, height] = arguments[2];
            const canvas = Object.assign(document.createElement("canvas"), {width, height});
            canvas.getContext("2d").drawImage(image, -x, -y);
            return canvas.toDataURL();
          };
          arguments[0] = await cut(arguments[0]);
          arguments[1] = await cut(arguments[1]);
        """
        return run_async(browser, crop + DIFFERENT, one, other, part)

    home = look(0)
    left, top = browser.run("const r = document.querySelector('canvas').getBoundingClientRect(); return [r.x, r.y]")
    at = lambda x, y: (left + x, top + y)
    # The page is 700 × 500 pixels: labels of x are below 450, labels of y left of 80.
    ticks_x, ticks_y = [80, 450, 600, 25], [30, 50, 50, 400]

    place = "return document.getElementById('place').textContent"
    browser.pointer(("move", *at(300, 150)))
    wait_for("coordinates", lambda: browser.run(place).startswith("x = "))
    here = browser.run(place)
    browser.pointer(("move", *at(400, 150)))
    wait_for("other coordinates", lambda: browser.run(place) != here)

    dragged = doing(lambda: browser.pointer(
        ("move", *at(300, 150)), ("down",), ("move", *at(360, 180)), ("move", *at(420, 200)), ("up",)))
    assert differing(home, dragged, ticks_x) > 50, "the ticks of x did not move"
    assert differing(home, dragged, ticks_y) > 50, "the ticks of y did not move"

    zoomed = doing(lambda: browser.pointer(("wheel", *at(300, 150), -300)))
    assert differing(dragged, zoomed, ticks_x) > 50, "the ticks of x did not change"

    assert doing(lambda: browser.key("h")) == home, "home is not as it was"
    browser.run("document.getElementById('boxing').click()")
    boxed = doing(lambda: browser.pointer(
        ("move", *at(200, 80)), ("down",), ("move", *at(330, 160)), ("move", *at(350, 200)), ("up",)))
    assert differing(home, boxed, ticks_x) > 50, "the ticks of x did not change"
    back = doing(lambda: browser.run("document.getElementById('back').click()"))
    assert back == home, "back is not as it was"

    browser.open("about:blank")
    assert program.wait(30) == 0, "the program did not end with its page"


def lab_in_webassembly(browser, _release):
    """The page draws the lab figure itself, with the bytes of the picture that matplotlib drew."""
    root = Path(__file__).resolve().parents[2]
    pages = partial(QuietHandler, directory=root / "examples/wasm/target/page")
    with ThreadingHTTPServer(("127.0.0.1", 0), pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser.open(f"http://127.0.0.1:{server.server_port}/index.html")
        wait_for("the lab", lambda: browser.run("return document.getElementById('state').dataset.done"))
        state = browser.run("return document.getElementById('state').textContent")
        assert state.startswith("drawn in"), state
        drawn = browser.run("return document.getElementById('lab').toDataURL()")
        lab = root / "reference-images/matplotlib/fixtures/lab.png"
        differing = run_async(browser, DIFFERENT, drawn, data_url(lab.read_bytes()))
        server.shutdown()
        assert differing == 0, f"{differing} pixels differ from matplotlib's"


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_):
        pass


# A step of its own for each page.
STEPS = [served_page, live_figure, lab_in_webassembly]


def main(release):
    browser = Browser()
    failed = 0
    try:
        for step in STEPS:
            try:
                step(browser, Path(release))
                print(f"{step.__name__}: ok")
            except AssertionError as error:
                failed += 1
                Path(release, f"{step.__name__}.png").write_bytes(base64.b64decode(browser.screenshot()))
                print(f"{step.__name__}: {error} (see {release}/{step.__name__}.png)")
    finally:
        browser.close()
    sys.exit(failed)


main(sys.argv[1])
