"""Every column that names an institution either follows acts of reorganisation or is said to stay as it was written."""

from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField

from mangnon.institutions import ports
from mangnon.institutions.models import Institution

FOLLOW = {
    "accounts.Position": {"agency": "accounts", "territory": "accounts"},
    "documents.Dossier": {"keeper": "files"},
    "documents.NumberSeries": {"keeper": "registers"},
    "intake.Batch": {"commune": "intake"},
    "outreach.Criticism": {"drafter": "drafts", "critic": "opinions"},
    "outreach.Programme": {"agency": "programmes"},
    "outreach.Recommendation": {"addressed": "outreach"},
    "plans.Activity": {"institution": "activities"},
    "plans.Assignment": {"institution": "plans"},
    "plans.Charge": {"institution": "plans", "territory": "plans"},
    "plans.Committee": {"institution": "committees"},
    "plans.Difficulty": {"institution": "difficulties"},
    "plans.LawProposal": {"institution": "laws"},
    "plans.Member": {"agency": "seats", "area": "seats"},
    "plans.Occurrence": {"institution": "plans"},
    "plans.PlanCheck": {"institution": "checks"},
    "register.Child": {"lives_in": "register"},
    "reports.Period": {"receiver": "receivers"},
    "reports.Requirement": {"institution": "reports", "passed_to": "reports"},
}
STAY = {
    "documents.Document": {"issued_by"},  # papers
    "documents.Dossier": {"institution"},
    "documents.NumberSeries": {"institution"},
    "indicators.Figure": {"unit"},  # a figure of its day
    "outreach.Visit": {"institution"},  # what was found there
    "plans.Dissemination": {"institution"},  # who did it
    "plans.Move": {"from_institution", "to_institution"},
    "plans.Plan": {"focal"},  # as printed; who holds it now is asked of succession
    "plans.Progress": {"institution"},
    "plans.Task": {"lead"},  # as printed
    "plans.TaskAgency": {"institution"},
    "plans.WorkPlan": {"institution"},  # the paper's author
    "plans.WorkPlanReminder": {"institution"},
    "register.HandOver": {"from_unit", "to_unit"},  # the receipt is owed where the child lives now
    "register.Residence": {"unit"},
    "reports.Contribution": {"institution"},  # whose words were taken in
    "reports.Report": {"institution"},  # handed in, or a draft read into the successor's; the city's goes along with its period
}


def columns():
    """Model → its columns that name an institution, of every room but the institutions' own."""
    found = {}
    for model in apps.get_models():
        if model._meta.app_label != "institutions" and "event" not in model.__name__.lower():
            own = {
                field.name
                for field in model._meta.get_fields()
                if isinstance(field, ForeignKey | ManyToManyField) and field.related_model is Institution
            }
            if own:
                found[model._meta.label] = own
    return found


def test_every_column_that_names_an_institution_is_decided():
    said = {label: set(FOLLOW.get(label, ())) | STAY.get(label, set()) for label in FOLLOW.keys() | STAY.keys()}
    assert columns() == said


def test_every_follower_has_its_columns():
    assert {follower.code for follower in ports.followers()} == {code for columns in FOLLOW.values() for code in columns.values()}
