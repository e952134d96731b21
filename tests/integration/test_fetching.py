"""Objects of many rows are those Django makes."""

import pytest
from django.db.models import Model

from mangnon.lib.fetching import objects
from mangnon.register.models import Carer, CareRelation, Child, Residence
from tests.factories import register

pytestmark = pytest.mark.django_db
KINDS: list[type[Model]] = [Child, Residence, Carer, CareRelation]


@pytest.fixture(autouse=True)
def family():
    register.child(full_name="Trần Thị Mai", mother="Lê Thị Lan")
    register.child(full_name="Trần Văn Tí", mother="Lê Thị Lan")


@pytest.mark.parametrize("model", KINDS)
def test_they_hold_what_django_loads(model):
    by_django = list(model._default_manager.order_by("pk"))
    found = objects(model._default_manager.order_by("pk"))
    assert found == by_django
    assert [_columns(one) for one in found] == [_columns(one) for one in by_django]


def test_they_are_saved_and_followed_like_others():
    child = objects(Child.objects.order_by("pk"))[0]
    child.hamlet = "Khu vực 2"
    child.save()
    assert Child.objects.get(pk=child.pk).hamlet == "Khu vực 2"
    assert Child.objects.count() == 2
    assert child.lives_in == Child.objects.get(pk=child.pk).lives_in


def test_in_the_order_asked_for_and_no_more_than_asked_for():
    last = Child.objects.order_by("-pk")
    assert objects(last[:1]) == [last[0]]
    assert objects(last.none()) == []


def _columns(one):
    return {name: value for name, value in vars(one).items() if name != "_state"}
