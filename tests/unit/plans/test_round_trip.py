"""Whatever tree a plan has, printed line-wrapped and read back it is the same tree."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.plans.formats import txt
from mangnon.plans.rules import reading
from mangnon.plans.rules.markers import ALPHABET, to_roman
from tests.unit.plans.reader import kept_words, printed_words

HEAD = """ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND
Cần Thơ, ngày 07 tháng 8 năm 2026
KẾ HOẠCH
BẢO VỆ TRẺ EM
Thực hiện Luật Trẻ em, Ủy ban nhân dân thành phố ban hành Kế hoạch như sau:
"""
FOOT = "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNgô Minh Đăng\n"
CLOSING = "Trên đây là Kế hoạch bảo vệ trẻ em, các đơn vị thực hiện./."

WORDS = st.sampled_from(
    [
        "trẻ em",
        "gia đình",
        "nhà trường",
        "Sở Lao động - Thương binh và Xã hội",
        "kinh tế - xã hội",
        "giai đoạn 2021 - 2030",
        "Ủy ban nhân dân thành phố",
        "dịch vụ",
        "an toàn",
        "đuối nước",
        "Chỉ thị số 28-CT/TW",
        "Hội Liên hiệp Phụ nữ Việt Nam",
        "học sinh, sinh viên",
        "xã, phường",
        "trên địa bàn",
        "100%",
        "kỹ năng sống",
        "tai nạn thương tích",
        "phòng, chống xâm hại",
        "cơ sở dữ liệu",
        "cộng tác viên",
        "ấp, khu vực",
        "Chương trình hành động quốc gia",
    ]
)
OPENERS = st.sampled_from(
    ["Tăng cường", "Phối hợp", "Triển khai", "Bảo đảm", "Rà soát", "Tổ chức", "Hỗ trợ", "Nâng cao", "Xây dựng", "Hướng dẫn"]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
TITLES = st.builds(lambda verb, rest: f"{verb} {rest}", OPENERS, st.lists(WORDS, min_size=1, max_size=6).map(" ".join)).map(
    lambda text: text.rstrip("%")
)
BODIES = st.builds(lambda verb, rest: f"{verb} {rest}", OPENERS, PHRASES)
DASHES = st.lists(BODIES, min_size=2, max_size=4)
POINTS = st.lists(st.tuples(BODIES, st.one_of(st.just([]), DASHES)), min_size=2, max_size=5)
SECTIONS = st.one_of(
    st.tuples(st.just("body"), BODIES),
    st.tuples(st.just("points"), TITLES, POINTS),
    st.tuples(st.just("text"), st.sampled_from(["Sở Y tế", "Sở Nội vụ", "Sở Giáo dục và Đào tạo", "Công an thành phố"]), BODIES),
)
PARTS = st.lists(st.tuples(TITLES.map(str.upper), st.lists(SECTIONS, min_size=1, max_size=4)), min_size=1, max_size=4)


def printed(parts, width: int) -> tuple[str, list[tuple[str, str, str]]]:
    """The paper as wrapped lines, and the clauses (address, heading, text) it must give."""
    lines: list[str] = []
    expected: list[tuple[str, str, str]] = []

    def put(mark: str, text: str) -> None:
        lines.extend(textwrap.wrap(f"{mark} {text}".strip(), width, break_on_hyphens=False, break_long_words=False))

    for p, (title, sections) in enumerate(parts, 1):
        part = to_roman(p)
        put(f"{part}.", title)
        expected.append((part, title, ""))
        for s, (kind, *facts) in enumerate(sections, 1):
            section = f"{part}.{s}"
            if kind == "body":
                put(f"{s}.", f"{facts[0]}.")
                expected.append((section, "", f"{facts[0]}."))
                continue
            put(f"{s}.", facts[0])
            if kind == "text":
                put("", f"{facts[1]}.")
                expected.append((section, facts[0], f"{facts[1]}."))
                continue
            expected.append((section, facts[0], ""))
            for letter, (text, dashes) in zip(ALPHABET, facts[1], strict=False):
                point = f"{section}.{letter}"
                end = ", cụ thể:" if dashes else ";"
                put(f"{letter})", f"{text}{end}")
                expected.append((point, "", f"{text}{end}"))
                for d, dash in enumerate(dashes, 1):
                    put("-", f"{dash};")
                    expected.append((f"{point}-{d}", "", f"{dash};"))
    lines.append(CLOSING)
    expected.append(("cuối", "", CLOSING))
    return HEAD + "\n".join(lines) + "\n|\n" + FOOT, expected


@settings(max_examples=150, deadline=None)
@given(parts=PARTS, width=st.integers(48, 96))
def test_a_wrapped_paper_gives_its_tree_back(parts, width):
    text, expected = printed(parts, width)
    source = txt.paper(text.encode(), "ke-hoach.txt")
    plan = reading.read(source)
    assert [(clause.id, clause.title, clause.text) for clause in plan.clauses] == expected
    assert kept_words(plan) == printed_words(source)
