"""How officers write: what folds away folds to the same key; what is a slip changes it."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.cli.city import HARD, STANDARD
from mangnon.cli.city.chance import stream
from mangnon.cli.city.names import lexicon
from mangnon.cli.city.people import REFERENCE_DAY, people
from mangnon.cli.city.spelling import SLIPS, Form, Style, abbreviated, hoi_nga, i_for_y, modern_tone, spelling, written
from mangnon.cli.city.writing import DAY, YEAR, Slips, iso_dates, write_dates, write_names
from mangnon.lib.vietnamese import fold
from mangnon.linkage.rules import name_key

syllables = st.sampled_from(lexicon().syllables[1:])


@given(syllables, st.sampled_from([Form.HOI_NGA, Form.MODERN_TONE, Form.I_FOR_Y]))
def test_habits_and_hoi_nga_leave_the_key_alone(syllable, form):
    assert name_key(written(syllable, form)) == name_key(syllable)


@given(syllables, st.sampled_from(list(Style)))
def test_styles_fold_to_the_same_text(syllable, style):
    code = lexicon().code(syllable)
    (text,) = spelling().text(np.array([[code, 0, 0, 0, 0]]), style=np.array([style])).to_pylist()
    assert fold(text) == fold(syllable)


@pytest.mark.parametrize("form", SLIPS)
def test_a_slip_is_a_slip(form):
    assert [syllable for syllable in lexicon().syllables[1:] if written(syllable, form) == syllable] == []


@given(syllables)
def test_decomposed_text_is_decomposed_and_the_rest_is_not(syllable):
    code = np.array([[lexicon().code(syllable), 0, 0, 0, 0]] * 2)
    plain, loose = spelling().text(code, style=np.array([Style.TITLE, Style.DECOMPOSED])).to_pylist()
    assert plain == unicodedata.normalize("NFC", loose)
    assert loose == unicodedata.normalize("NFD", loose)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (hoi_nga, "Đỗ", "Đổ"), (hoi_nga, "Võ", "Vỏ"), (hoi_nga, "Lan", "Lan"), (modern_tone, "Hòa", "Hoà"), (modern_tone, "Thúy", "Thuý"),
        (modern_tone, "Quý", "Quý"), (modern_tone, "Hoàn", "Hoàn"), (i_for_y, "Lý", "Lí"), (i_for_y, "Mỹ", "Mĩ"), (i_for_y, "Quý", "Quí"),
        (i_for_y, "Thúy", "Thúy"), (i_for_y, "Huy", "Huy"), (i_for_y, "Ý", "Ý"), (abbreviated, "Nguyễn", "Ng."),
        (abbreviated, "Trần", "Tr."),
        (abbreviated, "Ân", "Â."),
    ],
)  # fmt: skip
def test_ways_of_writing(change, before, after):
    assert change(before) == after


def test_without_slips_and_officers_names_come_out_as_they_are():
    never = Slips(**dict.fromkeys(Slips.__dataclass_fields__, 0.0))
    everybody = people(children=200, seed=9)
    rng = stream(seed=1, children=1, purpose="test")
    assert write_names(rng, everybody.name, never, sex=everybody.sex).equals(spelling().text(everybody.name))


def test_a_person_without_a_name_stays_without():
    nobody = np.zeros((3, 5), dtype=np.int16)
    rng = stream(seed=1, children=1, purpose="test")
    assert write_names(rng, nobody, Slips.of(HARD), sex=np.array([1, 2, 1])).null_count == 3


@pytest.mark.parametrize("difficulty", [STANDARD, HARD])
def test_dates_go_wrong_as_often_as_stated_and_never_into_the_future(difficulty):
    birth = np.datetime64("2010-11-16") + np.arange(5_840).repeat(8).astype("timedelta64[D]")
    day, known = write_dates(stream(seed=2, children=1, purpose="test"), birth, difficulty)
    assert (day <= REFERENCE_DAY).all()
    assert (known == YEAR).mean() == pytest.approx(difficulty.year_only, rel=0.25)
    swapped = (day != birth) & (day.astype("datetime64[Y]") == birth.astype("datetime64[Y]"))
    assert swapped.mean() < 2.2 * (difficulty.day_month_swapped + difficulty.day_wrong + difficulty.first_of_january)
    text = iso_dates(day, known).to_pylist()
    assert {len(one) for one in text} == {4, 7, 10}
    assert all(one == str(written_day) for one, written_day, exact in zip(text, day, known == DAY, strict=True) if exact)
