"""The type face is served by ourselves, with every Vietnamese letter in every weight, under its licence."""

import itertools
import re
import unicodedata

import pytest

from tests.consistency.source import PACKAGE

STATIC = PACKAGE / "web" / "static" / "mangnon"
SHEET = (STATIC / "mangnon.css").read_text(encoding="utf-8")
FACES = re.findall(r"@font-face \{(.*?)\}", SHEET, re.S)
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"
LETTERS = {
    form(unicodedata.normalize("NFC", vowel + tone)) for vowel, tone, form in itertools.product(VOWELS, TONES, (str.lower, str.upper))
} | set("đĐ₫“”–…·≥≤")


def ranges(face):
    listed = re.search(r"unicode-range:([^;}]*)", face)[1]
    for part in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", listed):
        yield range(int(part[0], 16), int(part[1] or part[0], 16) + 1)


@pytest.mark.parametrize("weight", ["400", "500", "600", "700"])
def test_every_vietnamese_letter_is_in_every_weight(weight):
    faces = [face for face in FACES if f"font-weight: {weight}" in face]
    covered = [span for face in faces for span in ranges(face)]
    assert sorted(letter for letter in LETTERS - set("≥≤") if not any(ord(letter) in span for span in covered)) == []


def test_the_files_are_ours_and_small():
    files = [re.search(r'url\("([^"]+)"\)', face)[1] for face in FACES]
    assert len(set(files)) == len(FACES)
    assert all((STATIC / name).stat().st_size < 30_000 for name in files)
    assert all((STATIC / name).read_bytes()[:4] == b"wOF2" for name in files)
    assert "https://" not in SHEET
    assert "http://" not in SHEET


def test_each_licence_lies_beside_its_work():
    assert "OPEN FONT LICENSE" in (STATIC / "fonts" / "LICENSE-be-vietnam-pro.txt").read_text(encoding="utf-8").upper()
    assert "MIT" in (STATIC / "LICENSE-tabler-icons.txt").read_text(encoding="utf-8")
