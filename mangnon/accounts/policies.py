"""Deciding, with a sentence for the person who is refused."""

from mangnon.accounts import rules
from mangnon.accounts.records import Actor, Scope
from mangnon.accounts.vocabulary import Permission, Role
from mangnon.lib.refusals import Refusal


class NotAllowed(Refusal):
    """The actor may not do this; the text says what is missing and who can grant it."""


def check_may(actor: Actor, permission: Permission) -> None:
    """Raise NotAllowed unless some position of the actor carries the permission."""
    if not rules.may(actor, permission):
        raise NotAllowed(_sentence(permission))


def check_covers(actor: Actor, permission: Permission, *, institution_id: int | None) -> None:
    """Raise NotAllowed unless the actor holds the permission over this territory or in this agency."""
    check_may(actor, permission)
    if not scope(actor, permission).covers(institution_id):
        raise NotAllowed(
            f"Chức danh của bạn không có quyền “{permission.label}” ở đơn vị này. Nếu đây là địa bàn của bạn, "
            "đề nghị quản trị hệ thống ghi lại chức danh."
        )


def scope(actor: Actor, permission: Permission) -> Scope:
    """Territory or agencies over which the actor holds the permission."""
    return rules.scope(actor, permission)


def _sentence(permission: Permission) -> str:
    roles = [Role(role).label for role in rules.PERMISSION_MAP[permission]]
    return (
        f"Chức danh của bạn không có quyền “{permission.label}”. Quyền này dành cho: {'; '.join(roles)}. "
        "Nếu cần, đề nghị quản trị hệ thống ghi chức danh cho bạn."
    )
