"""A package written again: parts that were changed are packed anew, all others lie in it as they lay before, packed bytes and all."""

import copy
import zipfile
from collections.abc import Callable, Mapping
from typing import BinaryIO

from mangnon.lib.tables.package import Package, same_part

type Write = Callable[[bytes], object]
type Change = Callable[[Write], object]  # writes the new content of a part

_LEVEL = 4  # of packing: a sheet of 100,000 rows is packed while its sender waits


def repack(package: Package, target: BinaryIO, changes: Mapping[str, Change], added: Mapping[str, Callable[[], bytes]]) -> None:
    """Write the package with some parts changed, in the order of `changes`, and some added."""
    wanted = {same_part(part): change for part, change in changes.items()}
    infos = {same_part(info.filename): info for info in package.members}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for info in package.members:
            if same_part(info.filename) not in wanted:
                _copy(package, info, archive)
        for part, change in wanted.items():
            fresh = zipfile.ZipInfo(infos[part].filename, infos[part].date_time)
            fresh.compress_type, fresh.external_attr = zipfile.ZIP_DEFLATED, infos[part].external_attr
            with archive.open(fresh, "w") as stream:
                change(stream.write)
        for part, content in added.items():
            archive.writestr(zipfile.ZipInfo(part), content(), zipfile.ZIP_DEFLATED)


def _copy(package: Package, info: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
    """`zipfile` has no way to copy a member as it is, so its directory is written by hand."""
    assert archive.fp is not None
    own = copy.copy(info)
    own.flag_bits &= ~0x08  # sizes stand before the bytes, not behind
    own.header_offset = archive.fp.tell()
    archive.fp.write(own.FileHeader())
    for block in package.packed(info):
        archive.fp.write(block)
    archive.filelist.append(own)
    archive.NameToInfo[own.filename] = own
    archive.start_dir = archive.fp.tell()
