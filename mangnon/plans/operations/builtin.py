"""Plan 73/KH-UBND of Cần Thơ, which ships with the product."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from mangnon.audit.records import Who
from mangnon.plans.models import Plan
from mangnon.plans.operations.adopting import adopt
from mangnon.plans.operations.reading import read

FILE = Path(__file__).parents[1] / "data" / "ke-hoach-73-KH-UBND.txt"


@transaction.atomic
def load_builtin(*, by: Who, at: datetime) -> Plan:
    """Read and adopt the plan; agencies must be loaded before. A second call finds it done and changes nothing."""
    known = Plan.objects.filter(document__number="73/KH-UBND", document__issued_on="2024-04-04").first()
    if known:
        return known
    plan = read(content=FILE.read_bytes(), name=FILE.name, by=by, at=at)
    return adopt(plan_id=plan.pk, by=by, at=at)
