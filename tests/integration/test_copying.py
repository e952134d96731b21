"""Values told to COPY come back from the database as they were."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib import copying
from mangnon.register.models import Child, Residence
from tests.factories import register

pytestmark = pytest.mark.django_db
ODD = ["", "a,b", "NULL", 'nói "to"', "dấu \\ ngược", "{ngoặc}", "ấp\tba", "dòng\nmới"]


@pytest.mark.parametrize("texts", [[], [""], ["m:lan"], ["a", "b"], ODD])
def test_texts_in_an_array(texts):
    child = Child.objects.get(pk=register.child())
    child.search_words = texts
    copying.write_changed(Child, [child], ["search_words"])
    assert Child.objects.get(pk=child.pk).search_words == texts


@pytest.mark.parametrize(
    "span",
    [
        DateRange(None, None),
        DateRange(date(2026, 1, 1), None),
        DateRange(None, date(2026, 2, 1)),
        DateRange(date(2026, 1, 1), date(2026, 2, 1)),
    ],
)
def test_spans_of_days(span):
    child = Child.objects.get(pk=register.child())
    facts = {"child_id": child.pk, "kind": "temporary", "valid": span, "source_id": child.source_id}
    copying.write_facts(Residence, [facts])
    row = Residence.objects.get(child=child, kind="temporary")
    assert (row.valid, row.unit_id, row.hamlet) == (span, None, "")  # what is not told takes the column's default


@pytest.mark.parametrize("text", ["", "Ấp 3", 'a"b', "c\\d", "x,y{}", "NULL", "it's"])
def test_texts_and_keys_among_many(text):
    pk = register.child(hamlet=text)
    assert list(Child.objects.filter(hamlet__in=copying.among([text, "nowhere"]))) == [Child.objects.get(pk=pk)]
    assert Child.objects.filter(pk__in=copying.among([pk, pk, 0])).count() == 1
    assert not Child.objects.filter(pk__in=copying.among(list[int]())).exists()


def test_keys_come_from_the_sequence_or_from_who_took_them():
    child = Child.objects.get(pk=register.child())
    (key,) = copying.new_keys(Residence, 1)
    facts = {"child_id": child.pk, "valid": DateRange(None, None), "source_id": child.source_id}
    copying.write_facts(Residence, [{**facts, "kind": "temporary", "id": key}])
    copying.write_facts(Residence, [{**facts, "kind": "permanent"}])
    keys = dict(Residence.objects.filter(child=child).order_by("id").values_list("kind", "id"))
    assert keys["temporary"] == key
    assert keys["permanent"] > key
