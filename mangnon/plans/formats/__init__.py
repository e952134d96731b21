"""Kinds of file a document may come in. One file per kind; each gives the document as lines."""

from collections.abc import Callable
from pathlib import PurePath

from mangnon.lib.refusals import Refusal
from mangnon.plans.formats import docx, txt
from mangnon.plans.records import Paper

READERS: dict[str, Callable[[bytes, str], Paper]] = {".txt": txt.paper, ".docx": docx.paper}


class UnknownFormat(Refusal):
    """The file is of a kind that cannot be read as a document."""


def paper(content: bytes, name: str) -> Paper:
    """The document in a file, as lines. Raises UnknownFormat, UnreadableText or UnreadableWord."""
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise UnknownFormat(
            f"Không đọc được tệp “{name}”: hệ thống đọc văn bản dạng .docx hoặc .txt. "
            "Nếu là .doc hay .pdf, mở bằng phần mềm soạn thảo rồi lưu thành .docx."
        )
    return READERS[ending](content, name)
