"""Accounts and positions: opened, given, ended; what an act of reorganisation does to them."""

from mangnon.accounts.operations.people import (
    BadUsername,
    OwnPosition,
    PositionNotOpen,
    UsernameTaken,
    create_user,
    end_position,
    give_position,
    note_failed_login,
    note_login,
    note_logout,
    set_password,
)

__all__ = [
    "BadUsername",
    "OwnPosition",
    "PositionNotOpen",
    "UsernameTaken",
    "create_user",
    "end_position",
    "give_position",
    "note_failed_login",
    "note_login",
    "note_logout",
    "set_password",
]
