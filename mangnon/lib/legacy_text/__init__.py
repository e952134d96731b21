"""Vietnamese typed for old fonts or read in the wrong encoding: found out for a whole column or file, never for one cell, and decoded.

"Hoàng" may be the Unicode name Hoàng or the VNI spelling of Hồng: only its neighbours can tell.
"""

from mangnon.lib.legacy_text.codes import ENCODINGS, LABELS, UNICODE, decode
from mangnon.lib.legacy_text.detection import Reading, detect, score, with_capitals
from mangnon.lib.legacy_text.stretches import Stretch, stretches

__all__ = ["ENCODINGS", "LABELS", "UNICODE", "Reading", "Stretch", "decode", "detect", "score", "stretches", "with_capitals"]
