"""Which function answers which port: rooms that may not import each other meet here, by dotted path."""

from typing import Any

PORTS: dict[str, Any] = {  # a path, or a list of paths
    "lib.later": "mangnon.jobs.queue.put",  # work asked for by operations, done by the worker
    "lib.hands": ["mangnon.intake.operations", "mangnon.linkage.queries"],  # the code that hands run, read once for all of them
    "cli.worker": "mangnon.jobs.worker.work",  # `mangnon worker`
    "intake.matcher": "mangnon.linkage.queries.same_children",  # whose record of the register a person may be: intake/ports.py
    "institutions.followers": [  # who follows an act of reorganisation: people before their duties
        "mangnon.accounts.operations.following.Positions",
        "mangnon.register.operations.homes.Homes",
        "mangnon.intake.operations.following.Lists",
        "mangnon.plans.operations.following.Duties",
        "mangnon.plans.operations.passing.Difficulties",
        "mangnon.plans.operations.passing.Requirements",
        "mangnon.plans.operations.passing.Proposals",
        "mangnon.plans.operations.passing.Activities",
        "mangnon.plans.operations.standing.Committees",
        "mangnon.plans.operations.seats.Seats",
        "mangnon.outreach.operations.passing.Programmes",
        "mangnon.outreach.operations.passing.Replies",
        "mangnon.outreach.operations.passing.Drafts",
        "mangnon.outreach.operations.passing.Opinions",
        "mangnon.documents.operations.passing.Registers",
        "mangnon.documents.operations.passing.Files",
        "mangnon.reports.operations.following.Reports",
        "mangnon.reports.operations.receiving.Receivers",
    ],
}
