"""Entries as Vietnamese sentences.

Every verb that an act records has a sentence here. It is filled with what the entry says and with the actor's label;
what is not known (an old entry, an unwritten fact) shows as "…".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from lantoa.trail.models import Entry
from lantoa.trail.queries import facts
from lantoa.viet.dates import as_short

SENTENCES = {
    # trail, files
    "payload_erased": _("%(actor)s xóa nội dung một mục nhật ký, lý do: %(reason)s"),
    "file_stored": _("%(actor)s lưu tệp “%(name)s”"),
    # agencies
    "tenant_founded": _("%(actor)s lập %(name)s trên hệ thống"),
    "agency_founded": _("%(actor)s thêm cơ quan %(name)s"),
    "agency_renamed": _("%(actor)s ghi tên mới của cơ quan từ ngày %(since)s: %(name)s"),
    "agency_succeeded": _("%(actor)s ghi việc kế thừa của cơ quan từ ngày %(on)s"),
    "symbol_given": _("%(actor)s ghi chữ viết tắt của cơ quan: %(symbol)s"),
    "alias_given": _("%(actor)s ghi thêm cách gọi “%(text)s”"),
    "group_made": _("%(actor)s lập nhóm cơ quan “%(name)s”"),
    "group_joined": _("%(actor)s đưa một cơ quan vào nhóm"),
    "group_left": _("%(actor)s đưa một cơ quan ra khỏi nhóm từ ngày %(on)s"),
    "areas_entered": _("%(actor)s nhập danh mục tỉnh, thành phố theo thời gian (%(areas)s mục)"),
    "post_made": _("%(actor)s thêm chức danh %(title)s"),
    "signing_set": _("%(actor)s ghi chức danh %(title)s có ký văn bản hay không: %(signs)s"),
    "appointed": _("%(actor)s giao chức danh %(title)s cho tài khoản %(username)s"),
    "dismissed": _("%(actor)s kết thúc việc giữ chức danh"),
    "password_changed": _("%(actor)s đổi mật khẩu"),
    "password_given": _("%(actor)s cấp mật khẩu dùng một lần cho tài khoản %(username)s"),
    # approvals, documents
    "approved": _("%(actor)s đồng ý với nội dung. %(note)s"),
    "declined": _("%(actor)s không đồng ý với nội dung, lý do: %(note)s"),
    "document_registered": _("%(actor)s vào sổ văn bản đến: %(name)s"),
    "document_completed": _("%(actor)s bổ sung thông tin còn trống của văn bản"),
    "document_cited": _("%(actor)s ghi văn bản được viện dẫn: %(number)s %(name)s"),
    "annex_attached": _("%(actor)s đặt phụ lục gửi sau vào hồ sơ văn bản: %(name)s"),
    "document_issued": _("%(actor)s ban hành %(symbol)s: %(name)s"),
    # plans
    "plan_taken_in": _("%(actor)s đưa kế hoạch vào hệ thống: %(title)s"),
    "plan_sure_accepted": _("%(actor)s nhận những gì máy đọc chắc chắn (%(fields)s mục)"),
    "plan_led_by": _("%(actor)s ghi cơ quan chủ trì kế hoạch"),
    "plan_confirmed": _("%(actor)s xác nhận kế hoạch, còn để trống %(holes)s chỗ"),
    "plan_followed": _("%(actor)s ghi kế hoạch này nối tiếp kế hoạch “%(previous)s” (%(same)s chỗ giống)"),
    "plan_closed": _("%(actor)s kết thúc kế hoạch"),
    "appendix_added": _("%(actor)s bổ sung phụ lục: %(tasks)s nhiệm vụ, %(points)s chỗ cần xem"),
    "task_carried_over": _("%(actor)s chuyển tiếp nhiệm vụ: %(content)s"),
    "point_kept": _("%(actor)s giữ nguyên chỗ cần xem (%(code)s)"),
    "point_filled": _("%(actor)s điền chỗ cần xem (%(code)s): %(answer)s"),
    "field_filled": _("%(actor)s điền: %(value)s"),
    "phase_added": _("%(actor)s thêm giai đoạn: %(raw)s"),
    "basis_dated": _("%(actor)s ghi ngày của căn cứ: %(dated)s"),
    "basis_numbered": _("%(actor)s ghi số, ký hiệu của căn cứ: %(number)s"),
    "part_resolved": _("%(actor)s ghi cơ quan của “%(named)s”"),
    "party_resolved": _("%(actor)s ghi cơ quan của “%(named)s” trong nghĩa vụ báo cáo"),
    "part_added": _("%(actor)s giao thêm “%(named)s” vào nhiệm vụ"),
    "task_added": _("%(actor)s thêm nhiệm vụ: %(content)s"),
    "task_edited": _("%(actor)s sửa nhiệm vụ"),
    "task_tagged": _("%(actor)s gắn chủ đề cho nhiệm vụ: %(themes)s"),
    "duty_set": _("%(actor)s ghi hạn của nghĩa vụ báo cáo: %(due)s"),
    "duty_received_by": _("%(actor)s ghi nơi nhận của nghĩa vụ báo cáo"),
    "indicators_adopted": _("%(actor)s chọn bộ chỉ số: %(codes)s"),
    # materials, channels
    "material_begun": _("%(actor)s bắt đầu soạn tin, bài"),
    "material_rewritten": _("%(actor)s sửa tin, bài (bản %(number)s)"),
    "material_sent_for_approval": _("%(actor)s gửi duyệt bản %(number)s"),
    "material_approved": _("%(actor)s duyệt bản %(number)s"),
    "material_declined": _("%(actor)s chưa duyệt bản %(number)s, lý do: %(note)s"),
    "material_withdrawn": _("%(actor)s rút tin, bài, lý do: %(reason)s"),
    "outlet_opened": _("%(actor)s mở kênh %(name)s"),
    "released": _("%(actor)s đăng lên trang công khai (%(slug)s)"),
    "release_withdrawn": _("%(actor)s gỡ khỏi kênh, lý do: %(reason)s"),
    # activities
    "activity_logged": _("%(actor)s ghi hoạt động ngày %(began_on)s: %(title)s"),
    "activity_edited": _("%(actor)s sửa hoạt động"),
    "activity_cancelled": _("%(actor)s hủy hoạt động, lý do: %(reason)s"),
    "activity_marked_same": _("%(actor)s ghi rằng hoạt động này trùng với hoạt động của cơ quan chủ trì"),
    "activity_unmarked_same": _("%(actor)s bỏ ghi chú trùng của hoạt động này"),
    "evidence_added": _("%(actor)s thêm minh chứng. %(caption)s"),
    "release_taken": _("%(actor)s ghi việc đăng tin, bài thành hoạt động"),
    # rounds
    "form_made": _("%(actor)s lập mẫu báo cáo gồm %(fields)s mục"),
    "round_planned": _("%(actor)s lập kỳ báo cáo cho %(agencies)s cơ quan, hạn %(due_on)s"),
    "round_opened": _("%(actor)s mở kỳ báo cáo, số liệu từ ngày %(period_from)s đến ngày %(period_to)s"),
    "round_closed": _("%(actor)s đóng kỳ báo cáo. Chưa báo cáo: %(missing)s"),
    "deadline_extended": _("%(actor)s gia hạn từ ngày %(before)s đến ngày %(due_on)s, lý do: %(reason)s"),
    "exempted": _("%(actor)s miễn báo cáo, lý do: %(reason)s"),
    "obligation_handed_on": _("%(actor)s chuyển nghĩa vụ báo cáo cho cơ quan kế thừa từ ngày %(on)s"),
    "asker_changed": _("%(actor)s giao đợt báo cáo cho cơ quan kế thừa: %(asker)s"),
    "obligation_submitted": _("%(actor)s ghi nhận cơ quan đã gửi báo cáo"),
    "obligation_returned": _("%(actor)s ghi nhận báo cáo bị trả lại"),
    "obligation_accepted": _("%(actor)s ghi nhận báo cáo được tiếp nhận"),
    # reports
    "report_begun": _("%(actor)s bắt đầu báo cáo, điền sẵn %(figures)s số liệu từ nhật ký hoạt động"),
    "report_refilled": _("%(actor)s điền lại %(changed)s mục từ nhật ký hoạt động"),
    "section_saved": _("%(actor)s lưu phần lời của báo cáo"),
    "figure_saved": _("%(actor)s lưu số liệu: %(qualifier)s %(value)s"),
    "nil_declared": _("%(actor)s ghi là không phát sinh"),
    "nil_taken_back": _("%(actor)s bỏ ghi không phát sinh"),
    "report_handed_in": _("%(actor)s gửi báo cáo, mã nhận %(receipt)s"),
    "report_returned": _("%(actor)s trả lại báo cáo, lý do: %(reason)s"),
    "report_accepted": _("%(actor)s tiếp nhận báo cáo"),
    "consolidated": _("%(actor)s tổng hợp báo cáo lần %(number)s"),
    "narrative_edited": _("%(actor)s sửa phần lời của báo cáo tổng hợp"),
    "consolidation_issued": _("%(actor)s ban hành báo cáo tổng hợp %(symbol)s"),
    # handover
    "handed_over": _("%(actor)s bàn giao %(items)s việc của kế hoạch khi sắp xếp bộ máy, từ ngày %(on)s"),
}

ERASED = _("Nội dung đã được xóa theo yêu cầu; dấu vết của việc này vẫn còn.")
NO_WORDS = _("%(actor)s đã thực hiện một việc (%(verb)s)")


class _Told(dict[str, str]):
    """What an entry tells, in words; what it does not tell is an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"


def sentence(entry: Entry) -> str:
    """One entry as a sentence in the language of the reader."""
    told = facts(entry)
    if not told:
        return gettext(ERASED)
    words = _Told({name: _in_words(value) for name, value in told.items()} | {"verb": entry.verb})
    return (gettext(SENTENCES.get(entry.verb, NO_WORDS)) % words).strip()


def _in_words(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return gettext("có") if value else gettext("không")
    if isinstance(value, list):
        return ", ".join(_in_words(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_in_words(item)}" for name, item in value.items())
    return _day_in_words(str(value))


def _day_in_words(text: str) -> str:
    try:
        return as_short(date.fromisoformat(text)) if len(text) == 10 else text
    except ValueError:
        return text
