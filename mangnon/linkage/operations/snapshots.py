"""Taking in a population snapshot."""

import hashlib
from datetime import date, datetime
from pathlib import Path

from django.db import connection, transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib.vietnamese import short_date
from mangnon.linkage import formats, rules
from mangnon.linkage.models import Person, PopulationExtract

_COLUMNS = (
    "extract_id", "record_id", "full_name", "birth_date", "birth_precision", "sex", "personal_number", "father_name",
    "father_key", "mother_name", "mother_key", "commune_code", "hamlet", "household_ref",
)  # fmt: skip


@transaction.atomic
def load_snapshot(*, path: Path, as_of: date, by: Actor, at: datetime) -> PopulationExtract:
    """Take in a snapshot of the population database as it was on `as_of`. The same file for the same day is taken in once.

    Raises NotASnapshot for a file that is none.
    """
    policies.check_covers(by, Permission.DECIDE_MATCHES, institution_id=None)  # only who decides for the whole city
    table = formats.read(Path(path))
    digest = _sha256(Path(path))
    known = PopulationExtract.objects.filter(sha256=digest, as_of=as_of).first()
    if known:
        return known
    extract = PopulationExtract.objects.create(
        as_of=as_of, name=Path(path).name, sha256=digest, rows=table.num_rows, loaded_by=by.id, loaded_by_label=by.label, loaded_at=at
    )
    names = ", ".join(connection.ops.quote_name(column) for column in _COLUMNS)
    person_table = connection.ops.quote_name(Person._meta.db_table)
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {person_table} ({names}) FROM STDIN") as copy:
            for row in formats.rows(table):
                copy.write_row(
                    (
                        extract.pk, row.record_id, row.full_name[:200], row.birth_date,
                        row.birth_precision, row.sex[:20], row.personal_number[:40], row.father_name[:200],
                        rules.name_key(row.father_name)[:200], row.mother_name[:200], rules.name_key(row.mother_name)[:200],
                        row.commune_code[:20], row.hamlet[:120], row.household_id[:60],
                    )
                )  # fmt: skip
        cursor.execute(f"ANALYZE {person_table}")
    audit.record(
        act=Act.SNAPSHOT_LOADED,
        subject=Subject("population_extract", str(extract.pk), f"Bản trích dân cư ngày {short_date(as_of)}"),
        by=by, at=at, details={"rows": table.num_rows, "sha256": digest},
    )  # fmt: skip
    return extract


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
