"""One record against an index: found, added, removed, and all of it still so after a restart."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mangnon.cli.city.city import generate
from mangnon.linkage.engine.index import BadIndex, Index, build
from mangnon.linkage.engine.model import load

FIELDS = ("full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name", "commune_code", "hamlet", "household_id")


@pytest.fixture(scope="module")
def register():
    return generate(2000, 17).register


@pytest.fixture
def index(register, tmp_path):
    return build(
        tmp_path / "index", read=lambda n: register[n], ids=register["record_id"].combine_chunks(), model=load("children-children")
    )


def record(register, row: int, **change) -> dict:
    return {name: register[name][row].as_py() for name in FIELDS} | change


def ids(matches) -> list[str]:
    return [match.record_id for match in matches]


def test_a_child_of_the_register_is_found_however_typed(register, index):
    for row in range(0, 400, 7):
        own = register["record_id"][row].as_py()
        name = register["full_name"][row].as_py()
        assert own in ids(index.find(record(register, row)))
        assert own in ids(index.find(record(register, row, full_name=name.upper(), personal_number=None, commune_code=None)))


def test_asking_changes_nothing(register, index):
    before = index.find(record(register, 5))
    for row in range(60):
        index.find(record(register, row, full_name=f"Xyzt Qwerty {row}"))
    assert index.find(record(register, 5)) == before


def test_append_and_remove_survive_a_restart_and_compaction(register, index):
    new = {"record_id": "MOI-1", "full_name": "Thạch Sô Phol", "birth_date": "2019-05-06", "mother_name": "Kim Thị Sà Rây", "sex": "Nữ"}
    index.append([new])
    gone = register["record_id"][3].as_py()
    index.remove([gone])
    for now in (index, Index.open(index.folder), Index.open(index.folder).compact(), Index.open(index.folder)):
        assert len(now) == register.num_rows
        assert ids(now.find({**new, "full_name": "THACH SO PHOL"}))[:1] == ["MOI-1"]
        assert gone not in ids(now.find(record(register, 3)))
        with pytest.raises(BadIndex, match="đã có"):
            now.append([new])
        with pytest.raises(BadIndex, match="không có bản ghi"):
            now.remove([gone])


def test_asking_for_many_leaves_no_mapped_file_in_memory(register, index):
    several = [record(register, row) for row in range(150)]
    singly = [index.find(one) for one in several]
    assert _in_memory(index.folder)
    assert index.find_many(several) == singly
    assert _in_memory(index.folder) == {}


def _in_memory(folder: Path) -> dict[str, int]:
    """KiB of each array below a folder that this process has in memory."""
    maps = re.findall(r"^[0-9a-f]+-[0-9a-f]+ .* (/.*)\n(?:.*\n)*?Rss: +(\d+) kB", Path("/proc/self/smaps").read_text(), re.MULTILINE)
    return {path: int(size) for path, size in maps if path.startswith(str(folder)) and path.endswith(".npy") and int(size)}


def test_undoing_restores_the_answers(register, index):
    asked = record(register, 11)
    before = index.find(asked)
    index.append([{**asked, "record_id": "LAI-1"}])
    assert "LAI-1" in ids(index.find(asked))
    index.remove(["LAI-1"])
    assert index.find(asked) == before
    assert Index.open(index.folder).find(asked) == before


def test_a_write_that_was_cut_off_is_as_if_it_never_was(register, index):
    index.append([{"record_id": "MOI-2", "full_name": "Danh Sóc Kha", "birth_date": "2020-01-02"}])
    with (index.generation / "journal.jsonl").open("ab") as file:
        file.write(b'{"id": "MOI-3", "put": {"full_na')
    again = Index.open(index.folder)
    assert len(again) == register.num_rows + 1
    again.append([{"record_id": "MOI-4", "full_name": "Danh Sóc Kha", "birth_date": "2020-01-02"}])
    assert len(Index.open(index.folder)) == register.num_rows + 2


def test_what_is_not_an_index_is_refused(tmp_path):
    with pytest.raises(BadIndex):
        Index.open(tmp_path)


_ASKED_ALONE = """
import sys
from pathlib import Path
from mangnon.linkage.engine.index import Index
index = Index.open(Path(sys.argv[1]))
assert index.find({"full_name": "Lưu Gia Hân", "birth_date": "2019-05-06"}) is not None
index.append([{"record_id": "MOI-2", "full_name": "Lưu Gia Hân", "birth_date": "2019-05-06"}])
print("pandas" in sys.modules)
"""


def test_asking_and_adding_never_import_pandas(index):
    """Where it is installed, each process that asks would wait half a second for it and keep its memory."""
    alone = subprocess.run([sys.executable, "-c", _ASKED_ALONE, str(index.folder)], capture_output=True, text=True, check=True)
    assert alone.stdout.strip() == "False"
