"""A browser, driven over the WebDriver protocol: https://www.w3.org/TR/webdriver2/."""

import json
import subprocess
import tempfile
import time
import urllib.request

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--force-device-scale-factor=1", "--window-size=1400,1100"]
PATIENCE = 30


def wait_for(what, true, patience=PATIENCE):
    """Asks until the answer is true, and gives it back."""
    end = time.monotonic() + patience
    while not (answer := true()):
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {patience} s")
        time.sleep(0.02)
    return answer


class Browser:
    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(["chromedriver", "--port=9515"], stdout=subprocess.DEVNULL)
        self.base = "http://127.0.0.1:9515"
        wait_for("the driver", self.is_ready)
        options = {"args": [*ARGUMENTS, f"--user-data-dir={self.profile.name}"]}
        made = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
        self.base += f"/session/{made['sessionId']}"

    def is_ready(self):
        try:
            return self.ask("GET", "/status")["ready"]
        except OSError:
            return False

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def open(self, url):
        self.ask("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        """What a script returns; a promise is waited for."""
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def pointer(self, *steps):
        """Moves, presses and turns: ("move", x, y), ("down",), ("up",), ("wheel", x, y, turn)."""
        actions = {"move": lambda x, y: {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 50},
                   "down": lambda: {"type": "pointerDown", "button": 0},
                   "up": lambda: {"type": "pointerUp", "button": 0}}
        if steps[0][0] == "wheel":
            _, x, y, turn = steps[0]
            source = {"type": "wheel", "id": "wheel", "actions": [
                {"type": "scroll", "x": round(x), "y": round(y), "deltaX": 0, "deltaY": turn, "duration": 0}]}
        else:
            source = {"type": "pointer", "id": "mouse", "actions": [actions[name](*rest) for name, *rest in steps]}
        self.ask("POST", "/actions", {"actions": [source]})

    def key(self, key):
        actions = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def screenshot(self):
        """The page as a PNG, in base 64."""
        return self.ask("GET", "/screenshot")

    def close(self):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait(30)
            self.profile.cleanup()
