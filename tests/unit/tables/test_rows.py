"""Rows of a sheet are the same however they are read: passed over, by patterns, or by the parser."""

import io
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mangnon.lib import tables
from mangnon.lib.tables import package, sandbox, spool
from mangnon.lib.tables.xlsx_rows import PlainRows
from tests.factories.spreadsheets import xlsx

PLAIN = (
    "<c{at}{s}/>", "<c{at}{s}><v></v></c>", "<c{at}{s}><v>{n}</v></c>", '<c{at}{s} t="s"><v>{few}</v></c>', "<c{at}{s}><v>{n}.5</v></c>",
    "<c{at}{s}><v>0{n}</v></c>", "<c{at}><f>A1+1</f><v>{n}</v></c>", "<c{at}><f>A1+1</f></c>",
    '<c{at} t="str"><f>A1</f><v>a &amp; {n}</v></c>',
    '<c{at}{s} t="inlineStr"><is><t>Hân {n}</t></is></c>', '<c{at} t="b"><v>1</v></c>', "<c{at}><v>{n}E+3</v></c>",
)  # fmt: skip
OTHER = ("<c{s}/>", "<c{s}><v>{n}</v></c>", "<c{at} ><v>{n}</v></c>", "<c{at}><v><![CDATA[<row r='3'>]]></v></c>", "<!-- <row r='1'/> -->")
CELLS = st.tuples(st.sampled_from(PLAIN * 4 + OTHER), st.sampled_from(["", ' s="1"', ' s="2"', ' s="12"']), st.integers(0, 99_999))
HEADS = st.sampled_from(
    ['<row r="{row}"', '<row r="{row}" spans="1:9"', '<row r="{row}" s="3" customFormat="1"', "<row", '<row hidden="1"']
)
ROWS = st.tuples(
    HEADS, st.lists(CELLS, max_size=5), st.integers(1, 3), st.sampled_from([1, 1, 1, 60]), st.sampled_from(["", "", "\n "]), st.booleans()
)


def written(rows) -> str:
    """Rows as XML: each head and its cells, some rows down, so many times."""
    pieces, number = [], 1
    for head, cells, step, times, space, backwards in rows:
        for _ in range(times):
            number += step
            filled = [
                form.format(at=f' r="{xlsx.letters(2 * place)}{number}"', s=style, n=value, few=value % 4)
                for place, (form, style, value) in enumerate(cells)
            ]
            inside = space.join(reversed(filled) if backwards else filled)
            pieces.append(head.format(row=number) + (f">{inside}</row>" if inside else "/>") + space)
    return "".join(pieces)


def read(rows: str, *, opening: str = "<sheetData>", block: int = 1 << 18):
    """What is read of a sheet with these rows; or the sentence that refuses it."""
    sheet = xlsx.sheet([["Tên"]], after='<mergeCells><mergeCell ref="A3:B4"/></mergeCells><rowBreaks count="0"/>')
    sheet = sheet.replace("</sheetData>", f"{rows}</sheetData>").replace("<sheetData>", opening)
    styles = xlsx.styles("dd/mm/yyyy", "00000", struck=(2,))
    parts = xlsx.parts({"A": sheet}, styles=styles, strings=xlsx.shared("<t>a</t>", "<t/>", "<t>Hồng</t>", "<t>b</t>"))
    content, out = xlsx.package(dict(parts)), io.BytesIO()
    with mock.patch.object(package, "_BLOCK", block):
        try:
            about = sandbox.parse(io.BytesIO(content), len(content), "ds.xlsx", spool.Writer(out))
        except (tables.UnreadableFile, spool.OutOfOrder) as refusal:
            return str(refusal)
    sheet = about["sheets"][0]
    return list(spool.rows(out, sheet["frames"])), sheet["merged"], about["notes"], (sheet["struck"], sheet["early_days"])


@example('<row r="2"><c r="A2"><f>1</f></c><c r="B2"><f>1</f></c></row>', 300)
@example('<row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c></row>', 300)
@example('<row r=" 7"><c r="A7"><v>1</v></c></row>', 300)
@given(st.lists(ROWS, max_size=8).map(written), st.sampled_from([300, 3_000, 1 << 18]))
@settings(max_examples=150, deadline=None)
def test_patterns_and_the_parser_read_the_same(rows, block):
    by_parser = read(rows, opening="<sheetData x='1'>")
    assert read(rows, block=block) == by_parser


EMPTY = {
    "dòng trống": '<row r="{n}" spans="1:5" s="3" customFormat="1" ht="15.75"/>',
    "ô trống": '<row r="{n}"><c r="A{n}" s="3"/><c r="B{n}" s="12"/></row>\n',
    "không ghi số": '<row s="{n}"><c s="3"><v/></c></row>',
}


@pytest.mark.parametrize("form", EMPTY.values(), ids=EMPTY)
def test_rows_that_look_like_one_that_held_nothing_are_passed_over(form, monkeypatch):
    looked_at = []
    row = PlainRows._row
    monkeypatch.setattr(PlainRows, "_row", lambda self, text: (looked_at.append(text), row(self, text))[1])
    rows = "".join(form.format(n=number) for number in range(2, 50_000))
    found, *_ = read(rows + '<row><c r="A1"><v>7</v></c></row>')
    assert found == [spool.Row(1, ["Tên"]), spool.Row(50_000, ["7"])]
    assert len(looked_at) < 20
