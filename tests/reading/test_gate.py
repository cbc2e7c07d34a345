"""What counts as a plan."""

from __future__ import annotations

import pytest

from lantoa.reading import read_plan
from lantoa.refusals import Refusal

HEAD = "UBND TỈNH HẢI SƠN\nSố: 7/%s-UBND\nHải Sơn, ngày 02 tháng 3 năm 2026\n%s\nVề làm sạch bãi biển\n"


def text(kind: str, name: str, body: str) -> bytes:
    return (HEAD % (kind, name) + body).encode()


@pytest.mark.parametrize(
    ("kind", "name", "body"),
    [
        ("KH", "KẾ HOẠCH", "I. MỤC ĐÍCH\n1. Cho sạch.\n"),
        ("CTr", "CHƯƠNG TRÌNH", "I. MỤC ĐÍCH\n1. Cho sạch.\n"),
        ("TB", "THÔNG BÁO", "1. Giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh rà soát.\n"),
        ("NQ", "NGHỊ QUYẾT", "Điều 1. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.\n"),
    ],
)
def test_plans_and_papers_that_assign_are_read(kind: str, name: str, body: str) -> None:
    assert read_plan(text(kind, name, body)).doc_type.value


@pytest.mark.parametrize(
    "paper",
    [
        text("BC", "BÁO CÁO", "I. KẾT QUẢ\n1. Sở Nội vụ đã chủ trì mở lớp.\n"),
        text("GM", "GIẤY MỜI", "Trân trọng kính mời các đơn vị dự họp.\n"),
        text("QĐ", "QUYẾT ĐỊNH", "Điều 1. Quyết định này có hiệu lực từ ngày ký.\n"),
        "Trời hôm nay đẹp.\nBiển xanh.\n".encode(),
        b'{"a": 1}\n',
    ],
)
def test_anything_else_is_refused_in_one_sentence(paper: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_plan(paper)
    assert refused.value.code == "not_a_plan"
    assert "\n" not in str(refused.value)
    assert "Chưa có gì được lưu" in str(refused.value)
