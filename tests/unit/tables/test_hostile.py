"""Files made to hurt are refused in words, inside the limits, and leave nothing behind."""

import io
import tempfile

import pytest

from mangnon.lib import tables
from mangnon.lib.tables import delimited, limits
from tests.factories.spreadsheets import hostile


@pytest.mark.parametrize("file", hostile.FILES, ids=lambda file: file.name)
def test_hostile_files_are_refused_in_words(file, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(limits, "PROCESSOR_SECONDS", 8)  # of the machine's busiest hour; refusals take a fraction of it
    with pytest.raises(tables.UnreadableFile) as refusal:
        tables.open_table(file.make(), name=file.name)
    said = str(refusal.value)
    assert file.says in said
    assert file.name in said
    assert said.endswith(".")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"a,b\n" * 101, b'"' + b"a,b\n" * 101, b'"a,b\n' * 201])
def test_more_lines_than_a_sheet_has_rows_are_known_before_any_is_written(content, monkeypatch):
    monkeypatch.setattr(limits, "ROWS", 100)
    with pytest.raises(tables.UnreadableFile, match="ô A101 của trang"):
        delimited.read(io.BytesIO(content), len(content), "dài.csv", object())


def test_names_of_files_are_distinct_and_many():
    names = [file.name for file in hostile.FILES]
    assert len(set(names)) == len(names) >= 30
