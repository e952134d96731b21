"""Registers and files go into the keeping of the successor, which settles what waits in them; numbers and names stay as they were given."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mangnon.documents.models import Dossier, NumberSeries
from mangnon.institutions.operations.held import HeldRows


class Registers(HeldRows):
    """Every register: papers received may still wait, the others are looked up. Its series of numbers ends with the agency."""

    code, label, field, function = "registers", "sổ văn bản", "keeper", ""

    def every(self) -> QuerySet[Any]:
        return NumberSeries.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return NumberSeries.objects.all()


class Files(HeldRows):
    """Until handed to the archive."""

    code, label, field, function, words = "files", "hồ sơ chưa nộp lưu", "keeper", "", "title"
    closed_label = "hồ sơ đã nộp lưu giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        return Dossier.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return Dossier.objects.filter(archived_on=None)
