"""`Server-Timing` on every answer when MANGNON_TIMING=1: total time, database time, number of queries."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse


class ServerTiming:
    """Middleware that measures; absent unless asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.MANGNON_TIMING:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        count, spent = 0, 0.0

        def measured(execute: Callable[..., Any], *args: Any) -> Any:
            nonlocal count, spent
            begun = time.perf_counter()
            try:
                return execute(*args)
            finally:
                count += 1
                spent += time.perf_counter() - begun

        begun = time.perf_counter()
        with ExitStack() as stack:
            stack.enter_context(connection.execute_wrapper(measured))
            response = self.get_response(request)
        total = time.perf_counter() - begun
        response["Server-Timing"] = f'total;dur={total * 1000:.1f}, db;dur={spent * 1000:.1f};desc="{count} queries"'
        return response
