import errno
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from timeline.accounts.models import User
from timeline.transfer.management.commands import prepare

pytestmark = pytest.mark.django_db


@pytest.fixture
def installation(tmp_path, settings, monkeypatch):
    """A project folder with static files and a data folder, and a list of the seeds that were loaded."""
    settings.BASE_DIR = tmp_path
    settings.DATA_DIR = tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "staticfiles"
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # not the admin site's
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    for name in ("var", "static", "seeds"):
        (tmp_path / name).mkdir()
    (tmp_path / "static" / "page.css").write_text("p { color: black }\n" * 100)
    (tmp_path / "requirements.txt").write_text("Django\n")
    (tmp_path / "seeds" / "events.csv").write_text("id\n1\n")
    monkeypatch.setattr(prepare, "SEEDS", tmp_path / "seeds")
    return tmp_path


@pytest.fixture
def loaded(monkeypatch):
    """Note each loading of the seeds; what they hold is tested beside load_seeds."""
    times = []
    real = prepare.call_command

    def call(name, *arguments, **options):
        return times.append(name) if name == "load_seeds" else real(name, *arguments, **options)

    monkeypatch.setattr(prepare, "call_command", call)
    return times


def run(**options):
    output = StringIO()
    call_command("prepare", stdout=output, stderr=StringIO(), **options)
    return output.getvalue()


def test_the_first_time_it_does_everything(installation, loaded):
    assert "Password" in run()
    assert loaded == ["load_seeds"]
    assert User.objects.get().username == "admin"
    assert list((installation / "staticfiles").glob("page.*.css.br"))


def test_the_second_time_it_does_nothing_again(installation, loaded):
    run()
    manifest = installation / "staticfiles" / "staticfiles.json"
    written = manifest.stat().st_mtime_ns
    assert run() == ""
    assert loaded == ["load_seeds"]
    assert manifest.stat().st_mtime_ns == written


def test_seeds_that_changed_are_loaded_again(installation, loaded):
    run()
    (installation / "seeds" / "events.csv").write_text("id\n1\n2\n")
    run()
    assert loaded == ["load_seeds"] * 2


def test_another_database_gets_the_seeds_too(installation, loaded, settings, monkeypatch):
    run()
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", "another")
    run()
    assert loaded == ["load_seeds"] * 2


def test_seeds_whose_loading_failed_are_loaded_the_next_time(installation, monkeypatch, loaded):
    real = prepare.call_command

    def fail(name, *arguments, **options):
        if name == "load_seeds":
            raise CommandError("events.csv, line 2: no date")
        return real(name, *arguments, **options)

    with monkeypatch.context() as broken:
        broken.setattr(prepare, "call_command", fail)
        with pytest.raises(CommandError, match="no date"):
            run()
    run()
    assert loaded == ["load_seeds"]


def test_static_files_that_changed_are_collected_again(installation, loaded):
    run()
    (installation / "static" / "page.css").write_text("p { color: white }\n" * 100)
    run()
    assert len(list((installation / "staticfiles").glob("page.*.css"))) == 2


def test_static_files_that_were_removed_are_collected_again(installation, loaded):
    run()
    (installation / "staticfiles" / "staticfiles.json").unlink()
    run()
    assert (installation / "staticfiles" / "staticfiles.json").exists()


def test_an_installation_without_seeds_is_ready_too(installation, loaded):
    (installation / "seeds" / "events.csv").unlink()
    (installation / "seeds").rmdir()
    assert "Password" in run()
    assert loaded == []


def test_another_password_is_handed_on(installation, loaded):
    run()
    assert "Password" in run(new_password=True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("database or disk is full", "is full: free some space"),
        ("attempt to write a readonly database", "it is read-only or belongs to somebody else"),
        ("unable to open database file", "it is read-only or belongs to somebody else"),
        ("connection refused", "The database refused: connection refused"),
    ],
)
def test_what_the_database_refuses_is_one_sentence(words, sentence):
    assert sentence in prepare.explain_database_error(OperationalError(words))


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "is full: free some space"),
        (PermissionError(errno.EACCES, "Permission denied"), "it is read-only"),
        (OperationalError("database or disk is full"), "is full: free some space"),
    ],
)
def test_a_step_that_is_refused_ends_with_code_2(installation, monkeypatch, problem, sentence):
    def refuse(*_arguments, **_options):
        raise problem

    monkeypatch.setattr(prepare, "call_command", refuse)
    with pytest.raises(CommandError, match=sentence) as refused:
        run()
    assert refused.value.returncode == 2
