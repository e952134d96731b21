"""Addresses of clauses in words and as anchors of a page."""

import re

from mangnon.lib.vietnamese import fold


def in_words(address: str) -> str:
    """ "IV.1.a-3" → "IV.1.a, gạch 3"; "cuối" → "đoạn cuối"."""
    if address == "cuối":
        return "đoạn cuối"
    return re.sub(r"\+(\d+)", r", cộng \1", re.sub(r"-(\d+)", r", gạch \1", address))


def anchor(address: str) -> str:
    """ "IV.1.đ-3" → "dk-iv-1-dd-3": letters of an id, each address its own ("d" and "đ" differ)."""
    plain = fold(address.replace("đ", "dd").replace("Đ", "dd").replace("+", "-c").replace("#", "-lan"))
    return "dk-" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
