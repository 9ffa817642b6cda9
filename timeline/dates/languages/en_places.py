"""English: zones of time, and the places whose day a date may be."""

from __future__ import annotations

from timeline.dates.languages import Value

PLACES: dict[str, Value] = {
    "washington": "America/New_York",
    "new york": "America/New_York",
    "tokyo": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "panmunjom": "Asia/Seoul",
    "pyongyang": "Asia/Pyongyang",
    "beijing": "Asia/Shanghai",
    "shanghai": "Asia/Shanghai",
    "moscow": "Europe/Moscow",
    "vladivostok": "Asia/Vladivostok",
    "ulaanbaatar": "Asia/Ulaanbaatar",
    "hanoi": "Asia/Bangkok",
    "bangkok": "Asia/Bangkok",
    "singapore": "Asia/Singapore",
    "manila": "Asia/Manila",
    "jakarta": "Asia/Jakarta",
    "london": "Europe/London",
    "paris": "Europe/Paris",
    "geneva": "Europe/Zurich",
    "vienna": "Europe/Vienna",
    "berlin": "Europe/Berlin",
    "stockholm": "Europe/Stockholm",
}

ZONES: dict[str, Value] = {
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "gmt": "Etc/GMT",
    "utc": "Etc/UTC",
    "est": "America/New_York",
    "edt": "America/New_York",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "bst": "Europe/London",
    "msk": "Europe/Moscow",
    "hst": "Pacific/Honolulu",
    "ist": "Asia/Kolkata",
    "et": "America/New_York",
    "pt": "America/Los_Angeles",
    "ct": "America/Chicago",
    "mt": "America/Denver",
}
ZONE_TIMES = PLACES | {
    "eastern": "America/New_York",
    "pacific": "America/Los_Angeles",
    "japan": "Asia/Tokyo",
    "japanese": "Asia/Tokyo",
    "korea": "Asia/Seoul",
    "korean": "Asia/Seoul",
}
