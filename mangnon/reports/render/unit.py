"""The report of one unit: what it did, section by section of the plan, and the figures of its children."""

from mangnon.lib.vietnamese import long_date
from mangnon.reports.records import Content, Heading, Issue, Paper, Paragraph
from mangnon.reports.render import layout
from mangnon.reports.render.layout import figure, joined

EMPTY = "(Chưa viết mục này.)"


def paper(content: Content, issue: Issue) -> Paper:
    """The paper of a unit's report."""
    blocks: list[Heading | Paragraph] = [layout.opening(content), *_situation(content)]
    for headings, section in layout.headed(content.sections):
        blocks += [*headings, *layout.written(section, content.report, empty=EMPTY)]
    blocks.append(
        layout.text(
            f"Trên đây là báo cáo kết quả thực hiện Kế hoạch số {content.plan_number} năm {content.year} của "
            f"{layout.full_name(content.author)}./."
        )
    )
    annexes = []
    if content.figures:
        title = f"Số liệu về trẻ em năm {content.year} của {layout.inside(content.author.name)}"
        annexes.append(layout.figures_annex(content.figures, title=title, closing_on=content.closing_on))
    return layout.paper(content, issue, blocks=blocks, annexes=annexes, copies=("Như trên", "Lưu: VT"))


def _situation(content: Content) -> list[Paragraph]:
    found = {frozen.code: frozen for frozen in content.figures}
    if not found:
        return []
    return [
        joined(
            f"Tính đến {long_date(content.closing_on)}, {layout.inside(content.author.name)} có ", figure(found["children_under_16"]),
            " trẻ em dưới 16 tuổi, trong đó ", figure(found["children_under_6"]), " trẻ em dưới 6 tuổi; ",
            figure(found["special_children"]), " trẻ em có hoàn cảnh đặc biệt; ", figure(found["at_risk_children"]),
            " trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt; tỷ lệ trẻ em có số định danh cá nhân đã xác thực là ",
            figure(found["verified_numbers"]), ".",
        )
    ]  # fmt: skip
