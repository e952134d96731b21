"""A paper on screen: the same record, every number a link to the rows behind it."""

from collections.abc import Callable, Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from mangnon.lib import docx
from mangnon.reports.records import Annex, Heading, Paper, Piece, Source
from mangnon.reports.vocabulary import Origin

_ROMAN = ("I", "II", "III", "IV", "V")

type Link = Callable[[Source], str]  # the address behind a source, "" for none


def content(paper: Paper, *, link: Link) -> SafeString:
    """The sheet as markup for an element of class `paper`."""
    blocks: Iterable[SafeString] = (
        _heading(block) if isinstance(block, Heading) else format_html("<p>{}</p>", _pieces(block.pieces, link)) for block in paper.blocks
    )
    return format_html(
        '<div class="sheet-body">{}<p class="title">{}</p><p class="title title-under">{}</p>{}{}{}</div>{}',
        _head(paper), paper.kind, paper.subject, _addressed_to(paper.addressed_to), _join(blocks), _signature(paper),
        _join(_annex(annex, number, paper, link) for number, annex in enumerate(paper.annexes, start=1)),
    )  # fmt: skip


def _head(paper: Paper) -> SafeString:
    superior = format_html_join("", "{}<br>", ((line,) for line in paper.superior))
    issuer = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in paper.issuer))
    return format_html(
        '<div class="letterhead"><div>{}<b class="under">{}</b>{}</div>'
        '<div><b>{}</b><b class="under motto">{}</b><em>{}</em></div></div>',
        superior, issuer, _wide(paper.number), docx.NATION, docx.MOTTO, _wide(paper.place_and_date),
    )  # fmt: skip


def _addressed_to(names: tuple[str, ...]) -> SafeString:
    if len(names) == 1:
        return format_html('<p class="addressed">Kính gửi: {}.</p>', names[0])
    lines = format_html_join("", "<br>- {}{}", ((name, "." if place == len(names) else ";") for place, name in enumerate(names, start=1)))
    return format_html('<p class="addressed">Kính gửi:{}</p>', lines)


def _heading(heading: Heading) -> SafeString:
    text = heading.text.upper() if heading.level == 1 else heading.text
    return format_html("<p><b>{}</b></p>", text)


def _pieces(pieces: tuple[Piece, ...], link: Link) -> SafeString:
    return _join(_piece(piece, link) for piece in pieces)


def _piece(piece: Piece, link: Link) -> SafeString:
    address = link(piece.source) if piece.source else ""
    kind = "said" if piece.source and piece.source.origin is Origin.WRITTEN else "fig"
    shown = format_html('<a class="{}" href="{}">{}</a>', kind, address, piece.text) if address else format_html("{}", piece.text)
    shown = format_html("<b>{}</b>", shown) if piece.bold else shown
    return format_html("<em>{}</em>", shown) if piece.italic else shown


def _signature(paper: Paper) -> SafeString:
    copies = format_html_join("", "<br>- {}{}", ((c, "." if i == len(paper.copies) else ";") for i, c in enumerate(paper.copies, start=1)))
    capacity = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in paper.capacity))
    return format_html(
        '<div class="signature"><div class="copies"><b><em>Nơi nhận:</em></b>{}</div><div><b>{}</b><br><br><br><br><b>{}</b></div></div>',
        copies, capacity, paper.signer,
    )  # fmt: skip


def _annex(annex: Annex, number: int, paper: Paper, link: Link) -> SafeString:
    roman = f" {_ROMAN[number - 1]}" if len(paper.annexes) > 1 else ""
    head = format_html_join("", "<th>{}</th>", ((column.heading,) for column in annex.columns))
    numeric = [column.numeric for column in annex.columns]
    rows = _join(
        format_html(
            "<tr>{}</tr>",
            _join(
                format_html('<td class="num">{}</td>' if wide else "<td>{}</td>", _pieces(cell, link))
                for cell, wide in zip(row, numeric, strict=True)
            ),
        )
        for row in annex.rows
    )
    return format_html(
        '<details class="annex"><summary>Phụ lục{}. {}</summary><div class="table-wrap"><table class="paper-table">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div><p><em>{}</em></p></details>",
        roman, annex.title, head, rows, annex.note,
    )  # fmt: skip


def _join(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _wide(text: str) -> SafeString:
    """Blanks left for handwriting keep their width."""
    return mark_safe(format_html("{}", text).replace("  ", "&nbsp; "))
