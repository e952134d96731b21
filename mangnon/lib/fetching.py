"""Many rows of a table as objects: made one by one in Django's own way they cost more than the database takes to find them."""

from django.db.models import Model, QuerySet
from django.db.models.base import ModelState


def objects[M: Model](chosen: QuerySet[M]) -> list[M]:
    """The rows of a query as objects like those Django makes, all columns of the table loaded, at half the cost.

    For long lists. No relation is fetched with them (`select_related` is of no effect), and the signals of making a model are not sent.
    """
    model, database = chosen.model, chosen.db
    names = [field.attname for field in model._meta.concrete_fields]
    found = []
    for values in chosen.values_list(*names):
        one = model.__new__(model)
        one.__dict__.update(zip(names, values, strict=True))
        one._state = ModelState()
        one._state.adding, one._state.db = False, database
        found.append(one)
    return found
