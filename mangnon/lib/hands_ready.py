"""Imported once, by the process hands are forked from: what all of them need is read, and memory they share is left alone."""

import os
from importlib import import_module

import django
from django.conf import settings

from mangnon.lib.hands import seldom_look_for_cycles

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a hand has one processor, and threads do not survive the fork
django.setup()
for module in settings.MANGNON_PORTS["lib.hands"]:
    import_module(module)
seldom_look_for_cycles()
