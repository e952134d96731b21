"""Old encodings are found for a whole column and read to the letter; columns in Unicode are never touched."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.lib import legacy_text
from mangnon.lib.legacy_text import codes
from tests.factories.spreadsheets import old_fonts

COLUMNS = 40  # of 200 names, for every encoding


@pytest.mark.parametrize("encoding", sorted(old_fonts.WRITERS))
def test_columns_of_two_hundred_names_are_read_right(encoding):
    draw = random.Random(encoding)
    wrong = 0
    for _ in range(COLUMNS):
        names = old_fonts.names(draw, 200, capitals=encoding in old_fonts.CAPITALS)
        typed = [old_fonts.WRITERS[encoding](name) for name in names]
        found = legacy_text.detect(typed)
        read = [legacy_text.decode(text, found.encoding or legacy_text.UNICODE) for text in typed]
        wrong += read != names
    assert wrong <= 0.005 * COLUMNS


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("stock", ["kinh", "khmer", "capitals", "no marks", "one name"])
def test_columns_in_unicode_are_never_touched(form, stock):
    draw = random.Random(stock)
    for _ in range(COLUMNS):
        names = old_fonts.names(draw, 200, khmer=stock == "khmer", capitals=stock == "capitals")
        if stock == "no marks":
            names = [unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode() for name in names]
        if stock == "one name":
            names = ["Hà Toàn", "Lê Hoà", "Bùi Tấn", *names[:3]]
        found = legacy_text.detect([unicodedata.normalize(form, name) for name in names])
        assert found.encoding == legacy_text.UNICODE
        assert [legacy_text.decode(name, found.encoding) for name in names] == [unicodedata.normalize("NFC", name) for name in names]


def test_one_word_that_is_two_names_is_asked():
    found = legacy_text.detect(["Hoàng"])
    assert found.encoding is None
    assert {legacy_text.decode("Hoàng", candidate) for candidate in found.candidates} == {"Hoàng", "Hồng"}


def test_neighbours_decide_what_a_word_is():
    assert legacy_text.decode("Hoàng", legacy_text.detect(["Hoàng", "Nguyeãn Vaên Huøng", "Traàn Thò Loan"]).encoding) == "Hồng"
    assert legacy_text.detect(["Hoàng", "Nguyễn Văn Hùng"]).encoding == legacy_text.UNICODE


def test_rows_pasted_from_an_older_list_are_asked():
    old = [old_fonts.WRITERS["tcvn3"](name) for name in ("Nguyễn Văn Hùng", "Trần Thị Bưởi", "Lê Đức Anh")]
    found = legacy_text.detect(["Nguyễn Thị Ánh", "Phạm Quốc Đạt", "Lý Mỹ Hằng", "Võ Thị Thuỷ", *old])
    assert found.encoding is None
    assert found.mixed
    assert set(found.candidates) == {legacy_text.UNICODE, "tcvn3"}


def test_the_soft_hyphen_is_a_letter_of_tcvn3():
    assert legacy_text.decode("Th­¬ng", "tcvn3") == "Thương"


def test_small_letters_stand_for_capitals_where_only_the_font_showed_them():
    assert legacy_text.decode("NGUYÔN THÞ HåNG", "tcvn3") == "NGUYỄN THỊ HỒNG"
    assert legacy_text.decode("NguyÔn ThÞ ¸nh", "tcvn3") == "Nguyễn Thị Ánh"


def test_every_letter_has_its_code():
    letters = {unicodedata.normalize("NFC", a + shape + tone) for a in "aeiouy" for shape in ("", "\u0302", "\u0306", "\u031b")
               for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")}  # fmt: skip
    vietnamese = {letter for letter in letters if len(letter) == 1 and letter in old_fonts.LETTERS}
    assert len(vietnamese) == 6 * 12
    for letter in vietnamese | {"đ"}:
        for encoding in ("tcvn3", "vni", "viqr"):
            assert legacy_text.decode(f"x{old_fonts.WRITERS[encoding](letter)}x", encoding) == f"x{letter}x", (letter, encoding)


@given(st.text(max_size=40), st.sampled_from(codes.ENCODINGS))
def test_any_text_can_be_decoded(text, encoding):
    assert isinstance(legacy_text.decode(text, encoding), str)
    assert legacy_text.detect([text]).candidates


def test_full_stops_of_a_unicode_list_are_no_tones():
    texts = ["Lưu Gia Hân", "I. Khu vực 5", "Lưu Gia Bảo", "II. Khu vực 6", "P. Cái Khế"]
    assert legacy_text.detect(texts).encoding == legacy_text.UNICODE


@pytest.mark.parametrize(
    ("above", "below"), [("unicode", "tcvn3"), ("tcvn3", "unicode"), ("tcvn3", "vni"), ("vni", "tcvn3"), ("unicode", "vni")]
)
def test_stretches_of_rows_typed_in_two_ways_are_told(above, below):
    told = 0
    for seed in range(12):
        own = old_fonts.names(random.Random(seed), 40)
        writers = {"unicode": str, **old_fonts.WRITERS}
        rows = [[writers[above if at < 25 else below](name)] for at, name in enumerate(own)]
        found = legacy_text.stretches(rows)
        ways = [next(one.encoding for one in reversed(found) if one.start <= at) for at in range(40)] if found else []
        assert not found or [legacy_text.decode(text, way) for (text,), way in zip(rows, ways, strict=True)] == own
        told += bool(found)
    assert told >= 10  # a name that reads well both ways beside the change leaves it open


def test_rows_typed_turn_by_turn_are_no_stretches():
    own = old_fonts.names(random.Random(3), 40)
    assert legacy_text.stretches([[old_fonts.WRITERS["tcvn3" if at % 2 else "vni"](name)] for at, name in enumerate(own)]) == ()
    assert legacy_text.stretches([[old_fonts.WRITERS["vni"](name)] for name in own]) == ()  # one way only


def test_a_row_that_reads_well_both_ways_beside_a_change_leaves_it_open():
    write = old_fonts.WRITERS["vni"]
    above = ["Nguyễn Thị Thùy Dương", "Trần Đức Thắng", "Phạm Thị Hường", "Đặng Thị Thủy", "Bùi Thị Phượng"]
    below = ["Huỳnh Thị Mỹ Hường", "Võ Thị Ngọc Ánh", "Trần Thị Bưởi", "Lê Thị Phượng", "Đỗ Thị Đào"]
    pasted = [*[[text] for text in above], *[[write(text)] for text in below]]
    assert [one.start for one in legacy_text.stretches(pasted)] == [0, 5]
    assert legacy_text.stretches([*pasted[:5], ["Hoàng"], *pasted[5:]]) == ()  # Hoàng, or Hồng typed for VNI
