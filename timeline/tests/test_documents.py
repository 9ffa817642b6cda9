"""What a person can type is written down: commands, settings, options; and what is written down exists."""

import argparse
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

from timeline import serve

PROJECT = settings.BASE_DIR


def read(*names):
    return "\n".join((PROJECT / name).read_text(encoding="utf-8") for name in names)


DOCUMENTS = read("README.md", "CONTRIBUTING.md", *sorted(str(path) for path in (PROJECT / "docs").glob("*.md")))
OWN_APPS = {config.name for config in apps.get_app_configs() if config.name.startswith("timeline.")}
COMMANDS = sorted(name for name, app in get_commands().items() if app in OWN_APPS)
SETTINGS = sorted(
    set(re.findall(r"(?:env\.[a-z]+|_flag|_number|_networks)\(\s*\"([A-Z_]+)\"", read("timeline/settings.py")))
    | set(re.findall(r"environment\.get\(\"([A-Z_]+)\"\)", read("timeline/serve.py")))
    | set(re.findall(r"\$\{([A-Z_]+):-", read("bin/_browser", "bin/_python")))
)
TEST_OPTIONS = sorted(set(re.findall(r"^    (?:-\w \| )?(--[a-z-]+)\)", read("bin/test"), re.MULTILINE)))


def serve_options(monkeypatch):
    """Return the options of bin/serve that its help shows."""
    seen = []
    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", lambda parser, _arguments: seen.append(parser))
    serve.read_arguments([])
    return [
        option
        for action in seen[0]._actions
        for option in action.option_strings
        if option.startswith("--") and action.help != argparse.SUPPRESS
    ]


def test_there_is_something_to_document():
    assert {"ensure_admin", "load_seeds", "prepare"} <= set(COMMANDS)
    assert {"DATABASE_URL", "HTTPS", "PORT", "HOST", "CHROMIUM", "DATA_DIR", "WORKERS"} <= set(SETTINGS)
    assert {"--no-browser", "--postgres", "--help"} <= set(TEST_OPTIONS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert f"manage.py {name}" in DOCUMENTS


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name):
    assert f"`{name}`" in DOCUMENTS


@pytest.mark.parametrize("option", [option for option in TEST_OPTIONS if option != "--help"])
def test_every_option_of_bin_test_is_documented(option):
    assert f"`{option}`" in DOCUMENTS
    assert option in read("bin/test").split("usage='")[1].split("'")[0]


def test_every_option_of_bin_serve_is_documented(monkeypatch):
    options = serve_options(monkeypatch)
    assert "--new-password" in options
    assert [option for option in options if option != "--help" and f"bin/serve {option}" not in DOCUMENTS] == []


def test_the_settings_of_the_table_exist():
    table = re.findall(r"^\| (`[A-Z].*?) \|", read("README.md"), re.MULTILINE)
    named = {name for row in table for name in re.findall(r"`([A-Z_]+)`", row)}
    assert named == set(SETTINGS)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/decisions.md", "docs/benchmarks.md"])
def test_what_a_document_points_to_exists(document):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(document))
    folder = (PROJECT / document).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_readme_begins_with_what_it_is_for_in_five_lines():
    paragraphs = read("README.md").split("\n\n")
    assert paragraphs[1].count("\n") == 4
    assert paragraphs[2].startswith("![")
