"""What runs by the clock. One line for one job; hours are those of Việt Nam."""

from dataclasses import dataclass

HOURS_AHEAD = 7  # Việt Nam keeps UTC+7 all year; the queue counts in UTC


@dataclass(frozen=True)
class Line:
    """A job and when it runs, as a cron line in UTC (minute hour day month weekday)."""

    job: str
    cron: str


def daily(job: str, hour: int, minute: int = 0) -> Line:
    """Every day at an hour of Việt Nam."""
    return Line(job, f"{minute} {(hour - HOURS_AHEAD) % 24} * * *")


def every_minutes(job: str, minutes: int) -> Line:
    """Every so many minutes; a divisor of 60."""
    return Line(job, f"*/{minutes} * * * *")


LINES: tuple[Line, ...] = (
    every_minutes("institutions.acts", 5),
    daily("jobs.tidy", 2, 30),
    daily("plans.duties", 6, 30),
)  # fmt: skip
