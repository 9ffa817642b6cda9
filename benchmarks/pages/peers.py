"""TimelineJS and vis-timeline with the same events: fetched by npm into a folder outside the project, and served."""

import json
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli

TIMELINEJS, VIS = "@knight-lab/timelinejs@3.9", "vis-timeline@8.5"
PORT = 8179
KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
TIMELINEJS_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="timelinejs/dist/css/timeline.css"><script src="timelinejs/dist/js/timeline.js"></script>
</head><body><div id="line" style="width: 100%; height: 600px"></div><script>
fetch('timelinejs.json').then((answer) => answer.json()).then((events) => {
  window.line = new TL.Timeline('line', events, {font: null, script_path: 'timelinejs/dist/js/'});
});</script></body></html>"""
VIS_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
</head><body><div id="line"></div><script>
fetch('vis.json').then((answer) => answer.json()).then((items) => {
  window.line = new vis.Timeline(document.getElementById('line'), items, {height: 600});
});</script></body></html>"""


def prepare(folder: Path, events: list[dict[str, Any]]) -> None:
    """Fetch both and write a page and the events for each."""
    folder.mkdir(parents=True, exist_ok=True)
    for package, name in ((TIMELINEJS, "timelinejs"), (VIS, "vis-timeline")):
        if not (folder / name).exists():
            packed = subprocess.run(
                ["npm", "pack", "--silent", package], cwd=folder, capture_output=True, text=True, check=True
            ).stdout.split()  # fmt: skip
            # Of a range of versions the newest comes last.
            with tarfile.open(folder / packed[-1]) as archive:
                archive.extractall(folder / f"{name}-packed", filter="data")
            (folder / f"{name}-packed" / "package").rename(folder / name)
    (folder / "timelinejs.html").write_text(TIMELINEJS_PAGE)
    (folder / "vis.html").write_text(VIS_PAGE)
    (folder / "timelinejs.json").write_text(json.dumps({"events": [_for_timelinejs(one) for one in events]}))
    (folder / "vis.json").write_text(json.dumps([_for_vis(one) for one in events]))


def _for_timelinejs(event: dict[str, Any]) -> dict[str, Any]:
    told = {
        "unique_id": f"e{event['key']}",
        "start_date": _parts(event["first"]),
        "text": {"headline": escape(event["headline"]), "text": escape(event["summary"])},
    }
    return told | ({"end_date": _parts(event["last"])} if event["last"] != event["first"] else {})


def _parts(day: str) -> dict[str, str]:
    return dict(zip(("year", "month", "day"), day.split("-"), strict=True))


def _for_vis(event: dict[str, Any]) -> dict[str, Any]:
    told = {"id": event["key"], "content": escape(event["headline"]), "title": escape(event["summary"])}
    told["start"] = event["first"]
    return told | ({"end": event["last"]} if event["last"] != event["first"] else {})


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, each file compressed as well as brotli can, and yield its address."""
    packed: dict[Path, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        """Answers with a file."""

        def do_GET(self) -> None:
            path = (folder / self.path.split("?")[0].lstrip("/")).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                self.send_error(404)
                return
            if path not in packed:
                packed[path] = brotli.compress(path.read_bytes())
            self.send_response(200)
            self.send_header("Content-Type", KINDS.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Encoding", "br")
            self.send_header("Content-Length", str(len(packed[path])))
            self.end_headers()
            self.wfile.write(packed[path])

        def log_message(self, *_said: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{PORT}/"
    finally:
        server.shutdown()
        server.server_close()
