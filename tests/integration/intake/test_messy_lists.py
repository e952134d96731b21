"""Lists as wards send them say the same as the tidy one: opened and read as a list is when it is received."""

import pytest

from mangnon.intake import formats
from mangnon.intake.operations import chunks, opening
from tests.factories.spreadsheets import layouts, messy

pytestmark = pytest.mark.django_db


def read(file):
    """The blocks, and the rows about children as the list's columns say them."""
    layout = formats.named("child-list")
    with opening.opened(file.make(), name=file.name, layout=layout, sender="unit:1") as found:
        children = [
            child for block, rows in found.rows() for child in chunks.children(list(rows), block, layout)[1]
        ]  # fmt: skip
        return found.blocks, children, found.asked, found.left_out


@pytest.mark.parametrize("file", [*messy.FILES, *layouts.FILES], ids=lambda file: file.name)
def test_messy_lists_say_what_the_tidy_one_says(file):
    blocks, children, asked, left_out = read(file)
    assert not asked
    assert [[child.text(field) for field in file.fields] for child in children] == [list(values) for values in file.values]
    assert tuple(name for name, _ in left_out) == file.left_out
    if file.sheet:
        assert blocks[0].sheet == file.sheet


@pytest.mark.parametrize("file", layouts.ASKED, ids=lambda file: file.name)
def test_what_values_only_suggest_is_asked_with_its_ground(file):
    _, _, asked, _ = read(file)
    guessed = {one["place"]: one["guess"] for one in asked["columns"] if one["guess"]}
    assert guessed == file.guesses
    assert asked["sheet"] == file.sheet or not file.sheet
    assert all(one["why"] for one in asked["columns"] if one["guess"])


def test_names_of_files_are_distinct_and_many():
    names = [file.name for file in (*messy.FILES, *layouts.FILES, *layouts.ASKED)]
    assert len(set(names)) == len(names) >= 120
