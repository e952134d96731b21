"""Sections of the yearly report, taken from a plan's own parts (Nghị định 30/2020/NĐ-CP, mẫu báo cáo; V.1 of Plan 73)."""

from collections.abc import Sequence

from mangnon.lib.vietnamese import fold
from mangnon.plans.records import Clause, Section

_DUTIES = ("nhiem vu", "giai phap", "noi dung")
_MONEY = ("kinh phi", "ngan sach", "nguon luc thuc hien")


def sections(clauses: Sequence[Clause]) -> tuple[Section, ...]:
    """I leadership and dissemination, one section per group of duties, money, difficulties, proposals, next year.

    Codes are the addresses of the clauses reported on; the sections no plan prints carry words: "khó khăn", "kiến nghị", "phương hướng".
    """
    tops = [clause for clause in clauses if clause.level == 1]
    found = [Section("I", "Công tác lãnh đạo, chỉ đạo, quán triệt, ban hành kế hoạch", tops[0].id if tops else "")]
    duties = next((top for top in tops if _any(top, _DUTIES)), None)
    if duties:
        found += [
            Section(clause.id, clause.title or clause.text.split(".")[0][:200], clause.id)
            for clause in clauses
            if clause.parent == duties.id
        ]
    money = next((top for top in tops if _any(top, _MONEY)), None)
    found.append(Section(money.id if money else "kinh phí", "Kinh phí thực hiện", money.id if money else ""))
    found.append(Section("khó khăn", "Khó khăn, vướng mắc, nguyên nhân", "cuối" if any(c.id == "cuối" for c in clauses) else ""))
    found.append(Section("kiến nghị", "Đề xuất, kiến nghị", ""))
    found.append(Section("phương hướng", "Phương hướng, nhiệm vụ năm tới", ""))
    return tuple(found)


def _any(clause: Clause, words: tuple[str, ...]) -> bool:
    title = fold(clause.title)
    return any(word in title for word in words) and "to chuc thuc hien" not in title
