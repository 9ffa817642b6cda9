"""The rules of the house: floors, circles, sizes, pages without inline code, vendored files as they came."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

PROJECT = settings.BASE_DIR
PACKAGE = PROJECT / "timeline"
LONGEST_FILE = 350

# What each import rule forbids: the rule, the module that is broken on purpose, what it must not import.
BROKEN = [
    ("floors", "timeline/dates/fuzzy.py", "import timeline.records.models"),
    ("floors", "timeline/records/access.py", "import timeline.public.urls"),
    ("floors", "timeline/accounts/roles.py", "import timeline.records.access"),
    ("floors", "timeline/web/middleware.py", "import timeline.accounts.roles"),
    ("floors", "timeline/limits/run.py", "import timeline.web.middleware"),
    ("floors", "timeline/extract/__init__.py", "import timeline.limits.run"),
    ("floors", "timeline/formats/works.py", "import timeline.limits.run"),
    ("floors", "timeline/formats/ris.py", "import timeline.extract.text"),
    ("floors", "timeline/ingest/urls.py", "import timeline.review.urls"),
    ("floors", "timeline/review/urls.py", "import timeline.arrange.urls"),
    ("floors", "timeline/arrange/urls.py", "import timeline.public.urls"),
    ("floors", "timeline/public/urls.py", "import timeline.transfer.urls"),
    ("floors", "timeline/transfer/urls.py", "import timeline.settings"),
    ("no-django", "timeline/dates/fuzzy.py", "import django"),
    ("no-django", "timeline/limits/stated.py", "import django"),
    ("no-django", "timeline/extract/__init__.py", "from django.conf import settings"),
    ("no-django", "timeline/formats/works.py", "import django"),
    ("dateparser", "timeline/dates/reading.py", "import dateparser"),
    ("dateparser", "timeline/ingest/urls.py", "from dateparser.search import search_dates"),
    ("public-reads", "timeline/public/urls.py", "import timeline.records.actions"),
    ("public-reads", "timeline/public/urls.py", "import timeline.records.changes"),
    ("no-circles", "timeline/accounts/models.py", "import timeline.accounts.roles"),
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A folder with the package and its contracts, to be broken."""
    folder = tmp_path_factory.mktemp("architecture")
    shutil.copytree(PACKAGE, folder / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(PROJECT / "pyproject.toml", folder)
    return folder


def lint_imports(folder, *options):
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    run = subprocess.run([*command, "--no-cache", "--no-logo", *options], cwd=folder, capture_output=True, text=True)
    return run.returncode, re.sub(r"\s+", " ", run.stdout + run.stderr)


def test_every_import_rule_holds():
    code, output = lint_imports(PROJECT)
    assert code == 0, output
    assert "Contracts: 5 kept, 0 broken." in output


@pytest.mark.parametrize(("rule", "path", "line"), BROKEN)
def test_an_import_rule_that_is_broken_is_found(copied, rule, path, line):
    module = copied / path
    text = module.read_text(encoding="utf-8")
    try:
        module.write_text(f"{text}\n{line}\n", encoding="utf-8")
        code, output = lint_imports(copied, "--contract", rule)
    finally:
        module.write_text(text, encoding="utf-8")
    assert code == 1, output
    assert "Contracts: 0 kept, 1 broken." in output
    assert path.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".") in output or rule == "no-circles"


def test_a_new_folder_must_be_given_its_floor(copied):
    room = copied / "timeline" / "attic"
    room.mkdir()
    try:
        (room / "__init__.py").touch()
        code, output = lint_imports(copied, "--contract", "floors")
    finally:
        shutil.rmtree(room)
    assert code == 1
    assert "timeline.attic" in output


def test_no_floor_is_optional():
    contracts = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    layers = re.search(r"layers = \[(.*?)\]", contracts, re.DOTALL)[1]
    assert "(" not in layers


def test_every_migration_is_made(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def own_files(*patterns):
    found = [path for pattern in patterns for path in PROJECT.glob(pattern)]
    return [path for path in found if not {"vendor", "migrations", "__pycache__"} & set(path.parts)]


def test_no_file_is_too_long():
    names = ("timeline/**/*.py", "static/**/*.js", "templates/**/*.html", "bin/*", ".ci/*", "benchmarks/**/*.py")
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in own_files(*names) if path.is_file()}
    assert {str(path.relative_to(PROJECT)): count for path, count in lines.items() if count > LONGEST_FILE} == {}


INLINE = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(ld\+)?json\")", re.IGNORECASE),
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"\s(on[a-z]+|hx-on[:a-z-]*)\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:|hx-vals\s*=\s*[\"']js:", re.IGNORECASE),
    "another host": re.compile(r"<(script|link|img|iframe)\b[^>]*\b(src|href)\s*=\s*[\"'](https?:)?//", re.IGNORECASE),
}


def markup_of(template):
    """Return the template's text without Django's own tags, which may say `style ==`."""
    return re.sub(r"{[%#].*?[%#]}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("fault", INLINE)
def test_no_template_holds_inline_code(fault):
    templates = own_files("templates/**/*.html", "timeline/**/templates/**/*.html")
    assert templates
    found = [str(path.relative_to(PROJECT)) for path in templates if INLINE[fault].search(markup_of(path))]
    assert found == []


@pytest.mark.parametrize(
    ("fault", "markup"),
    [
        ("an inline script", "<script>alert(1)</script>"),
        ("an inline style", '<p style="color: red">'),
        ("an event attribute", '<button onclick="go()">'),
        ("an event attribute", '<form hx-on:click="go()">'),
        ("a javascript: address", '<a href="javascript:go()">'),
        ("another host", '<script src="//elsewhere.example/x.js">'),
    ],
)
def test_inline_code_would_be_found(fault, markup):
    assert INLINE[fault].search(markup)


VENDORED = sorted(path for path in (PROJECT / "static" / "vendor").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", VENDORED, ids=lambda path: path.name)
def test_vendored_files_are_as_they_came(folder):
    listed = dict(
        reversed(line.split(maxsplit=1)) for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    )
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    del present["SHA256SUMS"]
    assert present == listed
    assert "LICENSE" in present
    assert re.search(r"-\d+\.\d+\.\d+$", folder.name)


def test_nothing_else_is_vendored():
    assert [path for path in (PROJECT / "static" / "vendor").iterdir() if not Path(path).is_dir()] == []
