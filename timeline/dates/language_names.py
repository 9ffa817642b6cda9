"""The languages that Nenpyo knows: code -> its name in itself. The one list for the engine, forms and pages.

Codes are ISO 639-1. `dates.languages` has a grammar for three of them; of the others dateparser knows the months.
"""

from __future__ import annotations

from timeline.dates.languages import OWN_LANGUAGES

LANGUAGE_NAMES = {
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
    "zh": "中文",
    "ru": "Русский",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "ar": "العربية",
    "be": "Беларуская",
    "bg": "Български",
    "ca": "Català",
    "cs": "Čeština",
    "da": "Dansk",
    "el": "Ελληνικά",
    "et": "Eesti",
    "fa": "فارسی",
    "fi": "Suomi",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "Hrvatski",
    "hu": "Magyar",
    "id": "Bahasa Indonesia",
    "is": "Íslenska",
    "it": "Italiano",
    "ka": "ქართული",
    "kk": "Қазақ тілі",
    "lt": "Lietuvių",
    "lv": "Latviešu",
    "mn": "Монгол",
    "ms": "Bahasa Melayu",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "sr": "Српски",
    "sv": "Svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
}
"""Those most met first, then by code."""
OWN_LANGUAGE_NAMES = {code: LANGUAGE_NAMES[code] for code in OWN_LANGUAGES}
"""Those with a grammar of ours, which are also those that events and chronologies are written in."""


def language_name(code: str) -> str:
    """The language's own name; a code that is not known as it stands."""
    return LANGUAGE_NAMES.get(code, code)
