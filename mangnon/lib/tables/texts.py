"""Text of a cell: as a person sees it, and as no spreadsheet program can take it for a formula."""

import datetime as dt
import re
import unicodedata

SHOWN = 4_000  # characters
_DANGEROUS_FIRST = "=+-@\t\r\n\0＝＋－＠"
_FIGURES = re.compile(r"[+-]?[\d .,/()-]*")
_INVISIBLE = dict.fromkeys(
    [0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)  # fmt: skip

_HIDDEN = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]")


def visible_text(value: object) -> str:
    """A value as a person sees it: 05/06/2022, 92216033161, 1,5 stays 1.5; nothing is "". Invisible characters stay out.

    Text typed for old fonts is decoded first (`lib.legacy_text`): TCVN3 writes ư as the soft hyphen, which this takes away.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        seen = value.translate(_INVISIBLE) if _HIDDEN.search(value) else value
        return unicodedata.normalize("NFC", seen).strip()[:SHOWN]
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return str(value)


def harmless(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could take it for a formula. `original` takes it away again."""
    return f"'{text}" if text and (text[0] in _DANGEROUS_FIRST or _is_guarded(text)) else text


def original(text: str) -> str:
    """What `harmless` was given."""
    return text[1:] if _is_guarded(text) else text


def acts(text: str) -> bool:
    """Whether a spreadsheet that opens the text unquoted would take it for a formula: "+84 912 345 678" and "-" do nothing."""
    return text[:1] != "" and text[0] in _DANGEROUS_FIRST and _FIGURES.fullmatch(text) is None


def _is_guarded(text: str) -> bool:
    return text[:1] == "'" and len(text) > 1 and (text[1] in _DANGEROUS_FIRST or text[1] == "'")
