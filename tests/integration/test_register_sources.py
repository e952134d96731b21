"""Facts have no foreign key to their source: sources stay, and each fact names one that is there."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.models import ForeignKey

from mangnon.register.models import Source
from tests.factories import child_lists
from tests.factories.lists import bring
from tests.factories.register import child

pytestmark = pytest.mark.django_db
DOSES = [["Họ và tên trẻ", "Ngày sinh", "Số ĐDCN", "Họ tên mẹ", "BCG"], ["Trần Bảo Ngọc", "5/3/26", "092326000001", "", "06/03/2026"]]


def tables():
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model is Source
    ]


def test_a_source_is_never_removed():
    child()
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        Source.objects.all()._raw_delete("default")
    assert Source.objects.exists()


def test_every_fact_of_lists_and_visits_names_a_source_that_is_there():
    child(full_name="Trần Bảo Ngọc", born=date(2026, 3, 5), number="092326000001")
    bring("child-list", child_lists.workbook([child_lists.row(poverty="Hộ nghèo", circumstances="Trẻ em mồ côi cả cha và mẹ")]))
    bring("immunisation", child_lists.sheet_of(DOSES))
    bring("health-insurance", [{"full_name": "Trần Bảo Ngọc", "personal_number": "092326000001", "card": "0123456789"}])
    written = set()
    for model, field in tables():
        if model.objects.exists():
            written.add(model.__name__)
        assert not model.objects.exclude(**{f"{field.name}__in": Source.objects.all()}).exclude(**{field.name: None}).exists(), model
    assert written >= {"Child", "Residence", "CareRelation", "Identifier", "Circumstance", "HouseholdStanding", "Dose", "InsuranceCard"}
