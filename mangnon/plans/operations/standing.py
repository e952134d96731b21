"""A standing committee goes on with the institution that follows, with the meetings it has called and the conclusions nobody has given
yet; its decision, its minutes and their words stay."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mangnon.institutions.operations.held import HeldRows
from mangnon.lib.vietnamese import number
from mangnon.plans.models import Committee, Conclusion, Meeting
from mangnon.plans.vocabulary import MeetingState


class Committees(HeldRows):
    """Until the committee has ended."""

    code, label, function, words = "committees", "ban điều hành, nhóm thường trực", "", "name"
    closed_label = "ban, nhóm đã kết thúc giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        return Committee.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return Committee.objects.filter(valid__contains=on)

    def called(self, rows: list[int]) -> str:
        """The committees with what goes along."""
        meetings = Meeting.objects.filter(committee__in=rows, state=MeetingState.CALLED).count()
        conclusions = Conclusion.objects.filter(meeting__committee__in=rows, task=None).count()
        names = dict.fromkeys(Committee.objects.filter(pk__in=rows).order_by("id").values_list("name", flat=True))
        along = [f"{number(n)} {what}" for n, what in ((meetings, "cuộc họp đã mời"), (conclusions, "kết luận chưa giao")) if n]
        return ", ".join(names) + (f" (cùng {', '.join(along)})" if along else "")
