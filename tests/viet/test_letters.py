"""Folding, composing and sorting Vietnamese text."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.viet.legacy import decode_legacy, legacy_encoded
from lantoa.viet.letters import (
    compose,
    fold,
    fold_map,
    is_syllable,
    lower,
    plain,
    plain_map,
    slug,
    sort_key,
    upper,
)

VIETNAMESE = st.text("aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ĐÁỬ")
ANY_TEXT = st.one_of(st.text(), VIETNAMESE)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Điện Biên", "dien bien"),
        ("ĐẮK LẮK", "dak lak"),
        ("Hoà giải, hòa giải", "hoa giai, hoa giai"),
        ("Uỷ ban, Ủy ban", "uy ban, uy ban"),
        ("Quý\u00a0II – 2026", "quy ii - 2026"),
        ("tuyên\u200b truyền", "tuyen truyen"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(ANY_TEXT)
def test_fold_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_fold_does_not_see_the_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(ANY_TEXT)
def test_maps_agree_with_what_they_map(text: str) -> None:
    for change, change_map in ((fold, fold_map), (plain, plain_map)):
        changed, positions = change_map(text)
        assert changed == change(text)
        assert len(positions) == len(changed) + 1
        assert positions == sorted(positions)
        assert positions[-1] == len(text)


@given(
    VIETNAMESE,
    st.sampled_from(["tỉnh Hải Sơn", "Ủy ban nhân dân", "quý II"]),
    VIETNAMESE,
    st.sampled_from(["NFC", "NFD"]),
)
def test_a_match_in_folded_text_gives_the_range_of_the_original(before: str, word: str, after: str, form: str) -> None:
    text = unicodedata.normalize(form, f"{before} {word} {after}")  # type: ignore[arg-type]
    for change, change_map in ((fold, fold_map), (plain, plain_map)):
        changed, positions = change_map(text)
        start = changed.index(change(word))
        found = text[positions[start] : positions[start + len(change(word))]]
        assert change(found) == change(word)
        assert found == unicodedata.normalize(form, found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "composed"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "Hòa Bình"),
        ("UỶ BAN", "ỦY BAN"),
        ("thuỷ, khoẻ, loé", "thủy, khỏe, lóe"),
        ("hòa, ủy", "hòa, ủy"),
        ("quý, quỳ, quỹ", "quý, quỳ, quỹ"),
        ("toàn, hoàng, thuyền, xoè", "toàn, hoàng, thuyền, xòe"),
    ],
)
def test_compose_places_the_tone(written: str, composed: str) -> None:
    assert compose(written) == composed
    assert compose(unicodedata.normalize("NFD", written)) == composed


@given(ANY_TEXT)
def test_compose_is_stable_and_keeps_the_word(text: str) -> None:
    assert compose(compose(text)) == compose(text)
    assert fold(compose(text)) == fold(unicodedata.normalize("NFC", text))


def test_plain_keeps_marks() -> None:
    assert plain("Uỷ ban – QUÝ\u00a0II") == "ủy ban - quý ii"
    assert plain("quy định") != plain("quý định")


def test_sort_key_is_the_order_of_a_vietnamese_dictionary() -> None:
    words = ["an", "ăn", "ấm", "da", "dà", "dả", "dã", "dá", "dạ", "đa", "em", "ê", "hoa hồng", "hòa bình", "ơn", "ưa"]
    assert sorted(Random(7).sample(words, len(words)), key=sort_key) == words


def test_sort_key_counts_numbers_by_value() -> None:
    names = ["Phường 1", "Phường 2", "Phường 10", "Phường An", "xã 3"]
    assert sorted(Random(7).sample(names, len(names)), key=sort_key) == names


@given(st.lists(ANY_TEXT))
def test_sort_key_compares_anything(texts: list[str]) -> None:
    assert sorted(Random(7).sample(texts, len(texts)), key=sort_key) == sorted(texts, key=sort_key)


@given(ANY_TEXT)
def test_case_keeps_the_length(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(upper(text)) == len(lower(text)) == len(composed)


def test_case() -> None:
    assert upper("Ủy ban nhân dân tỉnh Đắk Lắk") == "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK"
    assert lower("KẾ HOẠCH") == "kế hoạch"


def test_slug() -> None:
    assert slug("Kế hoạch số 5/KH-UBND: Tuần ASEAN") == "ke-hoach-so-5-kh-ubnd-tuan-asean"


@pytest.mark.parametrize("word", ["nghiêng", "Quảng", "truyền", "ủy", "giếng", "Đắc", "khuỷu", "a", "yêu"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["strategy", "wifi", "zalo", "tØnh", "ngn", "", "bạá"])
def test_not_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("text", "encoding", "decoded"),
    [
        ("ubnd tØnh H¶i S¬n", "TCVN3", "ubnd tỉnh Hải Sơn"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "TCVN3", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("TÆNH HAÛI SÔN", "VNI", "TỈNH HẢI SƠN"),
    ],
)
def test_old_encodings_are_recognised(text: str, encoding: str, decoded: str) -> None:
    assert legacy_encoded(text) == encoding
    assert decode_legacy(text, encoding) == decoded


@pytest.mark.parametrize(
    "text", ["", "UBND tỉnh Hải Sơn", "là có và thì", "ASEAN Community", "12.345 km²", "São Paulo, Brasil"]
)
def test_ordinary_text_is_no_old_encoding(text: str) -> None:
    assert legacy_encoded(text) is None
