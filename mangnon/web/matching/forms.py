"""Filters of the lists and the decision on a pair."""

from collections.abc import Iterable

from django import forms

from mangnon.linkage.vocabulary import BY_PEOPLE, OPEN_VERDICTS, Verdict


class PlaceFilter(forms.Form):
    """Which commune and which kind of pair; both optional."""

    noi = forms.TypedChoiceField(label="Xã, phường", required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(required=False, choices=[("", ""), *((verdict.value, verdict.label) for verdict in OPEN_VERDICTS)])

    def __init__(self, data: object, *, communes: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["noi"].choices = [("", "Mọi xã, phường"), *communes]  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """What a person says of a pair. The reason is asked for by the operation where it must be given."""

    ket_luan = forms.ChoiceField(choices=[(verdict.value, verdict.label) for verdict in BY_PEOPLE])
    ly_do = forms.CharField(label="Lý do", required=False, max_length=400)
    ve = forms.IntegerField(required=False, min_value=1)  # the pair of the same family to go back to

    @property
    def verdict(self) -> Verdict:
        return Verdict(self.cleaned_data["ket_luan"])
