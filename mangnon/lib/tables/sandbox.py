"""The process that parses: little memory, little time, no file, no network; it reads the file on standard input and writes a spool, or the
file with marks.

It takes its own freedom away before the first byte of the file: address space, processor time, size of what it writes, and the right to
open anything (no descriptor beyond the three it has, so no socket either). Run as `python -I -S -c … sandbox.main()`.
"""

import codecs
import io
import json
import os
import re
import resource
import sys
from typing import Any, BinaryIO

from mangnon.lib import legacy_text
from mangnon.lib.tables import delimited, kinds, legacy_workbook, limits, ods, xlsx
from mangnon.lib.tables.marking import delimited as marked_delimited
from mangnon.lib.tables.marking import marks as marking
from mangnon.lib.tables.marking import ods as marked_ods
from mangnon.lib.tables.marking import xlsx as marked_xlsx
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, out_of_order, too_large
from mangnon.lib.tables.spool import OutOfOrder, TooMuch, Writer


def main() -> None:
    """Parse standard input; the name of the file and the limits come as JSON in the first argument.

    With "marks", the number of a descriptor they can be read from, the file itself is written with them instead of a spool.
    """
    wanted = json.loads(sys.argv[1])
    source, target = sys.stdin.buffer, sys.stdout.buffer
    size = os.fstat(0).st_size
    marks = open(wanted["marks"], "rb") if wanted.get("marks") else None  # noqa: SIM115
    status = open("/proc/self/status", "rb", buffering=0)  # noqa: SIM115  the last file that is opened; it tells the memory at the end
    _load_what_needs_files()
    _give_up_freedom(memory=wanted["memory"], seconds=wanted["seconds"])
    out = Writer(target)
    try:
        about = parse(source, size, wanted["name"], out) if marks is None else mark(source, size, wanted["name"], marks, target)
    except UnreadableFile as refusal:
        about = {"refused": str(refusal)}
    except (MemoryError, TooMuch):
        about = {"refused": str(too_large(wanted["name"]))}
    except OutOfOrder as error:
        about = {"refused": str(out_of_order(wanted["name"], error.number))}
    except RecursionError:
        about = {"refused": str(broken(wanted["name"]))}
    about["peak_kib"] = _most_memory(status)
    if marks is not None:
        target.seek(0, io.SEEK_END)
    out.finish(about)


def _most_memory(status: io.FileIO) -> int:
    """The most this process had in memory, in KiB. What `getrusage` says counts the process it was forked from too."""
    found = re.search(rb"VmHWM:\s*(\d+) kB", status.read(8192))
    return int(found[1]) if found else 0


def parse(source: BinaryIO, size: int, name: str, out: Writer) -> dict[str, Any]:
    """Write the rows of a file and describe it. Raises UnreadableFile."""
    kind = kinds.kind_of(source, name)
    if kind == "text":
        about = delimited.read(source, size, name, out)
    elif kind == "zip":
        about = _package(source, size, name, out)
    else:
        about = legacy_workbook.read(source, size, name, out, bare=kind == "biff")
    if not any(sheet["rows"] for sheet in about["sheets"]):
        raise UnreadableFile(f"Tệp “{name}” không có dòng nào. Xem lại đúng tệp chưa.")
    return about


def mark(source: BinaryIO, size: int, name: str, marks: BinaryIO, target: BinaryIO) -> dict[str, Any]:
    """Write the file with marks, and say how long it is and of which kind. Raises UnreadableFile."""
    told = marking.read(marks)
    kind = kinds.kind_of(source, name)
    if kind == "text":
        marked_delimited.mark(source, size, name, told, target)
    else:
        package = Package(source, size, name)
        kind = "ods" if package.has("content.xml") and package.has("mimetype") else "xlsx"
        if kind == "ods":
            marked_ods.mark(package, told, target)
        else:
            marked_xlsx.mark(package, xlsx.main_part(package), told, target)
    return {"kind": "csv" if kind == "text" else kind, "length": target.seek(0, io.SEEK_END)}


def _package(source: BinaryIO, size: int, name: str, out: Writer) -> dict[str, Any]:
    package = Package(source, size, name)
    if package.has("content.xml") and package.has("mimetype"):
        return ods.read(package, out)
    main_part = xlsx.main_part(package)
    if main_part.endswith(".bin"):
        raise UnreadableFile(f"Tệp “{name}” là dạng Excel nhị phân (.xlsb). Mở bằng Excel, lưu thành kiểu .xlsx rồi gửi lại.")
    if main_part.startswith("word/") or package.has("word/document.xml"):
        raise kinds.other(name, "Word")
    if main_part.startswith("ppt/") or package.has("ppt/presentation.xml"):
        raise kinds.other(name, "PowerPoint")
    if not main_part or not package.has(main_part):
        if any(part.lower().endswith((".xls", ".csv")) for part in package.names):
            raise UnreadableFile(f"Tệp “{name}” là tệp nén. Giải nén rồi gửi từng tệp bên trong.")
        raise UnreadableFile(f"Tệp “{name}” là dạng nén, bên trong không có bảng tính. {COPY}")
    return xlsx.read(package, main_part, out)


def _load_what_needs_files() -> None:
    """Python finds codecs and tables in files when they are first used; later no file can be opened."""
    for encoding in ("cp437", "cp1252", "cp1258", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"):
        codecs.lookup(encoding)
    legacy_text.detect(["Hång"])


def _give_up_freedom(*, memory: int, seconds: int) -> None:
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, limits.SPOOL_FILE),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        _, most = resource.getrlimit(what)
        resource.setrlimit(what, (limit, limit) if most == resource.RLIM_INFINITY or limit <= most else (most, most))
