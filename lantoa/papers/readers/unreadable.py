"""The sentences with which a reader says no."""

from __future__ import annotations

from lantoa.refusals import PaperUnreadable, marked

_SENTENCES = {
    "empty": marked("Tệp «%(name)s» trống. Chưa có gì được lưu; hãy kiểm tra và chọn lại tệp."),
    "too_large": marked("Tệp «%(name)s» quá lớn để là một văn bản. Chưa có gì được lưu; hãy bỏ bớt ảnh rồi gửi lại."),
    "scan": marked(
        "Tệp «%(name)s» là PDF quét ảnh, không có chữ để đọc. "
        "Chưa có gì được lưu; hãy gửi tệp .docx gốc, hoặc nhận dạng chữ (OCR) rồi gửi lại."
    ),
    "gibberish": marked(
        "Tệp «%(name)s» là PDF có lớp chữ bị hỏng: nhìn thấy đúng nhưng mã chữ bên trong sai. "
        "Chưa có gì được lưu; hãy gửi tệp .docx gốc, hoặc nhận dạng chữ (OCR) rồi gửi lại."
    ),
    "locked": marked("Tệp «%(name)s» có mật khẩu nên không mở được. Chưa có gì được lưu; hãy bỏ mật khẩu rồi gửi lại."),
    "ole": marked(
        "Tệp «%(name)s» là tệp Office kiểu cũ nhưng không phải văn bản Word. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "no_office": marked(
        "Tệp «%(name)s» là .doc kiểu cũ; máy chủ chưa cài LibreOffice nên chưa đọc được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "not_converted": marked(
        "Tệp «%(name)s» là .doc kiểu cũ và LibreOffice không chuyển đổi được. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "too_heavy": marked(
        "Tệp «%(name)s» quá nặng để đọc (vượt giới hạn thời gian hoặc bộ nhớ). "
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
    "unsafe_names": marked(
        "Tệp «%(name)s» chứa tên tệp không an toàn bên trong nên bị từ chối. "
        "Chưa có gì được lưu; hãy mở tệp gốc và lưu lại thành .docx rồi gửi lại."
    ),
    "active": marked(
        "Tệp «%(name)s» có mã macro hoặc đối tượng nhúng nên bị từ chối. "
        "Chưa có gì được lưu; hãy mở tệp gốc, bỏ macro và đối tượng nhúng, lưu lại thành .docx rồi gửi lại."
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
CODES = frozenset(_SENTENCES)


def unreadable(code: str, name: str) -> PaperUnreadable:
    """The refusal for `code`, with the file's name filled in."""
    return PaperUnreadable(code, _SENTENCES[code], name=name)
