"""Pairs that wait and children nobody was found for, as work without a date."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.vietnamese import number, short_date
from mangnon.linkage import queries
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """At most two lines: how many pairs to look at, how many children were not found."""
    if not rules.may(actor, Permission.DECIDE_MATCHES):
        return
    run = queries.latest_run()
    if run is None:
        return
    as_of = f"so với bản dân cư ngày {short_date(run.extract.as_of)}"
    if pairs := queries.waiting_count(actor, on=on):
        yield WorkItem.undated(
            title=f"Xem {number(pairs)} trường hợp đối chiếu dân cư", detail=f"Máy chưa đủ căn cứ để tự gắn, {as_of}",
            action="So sánh", url=reverse("matching"),
        )  # fmt: skip
    if unmatched := queries.unmatched(actor, on=on).count():
        yield WorkItem.undated(
            title=f"Tìm vì sao {number(unmatched)} trẻ không thấy trong dữ liệu dân cư",
            detail=f"Sửa tên, ngày sinh, số định danh trong hồ sơ, hoặc báo Công an xã, {as_of}", action="Mở danh sách",
            url=reverse("unmatched"),
        )  # fmt: skip
