"""Every word of the public pages is there in Japanese and Korean, and what is compiled is what was written."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOMS = ("public", "web", "accounts", "front", "formats", "review/reports")
"""What speaks to readers; a page of the desk stays English."""
TEMPLATES = ("*.html", "public/*.html", "web/*.html", "reports/*.html", "front/*.html", "accounts/*.html")
CALLS = {"_", "gettext", "gettext_lazy", "lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
IN_TEMPLATES = re.compile(r"""\b(?:_|n?gettext)\(\s*(u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))""")
PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+")
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]


def words_of_code(text):
    """The first words of every call that translates them."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        place = 1 if name.startswith("pgettext") else 0
        said = node.args[place] if name in CALLS and len(node.args) > place else None
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield said.value


def words_of_template(text):
    """The same of a template."""
    return (ast.literal_eval(one) for one in IN_TEMPLATES.findall(templatize(text)))


def public_words():
    """All that is translated on public pages, with one file that says it."""
    found = {}
    for room in ROOMS:
        for file in (Path(settings.BASE_DIR) / "timeline" / room).rglob("*.py"):
            if "tests" not in file.parts and "migrations" not in file.parts:
                found |= dict.fromkeys(words_of_code(file.read_text(encoding="utf-8")), file.name)
    for pattern in TEMPLATES:
        for file in (Path(settings.BASE_DIR) / "templates").glob(pattern):
            found |= dict.fromkeys(words_of_template(file.read_text(encoding="utf-8")), file.name)
    return found


def folder(language):
    return Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES"


def compiled(language):
    """What Django looks words up in: the first form of each."""
    with (folder(language) / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    said = {key[0] if isinstance(key, tuple) else key: words for key, words in catalogue.items()}
    return {key.partition("\x04")[2] or key: words for key, words in said.items()}


def written(language):
    """What a translator wrote: the words by what they translate."""
    with (folder(language) / "django.po").open("rb") as file:
        catalogue = read_po(file)
    return {
        one.id if isinstance(one.id, str) else one.id[0]: (
            one.string if isinstance(one.string, str) else one.string[0], one.fuzzy
        ) for one in catalogue if one.id
    }  # fmt: skip


def test_words_are_found_in_code_and_in_templates():
    assert list(words_of_code('_("a"); ngettext("b", "bs", 2); pgettext("c", "d"); other("e"); _(f)')) == [
        "a",
        "b",
        "d",
    ]
    template = '{% load i18n %}{% translate "a" %}{% blocktranslate count n=n %}b{% plural %}bs{% endblocktranslate %}'
    assert list(words_of_template(template)) == ["a", "b"]
    found = public_words()
    assert {"Undated", "sources differ", "Report a mistake"} <= set(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_word_is_translated(language):
    there = compiled(language)
    missing = {words: file for words, file in public_words().items() if not there.get(words)}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_all_that_its_words_are_filled_with(language):
    wrong = {
        words: said
        for words, (said, _fuzzy) in written(language).items()
        if said
        and set(PLACEHOLDERS.findall(words)) - {"%(counter)s"} != set(PLACEHOLDERS.findall(said)) - {"%(counter)s"}
    }
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language):
    wrote = {words: said for words, (said, fuzzy) in written(language).items() if said and not fuzzy}
    assert {words: said for words, said in compiled(language).items() if words} == wrote
