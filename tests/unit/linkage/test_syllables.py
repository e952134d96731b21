"""One syllable, one code: whatever the keyboard."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine.likeness import usual_syllables
from mangnon.linkage.engine.syllables import HOI, NGA, Syllable, apart, plain, read, sound, stands_for

MARKS = {0: "", 1: "\u0300", HOI: "\u0309", NGA: "\u0303", 4: "\u0301", 5: "\u0323"}
USUAL = sorted(usual_syllables())
SYLLABLES = st.sampled_from([(letters, tone) for letters, tone in USUAL if letters.isalpha()])


def write(letters: str, tone: int, *, on: int) -> str:
    """The syllable with its tone mark on the vowel of this place: old and new placement, and mistakes."""
    vowels = [i for i, char in enumerate(letters) if plain(char) in "aeiouy"]
    if not vowels:
        return letters
    at = vowels[on % len(vowels)]
    return unicodedata.normalize("NFC", letters[: at + 1] + MARKS[tone] + letters[at + 1 :])


@given(SYLLABLES, st.integers(0, 3), st.sampled_from(["NFC", "NFD"]), st.sampled_from([str.lower, str.upper, str.title]))
def test_tone_placement_normal_form_and_capitals_do_not_matter(syllable, on, form, case):
    letters, tone = syllable
    expected = read(write(letters, tone, on=0))
    assert read(unicodedata.normalize(form, case(write(letters, tone, on=on)))) == expected


@given(SYLLABLES, st.integers(0, 3))
def test_the_key_survives_lost_accents_and_hoi_for_nga(syllable, on):
    letters, tone = syllable
    (full,) = read(write(letters, tone, on=on))
    bare = Syllable(plain(full.letters), 0)
    assert full.sound == bare.sound
    swapped = Syllable(full.letters, {HOI: NGA, NGA: HOI}.get(full.tone, full.tone))
    assert full.sound == swapped.sound
    assert full.full_sound == swapped.full_sound


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hòa", "Hoà"), ("Thủy", "Thuỷ"), ("Khỏe", "Khoẻ"), ("Lý", "Lí"), ("Mỹ", "Mĩ"), ("Quý", "Quí"), ("Quý", "Qúy"), ("Thy", "Thi"),
        ("Đặng", "Ðặng"), ("Đặng", "ĐẶNG"), ("Nguyễn", "Nguyeenx"), ("Đức", "dduwcs"), ("H'Hen", "H’Hen"), ("Ng.", "Ng~"), ("Hân", "Hân*"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_syllable(one, two):
    assert read(one) == read(two)


@pytest.mark.parametrize(("one", "two"), [("Vy", "Vi"), ("Hân", "Hằng"), ("Hoàn", "Hòa"), ("Mai", "May"), ("Thúy", "Thuý Ơ"[:2])])
def test_different_names_stay_different(one, two):
    assert read(one) != read(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("vân", "dân"), ("giang", "dang"), ("sương", "xương"), ("trâu", "châu"), ("hằng", "hằn"), ("việc", "việt"), ("linh", "lin")],
)
def test_southern_spelling_shares_a_class(one, two):
    assert sound(plain(apart(one)[0])) == sound(plain(apart(two)[0]))


def test_words_that_lost_their_blank_are_parted_and_marks_vanish():
    assert read("NguyễnVăn") == read("Nguyễn") + read("Văn")
    assert read("Ng.Văn") == (*read("Ng."), *read("Văn"))
    assert read("-") == ()
    assert [s.letters for s in read("(Tí)")] == ["ti"]


def test_abbreviations_stand_for_what_they_begin():
    (short,) = read("Ng.")
    assert short.short
    assert stands_for(short.letters, "nguyen")
    assert stands_for("tr", "tran")
    assert not stands_for("ng", "tran")
    assert short.sound == read("Nguyễn")[0].sound
