"""Edit while a large table comes in: 16 people save 50 times each, over HTTP, without the import and beside it.

`.venv/bin/python benchmarks/import_while_editing.py [ROWS]` (100,000 rows unless said) makes a data folder of its own,
starts `bin/serve` there, and prints the slowest and the 99th of the saves of both rounds, what was lost, what failed,
and how long applying and undoing took and how much memory the worker needed. It takes at most half an hour.
"""

import argparse
import csv
import http.client
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

from serving import PROJECT, serving

PORT = int(os.environ.get("PORT", "8208"))
EDITORS, EDITS = 16, 50
PAUSE = 0.5  # seconds between two saves of one person
LONGEST = 1500  # seconds

PREPARE = """
import json, sys
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from timeline.accounts.models import Role, User
from timeline.records import actions
from timeline.transfer.actions import keep_file, make_plan
def session(person):
    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store.save()
    return store.session_key
editors, now = [], timezone.now()
for number in range(int(sys.argv[1])):
    person = User.objects.create_person(f"editor-{number}", None, Role.CHECKER)
    draft = actions.EventDraft(headline=f"Event of editor {number}", language="en", date_reason="known")
    event = actions.draft_event(draft=draft, by=person, at=now)
    editors.append((session(person), event.pk))
admin = User.objects.filter(role=Role.ADMIN).first()
batch = keep_file(name="large.csv", content=open(sys.argv[2], "rb").read(), by=admin, at=now)
began = timezone.now()
make_plan(batch=batch, chosen=batch.mapping["columns"], language="en")
print(json.dumps({"editors": editors, "admin": session(admin), "batch": batch.pk,
                  "planned": (timezone.now() - began).total_seconds()}))
"""


def table(rows: int) -> bytes:
    """Return a CSV whose rows have a headline, words of a date, its EDTF, a source, a place and a person."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("id", "title", "date_phrase", "edtf", "summary", "place", "actors", "source_title", "source_url"))
    for number in range(rows):
        year, month, day = 1900 + number % 120, number % 12 + 1, number % 28 + 1
        edtf = f"{year}-{month:02}-{day:02}"
        writer.writerow(
            (f"row-{number}", f"Event number {number} is held", edtf, edtf, "A summary of some words. " * 4,
             f"Place {number % 500}", f"Person {number % 900}",
             f"Paper {number // 5}", f"https://example.org/{number // 5}")
        )  # fmt: skip
    return out.getvalue().encode()


class Browser:
    """One signed-in person and a connection that stays open."""

    def __init__(self, session: str) -> None:
        self.session = session
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)

    def ask(self, method: str, path: str, typed: dict[str, str] | None = None) -> tuple[int, str]:
        """Return status and page."""
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={'a' * 32}", "X-CSRFToken": "a" * 32}
        body = urlencode(typed) if typed is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        for _again in range(2):
            try:
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                return answer.status, answer.read().decode(errors="replace")
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                self.connection.close()
        return 0, ""


def fields_of(page: str) -> dict[str, str]:
    """Return what the form of an event would send as it is drawn."""
    form = page[page.find('<form method="post"') :]
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form))
    fields |= dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', form))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'<option value="([^"]*)"[^>]*selected', options)
        fields[name] = chosen[1] if chosen else ""
    return fields


def edit(session: str, event: int, took: list[float], answers: Counter[str], lost: Counter[str], label: str) -> None:
    """Save one event again and again, each time with another summary, and look whether it is there."""
    person, path = Browser(session), f"/arrange/events/{event}/"
    for number in range(EDITS):
        _status, page = person.ask("GET", path)
        typed = fields_of(page) | {"summary_en": f"{label}, edit {number}"}
        began = time.monotonic()
        status, answer = person.ask("POST", path, typed)
        took.append(time.monotonic() - began)
        answers[str(status)] += 1
        if status == 302:
            _status, page = person.ask("GET", path)
            lost["lost"] += f"{label}, edit {number}" not in page
        elif answers[str(status)] < 3:
            sys.stderr.write(f"{status}: {re.sub(r'<[^>]+>', ' ', answer)[:3000].split('Skip to')[-1][:400]}\n")
        time.sleep(PAUSE)


def round_of(editors: list[tuple[str, int]], label: str) -> None:
    """Let everybody edit at once and print how it went."""
    took, answers, lost = [], Counter(), Counter()  # type: ignore[var-annotated]
    threads = [threading.Thread(target=edit, args=(*one, took, answers, lost, label)) for one in editors]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took.sort()
    print(
        f"{label}: {len(took)} saves in {time.monotonic() - began:.0f} s, "
        f"answers {dict(answers)}, lost {lost['lost']}; "
        f"median {took[len(took) // 2]:.2f} s, p99 {took[int(len(took) * 0.99)]:.2f} s, slowest {took[-1]:.2f} s",
        flush=True,
    )


def peak_of(pattern: str) -> int:
    """Return the most memory that a process with these words has needed, in MB; 0 if none runs."""
    found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True, check=False).stdout.split()
    peaks = [0]
    for process in found:
        try:
            status = Path(f"/proc/{process}/status").read_text()
            here = Path(f"/proc/{process}/cwd").readlink() == PROJECT
        except OSError:
            continue
        if here and (peak := re.search(r"VmHWM:\s+(\d+)", status)):
            peaks.append(int(peak[1]) // 1024)
    return max(peaks)


def wait_until_done(admin: Browser, batch: int, heading: str) -> float:
    """Return how many seconds pass before the page of an import says so."""
    began = time.monotonic()
    while time.monotonic() - began < LONGEST:
        _status, page = admin.ask("GET", f"/imports/{batch}/")
        if heading in page:
            return time.monotonic() - began
        time.sleep(1)
    raise SystemExit(f"{heading}: not after {LONGEST} s")


def main() -> None:
    """Prepare, serve, edit, apply, edit meanwhile, undo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=100_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory(prefix="nenpyo-") as name, serving(os.environ | {"DATA_DIR": name}, PORT):
        folder, environment = Path(name), os.environ | {"DATA_DIR": name}
        (folder / "large.csv").write_bytes(table(rows))
        said = subprocess.run(
            [sys.executable, "manage.py", "shell", "-v", "0", "-c",
             f"import sys; sys.argv = ['', '{EDITORS}', '{folder}/large.csv']\n" + PREPARE],
            cwd=PROJECT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert said.returncode == 0, said.stderr
        ready = json.loads(said.stdout.strip().splitlines()[-1])
        print(f"{rows} rows, planned in {ready['planned']:.1f} s", flush=True)
        admin, batch = Browser(ready["admin"]), ready["batch"]
        round_of(ready["editors"], "without the import")
        began = time.monotonic()
        status, _page = admin.ask("POST", f"/imports/{batch}/apply/", {"leave_out": "on"})
        assert status == 302, status
        round_of(ready["editors"], "beside the import")
        still = "is under way" in admin.ask("GET", f"/imports/{batch}/")[1]
        print(f"the import was {'still' if still else 'no longer'} under way when the last edit was saved")
        wait_until_done(admin, batch, "What this import did")
        took = time.monotonic() - began
        print(
            f"applied in {took:.0f} s, {rows / took:.0f} rows a second, worker {peak_of('manage.py work')} MB",
            flush=True,
        )
        admin.ask("POST", f"/imports/{batch}/undo/", {})
        took = wait_until_done(admin, batch, "This import was undone")
        print(f"undone in {took:.0f} s, worker {peak_of('manage.py work')} MB")


if __name__ == "__main__":
    main()
