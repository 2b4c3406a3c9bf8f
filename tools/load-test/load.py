"""Loads both servers and compares them. See `run`."""

import io
import json
import os
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import numpy as np
from PIL import Image

CONNECTIONS = 64
LEAST_RATIO = 20.0
# After the start, when all 16 origins have been asked for, memory may grow by so much at most.
MOST_GROWTH = 1.15
ORIGINS = [(145, 38), (282, -20), (205, 53), (160, 52), (180, -20), (245, 10), (150, 10), (190, 0),
           (275, -40), (165, -50), (128, 30), (220, 40), (200, -45), (235, -30), (170, 25), (270, 0)]
SAMPLES = ["levels=12&cmap=viridis&width=800&height=500", "levels=7&cmap=Blues&width=640&height=480",
           "levels=20&cmap=coolwarm&width=1000&height=700"]


class Server:
    """A process with its children, how much memory they hold and how long they computed."""

    def __init__(self, name, port, command, env=None):
        self.name, self.port = name, port
        self.process = subprocess.Popen(command, env={**os.environ, **(env or {})}, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                self.get(query(ORIGINS[0], SAMPLES[0]))
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"{name} does not start")

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
            return answer.read()

    def processes(self):
        found, todo = [], [self.process.pid]
        while todo:
            pid = todo.pop()
            found.append(pid)
            children = Path(f"/proc/{pid}/task/{pid}/children")
            todo += map(int, children.read_text().split())
        return found

    def memory(self):
        """In MB, shared pages counted once for each process that has them."""
        sizes = (Path(f"/proc/{pid}/statm").read_text().split()[1] for pid in self.processes())
        return sum(int(size) * os.sysconf("SC_PAGE_SIZE") / 1e6 for size in sizes)

    def computed(self):
        """Seconds of processor time."""
        stats = (Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split() for pid in self.processes())
        return sum((int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK") for stat in stats)

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


def query(origin, rest):
    return f"/contour.png?lon={origin[0]}&lat={origin[1]}&{rest}"


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))


def load(server, seconds, origins):
    """What wrk says, with the memory over time and the processor time a picture took."""
    for origin in ORIGINS:
        server.get(query(origin, SAMPLES[0]))
    memory, running = [], True

    def watch():
        while running:
            memory.append(server.memory())
            time.sleep(0.5)

    watcher = threading.Thread(target=watch)
    before = server.computed()
    watcher.start()
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s",
               "-s", str(Path(__file__).with_name("load.lua")), f"http://127.0.0.1:{server.port}"]
    out = subprocess.run(command, env={**os.environ, "ORIGINS": str(origins)}, capture_output=True, text=True)
    running = False
    watcher.join()
    line = next(line for line in out.stdout.splitlines() if line.startswith("RESULT "))
    result = json.loads(line.removeprefix("RESULT "))
    # The first seconds fill queues and buffers.
    settled = memory[min(len(memory) // 4, 20):]
    result |= {"rate": result["requests"] / result["seconds"], "first": settled[0], "most": max(memory),
               "last": settled[-1], "cpu": (server.computed() - before) / max(result["requests"], 1) * 1e3}
    return result


def main(release, work, seconds):
    release, work = Path(release), Path(work)
    hours = work / "hours"
    hours.mkdir(parents=True, exist_ok=True)
    for lon, lat in ORIGINS:
        out = subprocess.run([release / "examples/hours", str(lon), str(lat)], check=True, capture_output=True)
        (hours / f"{lon}_{lat}.csv").write_bytes(out.stdout)
    origins = work / "origins.txt"
    origins.write_text("".join(f"lon={lon}&lat={lat}\n" for lon, lat in ORIGINS))

    workers = str(os.cpu_count())
    ours = Server("figure", 8091, [release / "serve", "--listen", "127.0.0.1:8091", "--workers", workers])
    # A process for each processor, as many as ours has workers, since Python's threads do not draw side by side.
    gunicorn = [sys.executable, "-m", "gunicorn", "--workers", workers, "--bind", "127.0.0.1:8092",
                "--timeout", "120", "--backlog", "256", "--chdir", str(Path(__file__).parent), "chart:app"]
    theirs = Server("matplotlib 3.11.2", 8092, gunicorn, {"HOURS": str(hours)})
    try:
        pairs = [query(origin, rest) for origin in ORIGINS for rest in SAMPLES]
        same = sum(np.array_equal(pixels(ours.get(path)), pixels(theirs.get(path))) for path in pairs)
        results = [load(server, seconds, origins) for server in (ours, theirs)]
    finally:
        ours.stop()
        theirs.stop()

    print(f"{CONNECTIONS} connections for {seconds} s each, {workers} processors; "
          f"{same} of {len(pairs)} pictures identical in every pixel\n")
    print("| server | requests/s | failed | p50 | p99 | CPU a picture | memory: start, most, end |")
    print("|---|---|---|---|---|---|---|")
    for server, result in zip((ours, theirs), results):
        print("| {} | {rate:.1f} | {failed} of {requests} | {p50:.0f} ms | {p99:.0f} ms | {cpu:.1f} ms "
              "| {first:.0f}, {most:.0f}, {last:.0f} MB |".format(server.name, **result))
    mine, other = results
    ratio = mine["rate"] / other["rate"]
    print(f"\nratio: {ratio:.1f}")
    faults = {
        "a request failed": mine["failed"] > 0,
        "memory grew": mine["last"] > MOST_GROWTH * mine["first"],
        "pictures differ": same < len(pairs),
        f"fewer than {LEAST_RATIO:g} times as many": ratio < LEAST_RATIO,
    }
    sys.exit("; ".join(fault for fault, is_so in faults.items() if is_so) or 0)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
