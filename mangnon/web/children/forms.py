"""What people type about children."""

from datetime import date

from django import forms

from mangnon.accounts.records import Actor
from mangnon.institutions import queries as institutions
from mangnon.intake.rules import dates
from mangnon.register.records import Birth, CarerRecord, ChildRecord, Described, Filters, ResidenceRecord
from mangnon.register.vocabulary import ethnicities
from mangnon.register.vocabulary.circumstances import CLAUSES, GROUP_LABELS
from mangnon.register.vocabulary.people import (
    ApartReason,
    CarerRole,
    CircumstanceKind,
    IdentifierState,
    ResidenceKind,
    SchoolLevel,
    SchoolState,
    Sex,
)

DAY_ERROR = {"invalid": "Ghi ngày/tháng/năm, ví dụ 05/06/2022."}
AGES = {"": (None, 15), "0-5": (0, 5), "6-10": (6, 10), "11-15": (11, 15), "16": (16, None), "moi": (None, None)}
VIEWS = {
    "": "Tất cả",
    "special": "Hoàn cảnh đặc biệt",
    "risk": "Nguy cơ",
    "no_number": "Chưa có số định danh",
    "turning_16": "Sắp đủ 16 tuổi",
}


class ListFilter(forms.Form):
    """What narrows the list; all optional."""

    tim = forms.CharField(label="Họ tên, số định danh, tên cha mẹ", required=False, max_length=120)
    xa = forms.ChoiceField(label="Xã, phường", required=False)
    kv = forms.ChoiceField(label="Ấp, khu vực", required=False)
    tuoi = forms.ChoiceField(
        label="Tuổi", required=False,
        choices=[("", "Dưới 16"), ("0-5", "Dưới 6"), ("6-10", "6 đến 10"), ("11-15", "11 đến 15"), ("16", "Từ 16"), ("moi", "Mọi tuổi")],
    )  # fmt: skip
    nhom = forms.TypedChoiceField(
        label="Hoàn cảnh", required=False, coerce=int, empty_value=None,
        choices=[("", "Mọi hoàn cảnh"), *((str(n), label) for n, label in GROUP_LABELS.items())],
    )  # fmt: skip
    so = forms.ChoiceField(label="Xác thực", required=False, choices=[("", "Mọi trạng thái"), *IdentifierState.choices])
    xem = forms.ChoiceField(required=False, choices=list(VIEWS.items()), widget=forms.HiddenInput)

    def __init__(self, *args, communes: list[tuple[str, str]], hamlets: list[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["xa"].choices = [("", "Toàn thành phố"), *communes]  # type: ignore[attr-defined]
        self.fields["kv"].choices = [("", "Tất cả"), *((name, name) for name in hamlets)]  # type: ignore[attr-defined]
        if not communes:
            del self.fields["xa"]
        for bound in self.fields.values():
            bound.widget.attrs["class"] = "input input-s"

    def filters(self) -> Filters:
        """The choice as the register understands it; what cannot be read narrows nothing."""
        chosen = self.cleaned_data if self.is_valid() else {}
        age_from, age_to = AGES[chosen.get("tuoi") or ""]
        return Filters(
            unit_id=int(chosen["xa"]) if chosen.get("xa") else None, hamlet=chosen.get("kv") or "", view=chosen.get("xem") or "",
            group=chosen.get("nhom"), state=chosen.get("so") or "", age_from=age_from, age_to=age_to,
        )  # fmt: skip

    def text(self) -> str:
        return (self.cleaned_data.get("tim") or "") if self.is_valid() else ""


class BirthField(forms.Field):
    """A birth date as far as it is known."""

    def to_python(self, value: object) -> Birth | None:
        text = str(value or "").strip()[:40]
        if not text:
            return None
        try:
            birth = dates.read_birth(text)
        except dates.NoSuchDay as impossible:
            raise forms.ValidationError(f"Ngày {impossible} không có trong lịch. Xem lại giấy khai sinh.") from None
        if birth is None:
            raise forms.ValidationError("Ghi ngày/tháng/năm, ví dụ 05/06/2022; chỉ biết năm thì ghi 2022.")
        return birth

    def has_changed(self, initial: object, data: object) -> bool:
        return True

    def prepare_value(self, value: object) -> object:
        return value.text() if isinstance(value, Birth) else value


class PersonForm(forms.Form):
    """Who the child is: the part that search before entering needs."""

    full_name = forms.CharField(label="Họ và tên", max_length=120, help_text="Như trong giấy khai sinh.")
    birth = BirthField(label="Ngày sinh", help_text="Ngày/tháng/năm; chỉ biết năm thì ghi năm.")
    sex = forms.ChoiceField(label="Giới tính", choices=Sex.choices)
    personal_number = forms.RegexField(
        r"^\d{12}$", label="Số định danh", required=False, help_text="Đủ 12 chữ số; chưa có thì để trống.",
        error_messages={"invalid": "Số định danh cần đủ 12 chữ số. Nếu chưa có số, để trống."},
    )  # fmt: skip

    def __init__(self, *args, on: date, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_birth(self) -> Birth:
        birth: Birth = self.cleaned_data["birth"]
        if birth and birth.day > self.on:
            raise forms.ValidationError("Ngày sinh sau hôm nay. Xem lại năm sinh.")
        return birth


class NewChildForm(PersonForm):
    """A child to enter."""

    ethnicity = forms.ChoiceField(label="Dân tộc", required=False)
    father_name = forms.CharField(label="Họ tên cha", required=False, max_length=120)
    mother_name = forms.CharField(label="Họ tên mẹ", required=False, max_length=120)
    guardian_name = forms.CharField(label="Người nuôi dưỡng", required=False, max_length=120, help_text="Khi trẻ không sống với cha, mẹ.")
    phone = forms.CharField(label="Điện thoại", required=False, max_length=20)
    commune = forms.TypedChoiceField(label="Xã, phường nơi ở hiện tại", coerce=int)
    hamlet = forms.CharField(label="Ấp, khu vực", required=False, max_length=120)
    address = forms.CharField(label="Địa chỉ", required=False, max_length=300)
    seen = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)  # keys of the children shown as likely doubles

    def __init__(self, *args, communes: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ethnicity"].choices = ethnicity_choices()  # type: ignore[attr-defined]
        self.fields["commune"].choices = communes  # type: ignore[attr-defined]

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in ("father_name", "mother_name", "guardian_name")):
            self.add_error("mother_name", "Ghi ít nhất một người: cha, mẹ hoặc người nuôi dưỡng.")
        return cleaned

    def clean_seen(self) -> frozenset[int]:
        return frozenset(int(word) for word in self.cleaned_data["seen"].split() if word.isdecimal())

    def described(self) -> Described:
        """The child as the index of the register is asked for it."""
        said = self.cleaned_data
        return Described(
            full_name=said["full_name"], birth=said["birth"], sex=Sex(said["sex"]), personal_number=said["personal_number"],
            father=said["father_name"], mother=said["mother_name"], unit_id=said["commune"], hamlet=said["hamlet"],
        )  # fmt: skip

    def record(self) -> ChildRecord:
        """The child as the register takes it."""
        said = self.cleaned_data
        roles = (("father_name", CarerRole.FATHER), ("mother_name", CarerRole.MOTHER), ("guardian_name", CarerRole.GUARDIAN))
        named = [(role, said[name]) for name, role in roles if said[name]]
        return ChildRecord(
            full_name=said["full_name"], birth=said["birth"], sex=Sex(said["sex"]), ethnicity=said["ethnicity"],
            personal_number=said["personal_number"],
            residences=(ResidenceRecord(ResidenceKind.CURRENT, said["commune"], said["hamlet"], said["address"]),),
            carers=tuple(CarerRecord(role, name, said["phone"] if place == 0 else "") for place, (role, name) in enumerate(named)),
        )  # fmt: skip


class ApartForm(forms.Form):
    """Why the child is none of those the register proposes."""

    because = forms.TypedChoiceField(
        label="Vì sao không phải trẻ trên đây?", coerce=ApartReason, widget=forms.RadioSelect, choices=ApartReason.choices,
        error_messages={"required": "Chưa chọn lý do. Chọn một lý do rồi ghi trẻ mới; lý do được lưu trong nhật ký."},
    )  # fmt: skip


class AmendForm(forms.Form):
    """What a record says of the child itself."""

    full_name = forms.CharField(label="Họ và tên", max_length=120)
    birth = BirthField(label="Ngày sinh", help_text="Ngày/tháng/năm; chỉ biết năm thì ghi năm.")
    sex = forms.ChoiceField(label="Giới tính", choices=Sex.choices)
    ethnicity = forms.ChoiceField(label="Dân tộc", required=False)
    school_level = forms.ChoiceField(label="Trình độ học vấn", required=False, choices=[("", "Chưa rõ"), *SchoolLevel.choices])
    school_state = forms.ChoiceField(label="Tình trạng học tập", required=False, choices=[("", "Chưa rõ"), *SchoolState.choices])
    note = forms.CharField(label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ethnicity"].choices = ethnicity_choices()  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    """Where the child is registered or lives from a day on."""

    kind = forms.ChoiceField(label="Loại nơi ở", choices=ResidenceKind.choices, initial=ResidenceKind.CURRENT)
    commune = forms.TypedChoiceField(label="Xã, phường", coerce=int)
    hamlet = forms.CharField(label="Ấp, khu vực", required=False, max_length=120)
    address = forms.CharField(label="Địa chỉ", required=False, max_length=300)
    since = forms.DateField(label="Từ ngày", error_messages=DAY_ERROR)

    def __init__(self, *args, communes: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["commune"].choices = communes  # type: ignore[attr-defined]

    def to(self) -> ResidenceRecord:
        said = self.cleaned_data
        kind = ResidenceKind(said["kind"])
        return ResidenceRecord(kind, said["commune"], said["hamlet"], said["address"], since=said["since"])


class CircumstanceForm(forms.Form):
    """A circumstance that began."""

    clause = forms.ChoiceField(label="Hoàn cảnh")
    since = forms.DateField(label="Từ ngày", required=False, error_messages=DAY_ERROR, help_text="Chưa rõ ngày thì để trống.")
    evidence = forms.CharField(label="Căn cứ", max_length=300, help_text="Giấy tờ, biên bản, quyết định: số, ngày, nơi cấp.")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = clause_choices()  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """A circumstance that ended."""

    last_day = forms.DateField(label="Ngày cuối còn áp dụng", error_messages=DAY_ERROR)
    because = forms.CharField(label="Vì sao kết thúc", max_length=300)


def ethnicity_choices() -> list[tuple[str, str]]:
    """Groups by name, the most frequent of the delta first."""
    first = [ethnicities.KINH, ethnicities.KHMER, ethnicities.HOA]
    others = [e.code for e in ethnicities.ETHNICITIES if e.code not in first]
    return [(code, ethnicities.NAMES[code]) for code in (ethnicities.UNKNOWN, *first, *others, ethnicities.OTHER)]


def clause_choices() -> list[object]:
    """Clauses under their groups, as a select shows them."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for clause in CLAUSES.values():
        heading = f"{clause.group}. {GROUP_LABELS[clause.group]}" if clause.kind is CircumstanceKind.SPECIAL else clause.kind.label
        general = clause.kind is CircumstanceKind.SPECIAL and clause.sub == 0
        grouped.setdefault(heading, []).append((clause.key, f"{clause.label} (chưa rõ phân nhóm)" if general else clause.label))
    return [("", "Chọn hoàn cảnh"), *grouped.items()]


def commune_choices(actor: Actor, unit_ids: frozenset[int] | None, *, on: date) -> list[tuple[str, str]]:
    """Communes of the day; `unit_ids` narrows them to a person's own."""
    communes = institutions.communes(on=on)
    return [(str(unit.pk), unit.name) for unit in communes if unit_ids is None or unit.pk in unit_ids]
