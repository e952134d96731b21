"""How an act of reorganisation passes from state to state: one table, printed in the reference."""

from mangnon.institutions.vocabulary import ActState

_S = ActState

NEXT: dict[ActState, dict[ActState, str]] = {
    _S.DRAFT: {_S.CHECKED: "kiểm tra không còn chỗ phải sửa"},
    _S.CHECKED: {_S.DRAFT: "sửa bất cứ gì", _S.DECIDED: "người có quyền quyết định"},
    _S.DECIDED: {_S.APPLIED: "đến ngày có hiệu lực", _S.UNDONE: "văn bản khác hủy bỏ trước ngày"},
    _S.APPLIED: {_S.UNDONE: "văn bản hủy bỏ có hiệu lực"},
    _S.UNDONE: {},
}


def may_change(state: str) -> bool:
    """Whether rows and paper may still be changed: until somebody has decided."""
    return ActState(state) in {_S.DRAFT, _S.CHECKED}
