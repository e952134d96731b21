"""One hamlet under many spellings: the register's is kept, no residence is added, new children have the usual one."""

import pytest

from mangnon.intake import queries
from mangnon.register.models import Child, Residence
from tests.factories import child_lists, people
from tests.factories.lists import bring
from tests.factories.register import child

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên cha", "Họ tên mẹ", "Khu vực"]
HAN = ["1", "Lưu Gia Hân", "05/06/2022", "Nữ", "Lưu Văn Tài", "Trần Thị Ngân"]


def take(*rows, head=HEAD):
    return bring("child-list", child_lists.sheet_of([head, *rows]), by=people.ward_officer())


@pytest.mark.parametrize("text", ["KV5", "5", "khu vuc V", "Khu vực 05"])
def test_a_child_already_there_gets_no_new_residence(text):
    first = child(full_name="Lưu Gia Hân", hamlet="Khu vực 5")
    batch, counts = take([*HAN, text])
    assert counts["unchanged"] == 1
    assert [home.hamlet for home in Residence.objects.filter(child=first)] == ["Khu vực 5"]
    assert queries.rows(batch).get().raw[6] == text  # as it was typed


def test_a_new_address_does_not_respell_the_hamlet():
    first = child(full_name="Lưu Gia Hân", hamlet="KV 5")
    take([*HAN, "Khu vực 5", "9 Lê Lợi"], head=[*HEAD, "Địa chỉ"])
    newest = Residence.objects.filter(child=first).latest("id")
    assert (newest.hamlet, newest.address) == ("KV 5", "9 Lê Lợi")


def test_new_children_have_the_spelling_of_the_register_or_the_usual_one():
    child(hamlet="KV 3")
    rows = [
        [str(n), name, "05/06/2021", "Nữ", "", "Lê Thị Mai", text]
        for n, (name, text) in enumerate({"Võ An": "3", "Võ Bình": "KV.4", "Võ Chi": "4", "Võ Dung": "khu vực III"}.items())
    ]
    take(*rows)
    assert dict(Child.objects.filter(name_key__startswith="vo ").values_list("full_name", "hamlet")) == {
        "Võ An": "KV 3", "Võ Bình": "Khu vực 4", "Võ Chi": "Khu vực 4", "Võ Dung": "KV 3",
    }  # fmt: skip


def test_a_number_under_another_kind_is_of_that_kind():
    take([*HAN, "3"], head=[*HEAD[:-1], "Tổ"])
    assert Child.objects.get().hamlet == "Tổ 3"
