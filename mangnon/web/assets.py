"""Static files under addresses that change with their content, so browsers may keep them for long and never hold an old one."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class VersionedStorage(StaticFilesStorage):
    """`/static/mangnon/mangnon.css?v=1f0c…`: no copying step before a start, nothing to forget."""

    def url(self, name: str | None) -> str:
        found = finders.find(name) if name else None
        plain = super().url(name)
        return f"{plain}?v={_version(found)}" if isinstance(found, str) else plain


@cache
def _version(path: str) -> str:
    return sha256(Path(path).read_bytes()).hexdigest()[:10]
