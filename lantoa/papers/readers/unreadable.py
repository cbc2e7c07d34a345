"""The sentences with which a reader says no."""

from __future__ import annotations

from lantoa.refusals import PaperUnreadable, marked

_SENTENCES = {
    "empty": marked("Tệp «%(name)s» trống. Chưa có gì được lưu; hãy kiểm tra và chọn lại tệp."),
    "too_large": marked("Tệp «%(name)s» quá lớn để là một văn bản. Chưa có gì được lưu; hãy bỏ bớt ảnh rồi gửi lại."),
    "pdf": marked(
        "Tệp «%(name)s» là PDF, định dạng này chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "ole": marked(
        "Tệp «%(name)s» là .doc kiểu cũ hoặc có mật khẩu, định dạng này chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "odt": marked(
        "Tệp «%(name)s» là OpenDocument, định dạng này chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "html": marked(
        "Tệp «%(name)s» là trang web, định dạng này chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "rtf": marked(
        "Tệp «%(name)s» là RTF, định dạng này chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "xlsx": marked(
        "Tệp «%(name)s» là bảng tính, không phải văn bản. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "image": marked(
        "Tệp «%(name)s» là ảnh, chưa đọc được chữ trong ảnh. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "zip": marked(
        "Tệp «%(name)s» là tệp nén, không phải văn bản. Chưa có gì được lưu; hãy giải nén rồi chọn tệp .docx."
    ),
    "binary": marked(
        "Tệp «%(name)s» không phải văn bản, định dạng này chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "legacy": marked(
        "Tệp «%(name)s» dùng bảng mã cũ (không phải Unicode), chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "broken": marked(
        "Tệp «%(name)s» bị hỏng, không mở được. Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "bomb": marked(
        "Tệp «%(name)s» phình to bất thường khi mở nên bị từ chối. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "dtd": marked(
        "Tệp «%(name)s» chứa khai báo XML không an toàn nên bị từ chối. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "too_many_cells": marked(
        "Tệp «%(name)s» có bảng quá lớn (quá 64 cột hoặc 20.000 ô). "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "no_text": marked(
        "Tệp «%(name)s» không có chữ nào (có thể chỉ gồm ảnh quét). "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
}


def unreadable(code: str, name: str) -> PaperUnreadable:
    """The refusal for `code`, with the file's name filled in."""
    return PaperUnreadable(code, _SENTENCES[code], name=name)
