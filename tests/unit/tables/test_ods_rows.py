"""Rows of an .ods that hold nothing are told as one that repeats; what is read stays the same."""

import io
from unittest import mock

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mangnon.lib import tables
from mangnon.lib.tables import ods as reading
from mangnon.lib.tables import ods_rows, package, sandbox, spool
from tests.factories.spreadsheets import ods

CELLS = st.lists(
    st.sampled_from(
        [
            "<table:table-cell/>", '<table:table-cell table:style-name="ce{n}" table:number-columns-repeated="{n}"/>',
            '<table:covered-table-cell table:style-name="ce1"/>', '<table:table-cell table:number-rows-spanned="2"/>', ods.cell("Hân {n}"),
            '<table:table-cell office:value-type="string" office:string-value="a"/>', "<table:table-cell></table:table-cell>",
            "<table:table-cell><text:p><![CDATA[<table:table-row/><table:table-row/>]]></text:p></table:table-cell>",
        ]
    ),
    max_size=3,
)  # fmt: skip
HEADS = st.sampled_from(
    [
        "", ' table:style-name="ro{n}"', ' table:style-name="ro1" table:visibility="collapse"', ' table:number-rows-repeated="{n}"',
        ' table:style-name="ro1" table:number-rows-repeated="{n}"',
    ]
)  # fmt: skip
ROWS = st.tuples(HEADS, CELLS, st.integers(1, 9), st.sampled_from([1, 2, 40]), st.sampled_from(["", "\n "]))


def written(rows) -> str:
    pieces = (
        (f"<table:table-row{head}>{''.join(cells)}</table:table-row>" if cells else f"<table:table-row{head}/>").replace("{n}", str(n))
        + space
        for head, cells, n, times, space in rows
        for _ in range(times)
    )
    return "".join(pieces)


def read(rows: str, *, block: int = 1 << 18):
    """What is read of a sheet with these rows; or the sentence that refuses it."""
    table = ods.table("A", [["Tên"]]).replace(
        "</table:table>", f"{rows}<table:table-row>{ods.cell('cuối')}</table:table-row></table:table>"
    )
    content, out = ods.package(ods.content(table)), io.BytesIO()
    with mock.patch.object(package, "_BLOCK", block):
        try:
            about = sandbox.parse(io.BytesIO(content), len(content), "ds.ods", spool.Writer(out))
        except tables.UnreadableFile as refusal:
            return str(refusal)
    return list(spool.rows(out, about["sheets"][0]["frames"])), about["sheets"][0]["merged"]


@example("<table:table-row/>" * 9 + '<table:table-row table:number-rows-repeated="4"/>' * 2, 300)
@given(st.lists(ROWS, max_size=8).map(written), st.sampled_from([300, 3_000, 1 << 18]))
@settings(max_examples=150, deadline=None)
def test_what_is_read_stays_the_same(rows, block):
    with mock.patch.object(reading, "folded", lambda blocks: blocks):
        unfolded = read(rows)
    assert read(rows, block=block) == unfolded


def test_few_rows_are_left_of_many_empty_ones():
    rows = "".join(
        f'<table:table-row table:style-name="ro{n % 7}"><table:table-cell table:style-name="ce{n % 31}"/></table:table-row>'
        for n in range(50_000)
    )
    content = ods.content(ods.table("A", [["Tên"]]).replace("</table:table>", f"{rows}</table:table>")).encode()
    blocks = (content[at : at + 1_000_000] for at in range(0, len(content), 1_000_000))
    assert b"".join(ods_rows.folded(blocks)).count(b"<table:table-row") < 20


def test_text_that_looks_like_rows_stays_wherever_a_block_ends():
    content = b"<text:p><![CDATA[" + b"<table:table-row/>" * 3 + b"]]></text:p>"
    for at in range(len(content)):
        assert b"".join(ods_rows.folded(iter((content[:at], content[at:])))) == content
