"""Lists of public bodies and their names."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.viet.bodies import alike, canonical, is_single, split_bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("UBND các quận, huyện, thị xã", ["UBND các quận, huyện, thị xã"]),
        ("UBND cấp huyện, cấp xã", ["UBND cấp huyện, cấp xã"]),
        (
            "các sở, ngành, hội, địa phương và các đơn vị liên quan",
            ["các sở, ngành, hội, địa phương và các đơn vị liên quan"],
        ),
        ("các bộ, ngành, cơ quan Trung ương và địa phương", ["các bộ, ngành, cơ quan Trung ương và địa phương"]),
        (
            "Sở Nội vụ, Văn phòng UBND tỉnh, Sở Y tế; các sở, ngành liên quan",
            ["Sở Nội vụ", "Văn phòng UBND tỉnh", "Sở Y tế", "các sở, ngành liên quan"],
        ),
        ("Báo Hải Sơn, Đài Phát thanh - Truyền hình Hải Sơn", ["Báo Hải Sơn", "Đài Phát thanh - Truyền hình Hải Sơn"]),
        ("Báo và Đài Phát thanh - Truyền hình Hải Sơn", ["Báo và Đài Phát thanh - Truyền hình Hải Sơn"]),
        ("Báo và Phát thanh, Truyền hình Hải Sơn", ["Báo và Phát thanh, Truyền hình Hải Sơn"]),
        ("Sở Tài chính Sở Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        ("Hội đồng Thi đua các cơ quan khác của tỉnh", ["Hội đồng Thi đua", "các cơ quan khác của tỉnh"]),
        ("Sở Tài chính/Sở Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        (
            "Sở Ngoại vụ và UBND các xã, phường, đặc khu và các đơn vị liên quan",
            ["Sở Ngoại vụ", "UBND các xã, phường, đặc khu", "các đơn vị liên quan"],
        ),
        (
            "Các sở, ngành, UBND các xã, phường và các cơ quan báo chí trong tỉnh",
            ["Các sở, ngành", "UBND các xã, phường", "các cơ quan báo chí trong tỉnh"],
        ),
        ("phối hợp với Sở Y tế và Công an tỉnh.", ["Sở Y tế", "Công an tỉnh"]),
        (
            "Văn phòng HĐND và UBND xã; Phòng Văn hóa - Xã hội",
            ["Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội"],
        ),
        (
            "Ban Quản lý Khu kinh tế và các Khu công nghiệp tỉnh, Tỉnh đoàn",
            ["Ban Quản lý Khu kinh tế và các Khu công nghiệp tỉnh", "Tỉnh đoàn"],
        ),
        (
            "Công ty TNHH Đầu tư, Xây dựng và Dịch vụ Hải Sơn, Sở Xây dựng",
            ["Công ty TNHH Đầu tư, Xây dựng và Dịch vụ Hải Sơn", "Sở Xây dựng"],
        ),
        (
            "Liên hiệp các tổ chức hữu nghị tỉnh, Hội Văn học, Nghệ thuật tỉnh",
            ["Liên hiệp các tổ chức hữu nghị tỉnh", "Hội Văn học, Nghệ thuật tỉnh"],
        ),
        (
            "Các Trang thông tin điện tử của các trường, UBND các xã, phường",
            ["Các Trang thông tin điện tử của các trường, UBND các xã, phường"],
        ),
        (
            "Chánh Văn phòng UBND tỉnh; Giám đốc Sở Nội vụ; Thủ trưởng các sở, ngành, đơn vị; Chủ tịch UBND các xã",
            [
                "Chánh Văn phòng UBND tỉnh",
                "Giám đốc Sở Nội vụ",
                "Thủ trưởng các sở, ngành, đơn vị",
                "Chủ tịch UBND các xã",
            ],
        ),
        ("TT. Tỉnh ủy, TT. HĐND tỉnh", ["TT. Tỉnh ủy", "TT. HĐND tỉnh"]),
        ("Sở VH, TT&DL; Sở LĐ - TB&XH, Đài PT&TH tỉnh", ["Sở VH, TT&DL", "Sở LĐ - TB&XH", "Đài PT&TH tỉnh"]),
        ("- Sở Tài chính;\n- Sở Dân tộc\nvà Tôn giáo", ["Sở Tài chính", "Sở Dân tộc và Tôn giáo"]),
        ("Sở Văn hóa, Thể thao\nvà Du lịch\nSở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
        ("CÁC SỞ, BAN, NGÀNH; SỞ DÂN TỘC VÀ TÔN GIÁO", ["CÁC SỞ, BAN, NGÀNH", "SỞ DÂN TỘC VÀ TÔN GIÁO"]),
        ("", []),
        (" - ", []),
    ],
)
def test_lists_are_taken_apart(text: str, names: list[str]) -> None:
    for written in (text, unicodedata.normalize("NFD", text)):
        found = split_bodies(written)
        assert [unicodedata.normalize("NFC", body.text) for body in found] == names
        assert [" ".join(written[body.start : body.end].split()) for body in found] == [body.text for body in found]


@pytest.mark.parametrize(
    ("text", "names", "held"),
    [
        ("các Sở: Tài chính, Nội vụ", ["Sở Tài chính", "Sở Nội vụ"], ["Tài chính", "Nội vụ"]),
        ("các sở: Tài chính; Nội vụ", ["Sở Tài chính", "Sở Nội vụ"], ["Tài chính", "Nội vụ"]),
        ("Sở Tài chính, Nội vụ", ["Sở Tài chính", "Sở Nội vụ"], ["Tài chính", "Nội vụ"]),
        (
            "Các Bộ: Ngoại giao, Văn hóa, Thể thao và Du lịch và Quốc phòng",
            ["Bộ Ngoại giao", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Quốc phòng"],
            ["Ngoại giao", "Văn hóa, Thể thao và Du lịch", "Quốc phòng"],
        ),
        (
            "các Sở: Tài chính, Công ty Cấp nước Hải Sơn và các cơ quan liên quan",
            ["Sở Tài chính", "Công ty Cấp nước Hải Sơn", "các cơ quan liên quan"],
            ["Tài chính", "Công ty Cấp nước Hải Sơn", "các cơ quan liên quan"],
        ),
    ],
)
def test_one_word_for_several_names(text: str, names: list[str], held: list[str]) -> None:
    found = split_bodies(text)
    assert [body.text for body in found] == names
    assert [text[body.start : body.end] for body in found] == held


PLACES = ["Hải Sơn", "Hải Sơn - Đảo Yến", "Hải Sơn – Đảo Yến", "Yên Hội", "Ba Đài", "Tân Phòng"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("mark", [", ", "; ", " và ", "\n", ";\n- "])
def test_names_that_end_with_a_place(place: str, mark: str) -> None:
    names = [f"Báo {place}", f"Đài Phát thanh - Truyền hình {place}", f"UBND tỉnh {place}", f"Sở Công Thương {place}"]
    names += [f"Sở Văn hóa, Thể thao và Du lịch tỉnh {place}", f"Hội Nhà báo {place}", f"Bưu điện {place}"]
    assert [body.text for body in split_bodies(mark.join(names))] == names
    assert all(is_single(name) for name in names)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sở Nội vụ", "agency"),
        ("UBND tỉnh", "agency"),
        ("phòng Quản lý Công nghiệp", "agency"),
        ("Văn phòng UBND tỉnh", "agency"),
        ("Báo Hải Sơn", "agency"),
        ("Bưu điện tỉnh", "agency"),
        ("UBND các xã, phường, đặc khu", "group"),
        ("UBND huyện, thành phố", "group"),
        ("Trạm truyền thanh xã, phường", "group"),
        ("Phòng Kinh tế các xã", "group"),
        ("các sở, ban ngành tỉnh", "group"),
        ("UBND cấp xã", "group"),
        ("Thủ trưởng các đơn vị", "group"),
        ("Sở, ngành liên quan", "class"),
        ("các sở, ngành liên quan đến hội chợ", "class"),
        ("đơn vị có liên quan", "class"),
        ("cơ quan báo chí trong tỉnh", "class"),
        ("Các Trang thông tin điện tử của các sở", "channel"),
        ("Cổng Thông tin điện tử tỉnh", "channel"),
        ("Giám đốc Sở Tài chính", "person"),
        ("Chủ tịch UBND tỉnh", "person"),
        ("không rõ", "unknown"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    [body] = split_bodies(name)
    assert body.kind == kind
    assert is_single(name) == (kind == "agency")


def test_a_parenthesis_is_a_note_and_hides_its_commas() -> None:
    text = "Sở Công Thương (có sự giúp đỡ của Bộ, Cục), Sở Tài chính (đầu mối)"
    found = split_bodies(text)
    assert [(body.text, body.note) for body in found] == [
        ("Sở Công Thương", "có sự giúp đỡ của Bộ, Cục"),
        ("Sở Tài chính", "đầu mối"),
    ]
    assert [text[body.start : body.end] for body in found] == ["Sở Công Thương", "Sở Tài chính"]


def test_people_one_on_each_line() -> None:
    found = split_bodies("Đỗ Văn Một\nVũ Thị Hai\nLê Ba")
    assert [(body.text, body.kind) for body in found] == [
        ("Đỗ Văn Một", "person"),
        ("Vũ Thị Hai", "person"),
        ("Lê Ba", "person"),
    ]


def test_a_list_that_names_several_is_not_single() -> None:
    assert not is_single("Sở Tài chính, Sở Nội vụ")
    assert not is_single("")


@given(st.text())
def test_any_text_is_taken_apart_without_falling(text: str) -> None:
    _in_order(text)


PIECES = st.sampled_from(
    [
        "Sở Nội vụ",
        "các sở",
        "ban",
        "ngành",
        ",",
        ";",
        "và",
        "\n",
        "UBND",
        "các xã",
        "phường",
        "(",
        ")",
        "Tài chính",
        ":",
        "liên quan",
    ]
)


@given(st.lists(PIECES).map(" ".join))
def test_any_list_is_taken_apart_without_falling(text: str) -> None:
    _in_order(text)


def _in_order(text: str) -> None:
    found = split_bodies(text)
    assert all(0 <= body.start < body.end <= len(text) for body in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


NAMES = st.sampled_from(
    [
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nội vụ",
        "Công an tỉnh",
        "UBND các xã, phường",
        "Báo Hải Sơn",
        "Hội Nông dân tỉnh",
    ]
)


@given(st.lists(NAMES, min_size=1, max_size=5), st.sampled_from([", ", "; ", ";\n- ", "\n", " và "]))
def test_a_written_list_is_read_back(names: list[str], mark: str) -> None:
    assert [body.text for body in split_bodies(mark.join(names))] == names


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
        ("STTTT", "Sở Thông tin và Truyền thông"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VH, TT&DL", "Sở Văn hoá, Thể thao và Du lịch"),
        ("Sở VH-TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Bộ VHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("BTTTT", "Bộ Thông tin và Truyền thông"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("SKHCN", "Sở Khoa học và Công nghệ"),
        ("Sở KHĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở TNMT", "Sở Tài nguyên và Môi trường"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở NNMT", "Sở Nông nghiệp và Môi trường"),
        ("SNV", "Sở Nội vụ"),
        ("Đài PT-TH Hải Sơn", "Đài Phát thanh - Truyền hình Hải Sơn"),
        ("Đài PTTH tỉnh", "Đài Phát thanh và Truyền hình tỉnh"),
        ("Cổng TTĐT tỉnh", "Cổng Thông tin điện tử tỉnh"),
        ("UBMTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"),
        ("VP UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Sở Công thương", "SỞ CÔNG THƯƠNG"),
        ("Sở Nội vụ (đầu mối)", "Sở Nội vụ"),
        ("Sở Dân tộc & Tôn giáo", "Sở Dân tộc và Tôn giáo"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert alike(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Thông tin và Truyên thông", "Sở Thông tin và Truyền thông"),
        ("Công TTĐT tỉnh", "Cổng Thông tin điện tử tỉnh"),
        ("Sở Thông tin và Tryền thông", "Sở Thông tin và Truyền thông"),
        ("Sở Văn hóa, Thể thao và Du lich", "Sở Văn hóa, Thể thao và Du lịch"),
    ],
)
def test_typing_errors_are_near(one: str, other: str) -> None:
    assert alike(one, other) >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("Sở Tài chính", "Sở Tư pháp"),
        ("Sở Y tế", "Sở Xây dựng"),
        ("Báo Hải Sơn", "Đài Hải Sơn"),
    ],
)
def test_different_bodies_are_not_near(one: str, other: str) -> None:
    assert alike(one, other) < 0.9


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0.0 <= alike(one, other) <= 1.0


@given(NAMES)
def test_a_canonical_name_is_its_own(name: str) -> None:
    assert canonical(canonical(name)) == canonical(name)


@given(st.text())
def test_a_canonical_name_is_plain_words(name: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in canonical(name).split(" ") if word)
