"""Files (hồ sơ): opened, filled, closed, handed to the archive. None is ever deleted."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import policies
from mangnon.documents.models import Dossier, DossierItem
from mangnon.documents.vocabulary import Keeping
from mangnon.lib.refusals import Refusal


class BadKeeping(Refusal):
    """The time of keeping, the notation or the dates do not say anything usable."""


class AlreadyClosed(Refusal):
    """The file is closed; nothing is put in any more."""


class NotClosed(Refusal):
    """Only a closed file goes to the archive, once."""


@transaction.atomic
def open_dossier(
    *, institution_id: int, catalogue_year: int, notation: str, title: str, started_on: date, by: Who, at: datetime,
    years: int | None = None, rights: str = "", description: str = "",
) -> Dossier:  # fmt: skip
    """Open a file of an agency's list of files. `years` of keeping; None keeps it for ever. Raises BadKeeping, NotAllowed."""
    policies.check_can_register(by, institution_id=institution_id)
    notation, title = notation.strip()[:20], title.strip()[:500]
    if not notation or not title:
        raise BadKeeping("Chưa ghi số, ký hiệu hoặc tiêu đề hồ sơ. Ghi theo Danh mục hồ sơ của cơ quan, ví dụ “05.TE”.")
    if years is not None and not 1 <= years <= 70:
        raise BadKeeping("Thời hạn bảo quản ghi từ 1 đến 70 năm; để trống nếu bảo quản vĩnh viễn.")
    if Dossier.objects.filter(institution_id=institution_id, catalogue_year=catalogue_year, notation=notation).exists():
        raise BadKeeping(f"Hồ sơ số {notation} năm {catalogue_year} đã có trong danh mục. Ghi số khác hoặc mở hồ sơ ấy.")
    dossier = Dossier.objects.create(
        institution_id=institution_id, keeper_id=institution_id, catalogue_year=catalogue_year, notation=notation, title=title,
        started_on=started_on, years=years, keeping=Keeping.PERMANENT if years is None else Keeping.YEARS, rights=rights[:30],
        creator=by.label[:30], description=description[:500], opened_by=by.id, opened_at=at,
    )  # fmt: skip
    _note(dossier, "opened", by=by, at=at)
    return dossier


@transaction.atomic
def put_in_dossier(*, dossier_id: int, document_id: int, by: Who, at: datetime) -> DossierItem:
    """Lay a paper in a file under the next ordinal; one that lies there already stays. Raises AlreadyClosed, NotAllowed."""
    dossier = _locked(dossier_id, by)
    if dossier.ended_on is not None:
        raise AlreadyClosed(f"Hồ sơ số {dossier.notation} đã kết thúc. Mở hồ sơ khác, hoặc chọn hồ sơ đang lập.")
    last = dossier.items.aggregate(last=Max("ordinal"))["last"] or 0
    item, put = DossierItem.objects.get_or_create(
        dossier=dossier, document_id=document_id, defaults={"ordinal": last + 1, "put_by": by.id, "put_at": at}
    )
    if put:
        _note(dossier, "put", by=by, at=at, document=document_id)
    return item


@transaction.atomic
def close_dossier(*, dossier_id: int, ended_on: date, by: Who, at: datetime) -> Dossier:
    """The work has ended; from this day the year to hand the file over runs. Raises AlreadyClosed, BadKeeping, NotAllowed."""
    dossier = _locked(dossier_id, by)
    if dossier.ended_on is not None:
        raise AlreadyClosed(f"Hồ sơ số {dossier.notation} đã kết thúc từ trước.")
    if ended_on < dossier.started_on:
        raise BadKeeping("Ngày kết thúc ở trước ngày bắt đầu của hồ sơ. Xem lại ngày.")
    dossier.ended_on = ended_on
    dossier.save(update_fields=["ended_on"])
    _note(dossier, "closed", by=by, at=at)
    return dossier


@transaction.atomic
def archive_dossier(*, dossier_id: int, archived_on: date, words: str, by: Who, at: datetime) -> Dossier:
    """The file was handed to the archive, by minutes. It stays readable here. Raises NotClosed, NotAllowed."""
    dossier = _locked(dossier_id, by)
    if dossier.ended_on is None or dossier.archived_on is not None or archived_on < dossier.ended_on:
        raise NotClosed("Chỉ nộp lưu hồ sơ đã kết thúc, một lần, sau ngày kết thúc. Ghi ngày kết thúc hồ sơ trước.")
    dossier.archived_on, dossier.archived_words = archived_on, words.strip()[:300]
    dossier.save(update_fields=["archived_on", "archived_words"])
    _note(dossier, "archived", by=by, at=at)
    return dossier


def _locked(dossier_id: int, by: Who) -> Dossier:
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    policies.check_can_register(by, institution_id=dossier.keeper_id)
    return dossier


def _note(dossier: Dossier, step: str, *, by: Who, at: datetime, **details: object) -> None:
    subject = Subject(kind="dossier", id=str(dossier.pk), label=f"Hồ sơ số {dossier.notation} năm {dossier.catalogue_year}"[:200])
    audit.record(act=Act.DOSSIER_KEPT, subject=subject, by=by, at=at, details={"step": step, **details})
