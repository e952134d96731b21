"""Every field carries its privacy decision: open, basic personal data, or sensitive (Nghị định 356/2025/NĐ-CP, Điều 3 and 4)."""

import pytest
from django.apps import apps

MODELS = [model for model in apps.get_models() if model.__module__.startswith("mangnon.")]
GROUPS = ("open", "personal", "sensitive")


def by_triggers(model) -> bool:
    """Row history made by triggers: its columns are those of the model it follows."""
    return hasattr(model, "pgh_tracked_model")


@pytest.mark.parametrize("model", [model for model in MODELS if not by_triggers(model)], ids=lambda model: model._meta.label)
def test_every_field_is_classified_once(model):
    assert hasattr(model, "Privacy"), "class Privacy is missing"
    listed = [name for group in GROUPS for name in getattr(model.Privacy, group)]
    fields = {field.name for field in model._meta.concrete_fields if not (field.primary_key and field.auto_created)}
    assert sorted(listed) == sorted(fields)


@pytest.mark.parametrize("model", [model for model in MODELS if not by_triggers(model)], ids=lambda model: model._meta.label)
def test_the_decision_is_the_models_own(model):
    assert "Privacy" in vars(model)
    assert all(isinstance(getattr(model.Privacy, group), tuple) for group in GROUPS)
