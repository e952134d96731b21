"""Imported once, by the process hands are forked from: what all of them need is read, and memory they share is left alone."""

import django

from mangnon.lib.hands import seldom_look_for_cycles

django.setup()
seldom_look_for_cycles()
