"""Jobs that ended long ago."""

from django.db import connection, transaction

_DELETE = """
DELETE FROM procrastinate_jobs AS job
WHERE status IN ('succeeded', 'failed', 'cancelled', 'aborted')
  AND NOT EXISTS (SELECT 1 FROM procrastinate_events AS e WHERE e.job_id = job.id AND e.at > now() - make_interval(days => %s))
"""


def forget(*, days: int) -> None:
    """Delete the rows of jobs that ended so many days ago."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_DELETE, [days])
