import pytest

from mangnon.lib.tables import formulas


@pytest.mark.parametrize(
    "formula",
    [
        "cmd|'/C calc'!A0",
        "MSEXCEL|'\\..\\cmd.exe'!''",
        "WEBSERVICE(A1)",
        "1+_xlfn.WEBSERVICE( A1)",
        'of:=DDE("soffice";"a";"b")',
        "RTD(A1)",
    ],
)
def test_formulas_that_leave_the_workbook(formula):
    assert formulas.reaches_out(formula)
    assert formulas.any_reaches_out(f'<row><c r="A1"><f t="shared">{formula}</f><v>1</v></c></row>'.encode())


@pytest.mark.parametrize(
    "formula", ["", "A1+1", 'A1&"|"&Sheet2!B1', 'IF(A1="x|y!",1,2)', "'Ấp 3'!A1", 'HYPERLINK("#Sheet2!A1","a")', "RECALL(A1)", "ROW()-5"]
)
def test_formulas_that_stay(formula):
    assert not formulas.reaches_out(formula)
