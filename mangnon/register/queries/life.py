"""What lists tell of a child's life beside who it is: school, vaccines, insurance, birth, death, hand-overs; newest first."""

from dataclasses import dataclass

from django.db.models import QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.register.models import BirthNotice, Child, Death, Dose, HandOver, InsuranceCard, Schooling
from mangnon.register.queries.record import NoSuchChild


@dataclass(frozen=True)
class Life:
    """The facts of one child, each kind newest first."""

    schooling: list[Schooling]
    doses: list[Dose]
    cards: list[InsuranceCard]
    birth: BirthNotice | None
    death: Death | None
    hand_overs: list[HandOver]


def life(actor: Actor, child: Child) -> Life:
    """What is known of a child's life. Raises NoSuchChild where the actor may not see the child."""
    if not policies.scope(actor, Permission.SEE_CHILDREN).covers(child.lives_in_id):
        raise NoSuchChild("Không có hồ sơ này trong địa bàn của bạn. Trẻ đã chuyển đi thì hỏi xã, phường nơi trẻ đến.")
    pk = child.pk
    schooling = Schooling.objects.filter(child=pk, valid__isempty=False).select_related("source").order_by("-id")
    return Life(
        schooling=list(schooling),
        doses=list(Dose.objects.filter(child=pk).select_related("source").order_by("vaccine", "happened_on", "id")),
        cards=list(InsuranceCard.objects.filter(child=pk, valid__isempty=False).select_related("source").order_by("-id")),
        birth=BirthNotice.objects.filter(child=pk).select_related("source").first(),
        death=Death.objects.filter(child=pk).select_related("source").first(),
        hand_overs=list(HandOver.objects.filter(child=pk).select_related("from_unit", "to_unit", "source").order_by("-id")),
    )


def hand_overs_waiting(actor: Actor) -> QuerySet[HandOver]:
    """Children handed over who live now where the actor keeps the register, without receipt yet; the oldest first.

    Where the child lives decides, not the unit it was sent to: that one may have gone into another since.
    """
    found = HandOver.objects.filter(received_at__isnull=True).select_related("child", "from_unit", "to_unit").order_by("happened_on", "id")
    scope = policies.scope(actor, Permission.EDIT_CHILDREN)
    return found if scope.everything else found.filter(child__lives_in__in=scope.unit_ids)
