"""Foreign keys point down, like imports."""

import configparser

from django.apps import apps

from tests.consistency.source import ROOT


def depth_of_rooms() -> dict[str, int]:
    config = configparser.ConfigParser()
    config.read(ROOT / ".importlinter", encoding="utf-8")
    lines = config["importlinter:contract:modules"]["layers"].split("\n")
    return {name.strip(" ()"): depth for depth, line in enumerate(lines) for name in line.split("|") if name.strip()}


def owner(model) -> str:
    return model.__module__.split(".")[1]


def test_foreign_keys_point_down():
    depth = depth_of_rooms()
    ours = [model for model in apps.get_models() if model.__module__.startswith("mangnon.")]
    assert ours
    wrong = [
        f"{owner(model)}.{model.__name__}.{field.name} → {owner(field.related_model)}"
        for model in ours
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model and field.related_model.__module__.startswith("mangnon.")
        if owner(model) != owner(field.related_model) and depth[owner(model)] >= depth[owner(field.related_model)]
    ]
    assert not wrong


# Files that may wait for a signal of Django, each with its reason.
SIGNALS = {"mangnon/register/apps.py": "every migration with a trigger writes pgtrigger's helper anew; Django tells only by post_migrate"}


def test_no_signals():
    """Side effects are called by name; only the traces of row history come from triggers in the database."""
    from tests.consistency.source import trees

    wrong = [
        str(path)
        for path, tree in trees().items()
        if not str(path).endswith(tuple(SIGNALS))
        if any(getattr(node, "module", None) in {"django.dispatch", "django.db.models.signals"} for node in getattr(tree, "body", []))
    ]
    assert not wrong
