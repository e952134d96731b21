"""The door of the clock and the queue: work that runs outside a request, survives a killed process and is done again when in doubt.

A kind of job is one file in `tasks/`; a time of day at which one runs is one line in `clock.py`. Rooms below never import this room:
their operations ask through `lib.later`.
"""
