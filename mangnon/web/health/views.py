"""Three answers for machines. Public, because who asks has no account, and because they tell nothing about anybody."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from mangnon.web.access import public

TEXT = "text/plain; charset=utf-8"


@public  # a supervisor asks every few seconds whether the process answers at all
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type=TEXT)


@public  # a load balancer asks whether to send people here
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and has this version's tables."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return HttpResponse("Cơ sở dữ liệu chưa ở phiên bản này; chạy `mangnon migrate`.\n", content_type=TEXT, status=503)
    except DatabaseError:
        return HttpResponse("Không nối được cơ sở dữ liệu.\n", content_type=TEXT, status=503)
    return HttpResponse("ok\n", content_type=TEXT)


@public  # search engines have no account and nothing to find here
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing here is for search engines."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type=TEXT)
