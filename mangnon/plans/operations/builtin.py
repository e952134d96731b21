"""Plan 73/KH-UBND of Cần Thơ, which ships with the product."""

import csv
from datetime import datetime
from pathlib import Path

from django.db import transaction

from mangnon.audit.records import Who
from mangnon.plans.models import Clause, Plan
from mangnon.plans.operations.adopting import adopt
from mangnon.plans.operations.clauses import link_clauses
from mangnon.plans.operations.reading import read

FILE = Path(__file__).parents[1] / "data" / "ke-hoach-73-KH-UBND.txt"
LINKS = FILE.with_name("lien-ket-73.csv")


@transaction.atomic
def load_builtin(*, by: Who, at: datetime) -> Plan:
    """Read and adopt the plan; agencies must be loaded before. A second call finds it done and changes nothing."""
    known = Plan.objects.filter(document__number="73/KH-UBND", document__issued_on="2024-04-04").first()
    if known:
        return known
    plan = read(content=FILE.read_bytes(), name=FILE.name, by=by, at=at)
    return adopt(plan_id=plan.pk, by=by, at=at)


@transaction.atomic
def link_builtin(*, by: Who, at: datetime) -> int:
    """Join the clauses of part IV of the plan (who does it) to those they carry out, as read by us: unverified until a person confirms."""
    plan = Plan.objects.get(document__number="73/KH-UBND", document__issued_on="2024-04-04")
    keys = dict(Clause.objects.filter(plan=plan).values_list("address", "pk").order_by("pk"))
    with LINKS.open(encoding="utf-8", newline="") as rows:
        pairs = [(row["muc"], row["thuc_hien_muc"]) for row in csv.DictReader(rows)]
    for source, target in pairs:
        link_clauses(source_id=keys[source], target_id=keys[target], verified=False, by=by, at=at)
    return len(pairs)
