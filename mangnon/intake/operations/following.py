"""Lists in flight follow an act of reorganisation: a list with rows still waiting goes to the successor; its text stays as it came."""

from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef

from mangnon.audit.records import Who
from mangnon.institutions import queries as institutions
from mangnon.institutions.operations.applying import note_followed
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.intake.models import Batch, Row
from mangnon.intake.vocabulary import WAITING, RowState

OPEN = (*WAITING, RowState.READY)


class Lists:
    """The follower of the intake room."""

    code = "intake"
    label = "danh sách đang xử lý"

    def preview(self, move: Move, *, on: date) -> Tally:
        """Lists that would go to a successor; of divided communes, who must say."""
        known, asked, names = self._ways(move)
        lines = tuple(Line(f"Danh sách số {pk}", names(source), names(target)) for pk, source, target in known)
        return Tally(
            self.code, self.label, len(known), lines, tuple(asked), kept=self._settled(move),
            kept_label="danh sách đã xong giữ tên nơi đã gửi",
        )  # fmt: skip

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Hand the open lists over."""
        tally = self.preview(move, on=move.on)
        known, _, _ = self._ways(move)
        for pk, _source, target in known:
            Batch.objects.filter(pk=pk).update(commune_id=target)
        note_followed(act_id=move.act_id, follower=self.code, rows=[(pk, source) for pk, source, _ in known])
        return tally

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose for one list, or for all of a commune that wait."""
        waiting = _open().filter(commune=question.source)
        if question.matter:
            waiting = waiting.filter(pk=int(question.matter.removeprefix("batch:")))
        keys = list(waiting.values_list("pk", flat=True))
        Batch.objects.filter(pk__in=keys).update(commune_id=target_id)
        note_followed(act_id=question.act_id, follower=self.code, rows=[(pk, question.source) for pk in keys])
        return len(keys)

    def _ways(self, move: Move):  # type: ignore[no-untyped-def]
        sources = move.ended | {key for key, _ in move.back}
        origins = institutions.followed(act_id=move.restores, follower=self.code) if move.restores else {}
        known: list[tuple[int, int, int]] = []
        asked: list[Asked] = []
        for pk, commune in _open().filter(commune__in=sources).order_by("id").values_list("pk", "commune_id"):
            back = next((move.back[commune, origin] for origin in origins.get(pk, ()) if (commune, origin) in move.back), None)
            target = back or (move.goes_to(commune) if commune in move.ended else commune)
            if target is not None and target != commune:
                known.append((pk, commune, target))
            elif target is None and commune in move.options:
                asked.append(
                    Asked(
                        source=commune, matter=f"batch:{pk}", label=f"Danh sách số {pk} đang xử lý", choices=move.options[commune],
                        suggested=move.near.get(commune), why="Nơi này giữ mã hoặc tên của nơi cũ." if commune in move.near else "",
                    )
                )  # fmt: skip
        return known, asked, lambda key: move.names.get(key, "")

    def _settled(self, move: Move) -> int:
        found = Batch.objects.filter(commune__in=move.ended).exclude(pk__in=_open().values("pk"))
        return int(found.aggregate(n=Count("pk"))["n"])


def _open():  # type: ignore[no-untyped-def]
    return Batch.objects.filter(Exists(Row.objects.filter(batch=OuterRef("pk"), state__in=OPEN)))
