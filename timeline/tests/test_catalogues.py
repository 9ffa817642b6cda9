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
TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATES = re.compile(rf"\b(?:_|n?(p?)gettext)\(\s*({TEXT})(?:\s*,\s*({TEXT}))?")
ABOUT = "\x04"
"""What gettext puts between the words and what they are about."""
PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+")
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]


def words_of_code(text):
    """The first words of every call that translates them, behind what they are about where that is said."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        said = node.args[: 2 if name.startswith("pgettext") else 1] if name in CALLS else []
        texts = [one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if texts and len(texts) == len(said):
            yield ABOUT.join(texts)


def words_of_template(text):
    """The same of a template."""
    for has_about, first, second in IN_TEMPLATES.findall(templatize(text)):
        yield ABOUT.join(ast.literal_eval(one) for one in ((first, second) if has_about else (first,)))


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
    return {key[0] if isinstance(key, tuple) else key: words for key, words in catalogue.items()}


def written(language):
    """What a translator wrote: the words by what they translate."""
    with (folder(language) / "django.po").open("rb") as file:
        catalogue = read_po(file)
    return {
        ABOUT.join(part for part in (one.context, _first(one.id)) if part): (_first(one.string), one.fuzzy)
        for one in catalogue
        if one.id
    }


def _first(forms):
    return forms if isinstance(forms, str) else forms[0]


def test_words_are_found_in_code_and_in_templates():
    assert list(words_of_code('_("a"); ngettext("b", "bs", 2); pgettext("c", "d"); other("e"); _(f)')) == [
        "a",
        "b",
        "c\x04d",
    ]
    template = '{% load i18n %}{% translate "a" %}{% blocktranslate count n=n %}b{% plural %}bs{% endblocktranslate %}'
    assert list(words_of_template(template)) == ["a", "b"]
    assert list(words_of_template('{% load i18n %}{% translate "d" context "c" %}')) == ["c\x04d"]
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
