"""Hypothesis strategies: papers as an office may write them, in the one form in which the anatomy gives them back.

That form is: a plain paragraph or a table stands before the numbered clauses beside it (below them it would belong to
the last of them), a dash holds only pluses, a preamble ends with a colon, a reference stands in parentheses.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from lantoa.papers.tree import Appendix, Cell, Clause, Line, Paper, Signature, Table
from lantoa.viet.dates import PartialDate

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points: the Vietnamese alphabet without its marked vowels."""
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

_BEGINNINGS = ("Tỉnh", "Đơn vị", "Người dân", "Cộng đồng", "Ấn phẩm", "Ưu đãi", "Y tế", "Số liệu", "“Góc ASEAN”")
_WORDS = (
    *("tuyên truyền", "đặc khu", "ưu tiên", "nghĩa", "khuyến khích", "ngư dân", "quyển", "kỹ", "thuở", "hoà", "hòa"),
    *("R&D", "a<b", "x>y", "70%", "28/7", "1.234,5", "(song ngữ)", "“ngôi nhà chung”", "Việt - Anh", "UBND", "ASEAN"),
    *("2026 - 2030", "C/O", "https://vidu.vn/asean?nam=2026&trang=1", "đường\u2013biển", "ý", "ỡ", "Ẵ"),
)
_BODIES = (
    *(
        "Ủy ban nhân dân tỉnh Hải Sơn",
        "UBND xã Đảo Cát",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nội vụ",
        "Bảo tàng tỉnh",
    ),
    *("Báo và Phát thanh, Truyền hình Hải Sơn", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Văn phòng UBND tỉnh"),
)
_ISSUERS = tuple(body for body in _BODIES if body != "Bảo tàng tỉnh")
_TYPES = ("Kế hoạch", "Báo cáo", "Tờ trình", "Thông báo", "Chương trình", "Quyết định")
_CAPACITIES = (
    (),
    ("TM. ỦY BAN NHÂN DÂN",),
    ("KT. GIÁM ĐỐC",),
    ("TL. CHỦ TỊCH",),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
)
_TITLES = ("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")


@st.composite
def sentences(draw: st.DrawFn, ends: Sequence[str] = (".", ";", "")) -> str:
    """A sentence or a phrase; `ends` are the marks that it may end with."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5))
    return f"{draw(st.sampled_from(_BEGINNINGS))} {' '.join(words)}{draw(st.sampled_from(ends))}"


def phrases() -> st.SearchStrategy[str]:
    """Words without an end mark: a title, a heading."""
    return sentences(("",))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Full dates, dates without their day, years."""
    years = st.integers(2000, 2045)
    months = st.integers(1, 12)
    return st.one_of(
        st.builds(PartialDate, years),
        st.builds(PartialDate, years, months),
        st.builds(PartialDate, years, months, st.integers(1, 28)),
    )


@st.composite
def symbols(draw: st.DrawFn, kind: str) -> tuple[str, str]:
    """Number and symbol, of a type (`kind` "KH") or of a dispatch (`kind` ""); the number may be blank."""
    number = draw(st.sampled_from(("", "01", "18", "402", "1943")))
    rest = f"{kind}-{draw(st.sampled_from(('UBND', 'SVHTTDL', 'BCĐASEAN')))}" if kind else "UBND-VX"
    year = f"/{draw(st.integers(2014, 2030))}" if number and draw(st.booleans()) else ""
    return number, f"{number}{year}/{rest}"


def _cell_texts() -> st.SearchStrategy[str]:
    figures = st.sampled_from(("", "1", "2", "30.881", "34,275", "-", "96%", "2026", "Quý II/2026", "Hằng năm"))
    return st.one_of(figures, phrases(), st.lists(phrases(), min_size=2, max_size=3).map("\n".join))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A head, then rows, some of them groups, some of whose first cells reach down over the next row."""
    columns = draw(st.integers(2, 6))
    bold = draw(st.booleans())
    rows = [tuple(Cell(draw(phrases()), bold=bold) for _ in range(columns))]
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(("plain", "plain", "group", "tall")))
        cells = [Cell(draw(_cell_texts()), bold=False) for _ in range(columns)]
        if kind == "group" and columns > 2:
            rows.append((Cell("I", bold=True), Cell(draw(phrases()), columns=columns - 1, bold=True)))
        elif kind == "tall":
            rows.append((Cell(draw(phrases()), rows=2), *cells[1:]))
            rows.append(tuple(Cell(draw(_cell_texts())) for _ in range(columns - 1)))
        else:
            rows.append(tuple(cells))
    return Table(tuple(rows))


def dashes() -> st.SearchStrategy[Clause]:
    """A dash, perhaps with pluses under it."""
    pluses = st.lists(st.builds(Clause, sentences(), st.just("+")), max_size=2).map(tuple)
    return st.builds(Clause, sentences(), st.just("-"), children=pluses)


def _loose(with_dashes: bool) -> st.SearchStrategy[list[Clause | Table]]:
    """What may stand before the numbered clauses of the same list."""
    plain = st.builds(Clause, sentences((".",)))
    kinds = [plain, tables(), dashes()] if with_dashes else [plain]
    return st.lists(st.one_of(*kinds), max_size=3)


@st.composite
def _numbered(draw: st.DrawFn, depth: int) -> list[Clause]:
    """Clauses of one rank: I. over 1. over 1.1. over a)."""
    count = draw(st.integers(1, 3))
    labels = (
        [f"{roman}." for roman in ROMANS],
        [f"{n}." for n in range(1, 4)],
        [f"1.{n}." for n in range(1, 4)],
        [f"{letter})" for letter in LETTERS],
    )[depth]
    return [
        Clause(draw(sentences() if depth else phrases()), label, children=draw(_children(depth + 1)))
        for label in labels[:count]
    ]


@st.composite
def _children(draw: st.DrawFn, depth: int) -> tuple[Clause | Table, ...]:
    loose = draw(_loose(with_dashes=True))
    deeper = depth + draw(st.integers(0, 1))
    numbered = draw(_numbered(deeper)) if deeper < 4 and draw(st.booleans()) else []
    return (*loose, *numbered)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Clause | Table, ...]:
    """The body of a paper: a few plain paragraphs, then numbered clauses."""
    loose = draw(_loose(with_dashes=False))
    return (*loose, *draw(_numbered(draw(st.integers(0, 1)))))


@st.composite
def bases(draw: st.DrawFn) -> Line:
    """A legal basis."""
    number, year = draw(st.integers(1, 2000)), draw(st.integers(2013, 2026))
    day = f"ngày {draw(st.integers(10, 28))} tháng {draw(st.integers(3, 12))} năm {year}"
    return Line(f"Căn cứ Quyết định số {number}/QĐ-TTg {day} của Thủ tướng Chính phủ về {draw(phrases())}")


@st.composite
def appendices(draw: st.DrawFn, label: str) -> Appendix:
    """An annex with a label."""
    reference = f"(Kèm theo Kế hoạch số 18/KH-UBND ngày 30 tháng 01 năm 2026 của {draw(st.sampled_from(_BODIES))})"
    loose = draw(st.lists(st.one_of(st.builds(Clause, sentences((".",))), tables()), max_size=2))
    return Appendix(
        label,
        draw(st.one_of(st.just(""), phrases())),
        draw(st.sampled_from(("", reference))),
        (*loose, *draw(_numbered(draw(st.integers(0, 1))))),
    )


@st.composite
def _annexes(draw: st.DrawFn) -> tuple[Appendix, ...]:
    count = draw(st.integers(0, 2))
    labels = ("PHỤ LỤC",) if count == 1 else ("Phụ lục I", "Phụ lục II")
    return tuple(draw(appendices(label)) for label in labels[:count])


def signatures() -> st.SearchStrategy[Signature]:
    """A signature, signed or not yet."""
    names = st.sampled_from(("", "Họ Và Tên"))
    return st.builds(Signature, st.sampled_from(_CAPACITIES), st.sampled_from(_TITLES), names)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """A paper of a named type, or a dispatch."""
    type_name = draw(st.sampled_from(("", *_TYPES)))
    number, symbol = draw(symbols("KH" if type_name else ""))
    preamble = draw(st.one_of(st.just(""), sentences((":",))))
    recipients = st.lists(st.one_of(st.sampled_from(_BODIES), st.just("Lưu: VT, VX")).map(Line), min_size=1, max_size=5)
    addressees = st.lists(st.sampled_from(_BODIES).map(Line), max_size=3, unique=True)
    return Paper(
        type_name=type_name,
        title=draw(phrases()),
        issuing_body=draw(st.sampled_from(_ISSUERS)),
        parent_body=draw(st.sampled_from(("", "UBND tỉnh Hải Sơn"))),
        number=number,
        symbol=symbol,
        place=draw(st.sampled_from(("", "Hải Sơn", "Đảo Cát"))),
        date=draw(st.one_of(st.none(), partial_dates())),
        addressees=tuple(draw(addressees)),
        bases=tuple(draw(st.lists(bases(), max_size=3))),
        preamble=preamble,
        body=draw(bodies()),
        signature=draw(st.one_of(st.none(), signatures())),
        recipients=tuple(draw(recipients)),
        appendices=draw(_annexes()),
    )
