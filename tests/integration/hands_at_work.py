"""What hands do in tests: it is sent to them by name."""

import os
import time

from django.db import connection


class Unsendable(Exception):
    def __init__(self, one, other):
        super().__init__("said")


def counting(start):
    total = start

    def add(told):
        nonlocal total
        if told == "where":
            return os.getpid(), connection.settings_dict["NAME"]
        if told == "units":
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM institutions_institution")
                return cursor.fetchone()[0]
        if told == "stumble":
            raise ValueError("said")
        if told == "odd":
            raise Unsendable(1, 2)
        if told == "die":
            os._exit(3)
        if told == "slow":
            time.sleep(0.5)
            return "slow"
        total += told
        return total

    return add
