from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, said_of

RULE, BOTH = "help_kind_certain", "HƯỞNG TRỢ CẤP XÃ HỘI, CẤP THẺ BHYT"


def test_a_title_of_several_kinds_is_asked():
    context, row = enriching("social-assistance", banner=BOTH)
    (finding,) = checks.every()[RULE](row, context)
    assert (finding.column, finding.severity) == ("assistance", Severity.QUESTION)
    assert [way.value for way in finding.suggestions] == ["Trợ cấp xã hội", "Trợ giúp y tế"]


def test_a_row_a_section_or_a_title_that_names_one_is_clear():
    assert said_of(RULE, "social-assistance", banner=BOTH, assistance="BHYT") == []
    assert said_of(RULE, "social-assistance", banner=f"{BOTH} › II. Thẻ BHYT") == []
    assert said_of(RULE, "social-assistance", banner=f"{BOTH}; Cấp thẻ BHYT") == []
    assert said_of(RULE, "social-assistance", banner="HƯỞNG TRỢ CẤP XÃ HỘI") == []
    assert said_of(RULE, "social-assistance", banner="CHI TRẢ THÁNG 11") == []
