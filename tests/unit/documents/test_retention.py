"""Files: when they go to the archive, how long they are kept, and that nothing says they are gone."""

from datetime import date

import pytest

from mangnon.documents.rules import metadata, retention
from mangnon.documents.vocabulary import Keeping, Stage

ENDED = date(2025, 11, 30)


@pytest.mark.parametrize(
    ("keeping", "years", "last"),
    [(Keeping.PERMANENT, None, date(2026, 11, 30)), (Keeping.YEARS, 10, date(2026, 11, 30)), (Keeping.YEARS, 5, date(2026, 11, 30)),
     (Keeping.YEARS, 3, None)],
)  # fmt: skip
def test_files_kept_five_years_or_longer_go_to_the_archive_within_a_year(keeping, years, last):
    assert retention.hand_over_by(ended=ENDED, keeping=keeping, years=years) == last


def test_the_year_of_a_leap_day_ends_on_the_first_of_march():
    assert retention.hand_over_by(ended=date(2024, 2, 29), keeping=Keeping.PERMANENT, years=None) == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("on", "archived", "stage"),
    [
        (date(2025, 11, 1), None, Stage.OPEN), (date(2026, 1, 1), None, Stage.CLOSED), (date(2026, 10, 31), None, Stage.DUE),
        (date(2027, 5, 1), None, Stage.DUE), (date(2026, 12, 1), date(2026, 11, 2), Stage.ARCHIVED),
        (date(2036, 1, 1), None, Stage.EXPIRED),
        (date(2035, 12, 31), date(2026, 11, 2), Stage.ARCHIVED), (date(2036, 1, 1), date(2026, 11, 2), Stage.EXPIRED),
    ],
)  # fmt: skip
def test_a_file_goes_from_open_to_waiting_for_the_council(on, archived, stage):
    assert retention.stage(ended=ENDED, keeping=Keeping.YEARS, years=10, archived=archived, on=on) == stage


def test_what_is_kept_for_ever_never_expires():
    stage = retention.stage(ended=ENDED, keeping=Keeping.PERMANENT, years=None, archived=date(2026, 1, 5), on=date(2126, 1, 1))
    assert stage == Stage.ARCHIVED
    assert retention.words(Keeping.PERMANENT, None) == "Vĩnh viễn"
    assert retention.words(Keeping.YEARS, 10) == "10 năm"


def test_the_metadata_are_those_of_the_annex():
    assert [len(items) for items in (metadata.OUTGOING, metadata.INCOMING, metadata.FILE)] == [20, 21, 13]
    assert {item.tag for item in metadata.OUTGOING} - {item.tag for item in metadata.INCOMING} == {
        "To.OrganId",
        "To.OrganName",
        "IssuedAmount",
    }
    long = metadata.too_long(metadata.OUTGOING, {"Subject": "a" * 501, "CodeNumber": "73"})
    assert [item.tag for item in long] == ["Subject"]
