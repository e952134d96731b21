"""Work to be done later, outside the request: an operation asks for it inside its transaction and forgets it.

Who runs it is wired in `settings.MANGNON_PORTS["lib.later"]`: the queue (jobs.queue.put) in a running system; jobs.queue.now where a
caller wants to wait for it. Asked for inside a transaction that fails, the work is never done.
"""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

type Plain = str | int | float | bool | None
type Runner = Callable[[str, dict[str, Plain], str], None]


def run(job: str, *, once: str = "", **arguments: Plain) -> None:
    """Ask for a job by its name ("intake.read") with plain arguments: keys, codes, never people's data.

    `once`: while a job with the same word waits to begin, asking again adds nothing. Every job may run twice and must mind it.
    """
    runner = cast(Runner, import_string(settings.MANGNON_PORTS["lib.later"]))
    runner(job, arguments, once)
