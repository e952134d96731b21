"""A whole paper read at once: head, citations, clauses, draft tasks, horizon."""

from mangnon.lib.refusals import Refusal
from mangnon.plans.records import Paper, Reading
from mangnon.plans.rules import citations, deadlines, duties, head, tree, zones


class NotAPlan(Refusal):
    """The file lacks what makes an administrative document readable as one; the text says what."""


def read(paper: Paper) -> Reading:
    """Read a document of Nghị định 30/2020/NĐ-CP (or a party paper). Raises NotAPlan, naming what is missing."""
    parted = zones.zones(paper.lines)
    clauses = tree.clauses(parted.body) if parted.body else ()
    body_text = "\n".join(line.text for line in parted.body)
    top = head.head(parted.head, parted.foot, body_text=body_text)
    missing = [
        what
        for what, found in (
            ("số, ký hiệu", top.number),
            ("ngày ban hành", top.issued_on),
            ("tên loại văn bản", top.type),
            ("các mục đánh số (I, 1, a)", clauses),
        )
        if not found
    ]
    if not clauses or len(missing) > 2 or len(paper.lines) < 3:
        raise NotAPlan(
            f"Tệp “{paper.name}” không đọc được như một văn bản kế hoạch: thiếu {', '.join(missing) or 'nội dung'}. "
            "Chọn lại đúng tệp văn bản đã ban hành (.docx hoặc .txt)."
        )
    texts = [top.preamble, *(clause.words for clause in clauses), top.title]
    return Reading(
        head=top,
        citations=citations.citations(texts, own_number=top.number),
        clauses=clauses,
        tasks=duties.tasks(clauses),
        horizon=deadlines.horizon([top.title, *(clause.words for clause in clauses if clause.id.startswith(f"{clauses[0].id}."))]),
        foot="\n".join(line.text for line in parted.foot),
    )
