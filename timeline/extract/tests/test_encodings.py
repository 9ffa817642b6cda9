"""Bytes to text: what is told, and what is refused."""

import pytest

from timeline.extract import CannotExtract, Decoded, Reason, decode

JAPANESE = "家族会は五日、東京で首相と面会した。"
NAMED = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP", "euc_kr": "EUC-KR"}
KOREAN = "남북 정상은 지난 26일 판문점에서 만났다."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_japanese_is_told_in_each_encoding_in_use(encoding):
    assert decode(JAPANESE.encode(encoding)) == Decoded(JAPANESE, NAMED.get(encoding, ""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "euc_kr"])
def test_korean_is_told_in_each_encoding_in_use(encoding):
    assert decode(KOREAN.encode(encoding)) == Decoded(KOREAN, NAMED.get(encoding, ""))


CHINESE = "中国外交部发言人五日在北京举行记者会，宣布两国将于下月恢复会谈，双方代表团已经开始准备工作。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        ("會談於五日在臺北舉行，雙方代表宣布下月再次會面。", "big5"),
        ("Переговоры прошли пятого мая в Москве.", "cp1251"),
        ("Переговоры прошли пятого мая в Москве.", "koi8_r"),
        ("Rozmowy odbyły się piątego maja w Łodzi, źle się skończyły.", "cp1250"),
        ("Die Gespräche fanden am fünften Mai in München statt.", "iso8859-1"),
        ("Οι συνομιλίες έγιναν στις πέντε Μαΐου στην Αθήνα.", "iso8859-7"),
    ],
)
def test_an_encoding_that_no_rule_tells_is_refused_not_read_as_another(text, encoding):
    with pytest.raises(CannotExtract) as refused:
        decode(text.encode(encoding))
    assert refused.value.reason == Reason.UNKNOWN_ENCODING


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_told_by_its_zeros(encoding):
    assert decode("They met on Wednesday.\n".encode(encoding)) == Decoded("They met on Wednesday.\n")


def test_a_page_may_declare_its_encoding():
    page = '<meta charset="windows-1252"><p>déjà vu in May</p>'
    assert decode(page.encode("cp1252"), is_html=True) == Decoded(page, "Windows-1252")


def test_a_declaration_that_the_bytes_break_is_refused():
    with pytest.raises(CannotExtract) as refused:
        decode(b'<meta charset="utf-8"><p>d\xe9j\xe0</p>', is_html=True)
    assert refused.value.reason == Reason.UNKNOWN_ENCODING


def test_a_declaration_in_plain_text_is_only_text():
    assert decode(b'The tag <meta charset="utf-16"> is explained here.').text.startswith("The tag")


def test_an_encoding_that_cannot_be_told_is_not_guessed():
    with pytest.raises(CannotExtract) as refused:
        decode("déjà vu à Séoul".encode("cp1252"))
    assert refused.value.reason == Reason.UNKNOWN_ENCODING


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 abc", b"PK\x03\x04 word", b"\x89PNG\r\n", b"some\x00bytes", bytes(range(1, 32)) * 20],
    ids=["pdf", "zip", "png", "nul", "control characters"],
)
def test_a_file_that_is_no_text_is_refused(content):
    with pytest.raises(CannotExtract) as refused:
        decode(content)
    assert refused.value.reason == Reason.NOT_TEXT


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Die Gespräche fanden am fünften Mai in München statt.", "cp1252", "Windows-1252"),
        ("Переговоры прошли пятого мая в Москве.", "cp1251", "Windows-1251"),
        (CHINESE, "gb18030", "GB 18030"),
        ("1998年5月7日", "big5", "Big5"),
    ],
)
def test_only_who_asks_for_a_guess_gets_one_with_its_name(text, encoding, name):
    content = text.encode(encoding)
    assert decode(content, guess=True) == Decoded(text, name)
    with pytest.raises(CannotExtract):
        decode(content)


def test_no_guess_is_made_against_letters_that_tell_a_language():
    assert decode(JAPANESE.encode("cp932"), guess=True).encoding == "Shift_JIS"


@pytest.mark.parametrize(
    ("content", "line"), [(b"one\ntwo\n\xff\xfd\x81", 3), (b"one\ntwo\0", 2), (b"\xff\xfeo\0n\0e", 1)]
)
def test_a_refusal_names_the_line(content, line):
    with pytest.raises(CannotExtract) as refused:
        decode(content)
    assert refused.value.line == line


def test_an_encoding_that_a_page_declares_and_nobody_has_a_name_for_is_called_as_it_is():
    assert decode("<meta charset=koi8-r><p>Мир".encode("koi8_r"), is_html=True).encoding == "KOI8-R"


ESCAPED = [
    ("iso2022_jp", JAPANESE, "ISO-2022-JP"),
    ("iso2022_jp_ext", "ﾐﾅﾄの工事は五日に終わった。", "ISO-2022-JP"),
    ("iso2022_jp_2004", "工事は①五日に終わった。", "ISO-2022-JP"),
    ("iso2022_kr", KOREAN, "ISO-2022-KR"),
]


@pytest.mark.parametrize(("encoding", "text", "name"), ESCAPED)
@pytest.mark.parametrize("page", ["{}", "<p>{}", '<meta charset="utf-8"><p>{}', '<meta charset="shift_jis"><p>{}'])
def test_letters_behind_escapes_are_told_whatever_the_page_declares(encoding, text, name, page):
    text = page.format(text)
    assert decode(text.encode(encoding), is_html=page != "{}") == Decoded(text, name)


@pytest.mark.parametrize(("declared", "encoding"), [("x-sjis", "cp932"), ("X-EUC-JP", "euc_jp"), ("ms_kanji", "cp932")])
def test_a_page_may_declare_its_encoding_by_an_old_name(declared, encoding):
    # Too few kana to be told by its letters.
    page = f"<meta charset={declared}><p>表示能力十分"
    assert decode(page.encode(encoding), is_html=True).text == page
