"""Addresses of the desk. Names are stable and English; paths are Vietnamese without marks; verbs are endpoints."""

from __future__ import annotations

from django.urls import path

from lantoa.desk.views import (
    activities,
    agencies,
    comparing,
    consolidations,
    documents,
    handover,
    home,
    materials,
    people,
    plans,
    reports,
    review,
    rounds,
    tasks,
    trail,
    versions,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("viec-cua-toi/", home.my_work, name="my-work"),
    # plans
    path("ke-hoach/", plans.plans, name="plans"),
    path("ke-hoach/them/", plans.plan_upload, name="plan-upload"),
    path("ke-hoach/<uuid:plan_id>/", plans.plan, name="plan"),
    path("ke-hoach/<uuid:plan_id>/ra-soat/", review.plan_review, name="plan-review"),
    path("ke-hoach/<uuid:plan_id>/chap-nhan/", review.plan_accept_sure, name="plan-accept-sure"),
    path("ke-hoach/<uuid:plan_id>/xac-nhan/", plans.plan_confirm, name="plan-confirm"),
    path("ke-hoach/<uuid:plan_id>/so-sanh/", comparing.plan_compare, name="plan-compare"),
    path("ke-hoach/<uuid:plan_id>/noi-tiep/", comparing.plan_follow, name="plan-follow"),
    path("ke-hoach/<uuid:plan_id>/chuyen-viec/", comparing.plan_carry_over, name="plan-carry-over"),
    path("ke-hoach/<uuid:plan_id>/ket-thuc/", comparing.plan_close, name="plan-close"),
    path("ke-hoach/<uuid:plan_id>/phu-luc/", comparing.plan_appendix, name="plan-appendix"),
    path("ke-hoach/<uuid:plan_id>/do-phu/", comparing.plan_coverage, name="plan-coverage"),
    path("ke-hoach/<uuid:plan_id>/ban-giao/", handover.plan_handover, name="plan-handover"),
    path("ke-hoach/<uuid:plan_id>/lap-dot/", rounds.round_plan_ad_hoc, name="round-plan-ad-hoc"),
    path("diem-ra-soat/<uuid:point_id>/giu/", review.point_keep, name="point-keep"),
    path("diem-ra-soat/<uuid:point_id>/dien/", review.point_fill, name="point-fill"),
    # tasks
    path("ke-hoach/<uuid:plan_id>/nhiem-vu/", tasks.tasks, name="tasks"),
    path("nhiem-vu/<uuid:task_id>/", tasks.task, name="task"),
    path("nhiem-vu/<uuid:task_id>/sua/", tasks.task_edit, name="task-edit"),
    path("phan-cong/<uuid:part_id>/co-quan/", tasks.part_resolve, name="part-resolve"),
    # activities
    path("hoat-dong/", activities.activities, name="activities"),
    path("hoat-dong/ghi/", activities.activity_log, name="activity-log"),
    path("hoat-dong/trung/", activities.activity_doubles, name="activity-doubles"),
    path("hoat-dong/<uuid:activity_id>/", activities.activity, name="activity"),
    path("hoat-dong/<uuid:activity_id>/sua/", activities.activity_edit, name="activity-edit"),
    path("hoat-dong/<uuid:activity_id>/minh-chung/", activities.activity_evidence, name="activity-evidence"),
    path("hoat-dong/<uuid:activity_id>/huy/", activities.activity_cancel, name="activity-cancel"),
    path("hoat-dong/<uuid:activity_id>/trung/", activities.activity_same, name="activity-same"),
    path("hoat-dong/<uuid:activity_id>/tach/", activities.activity_unsame, name="activity-unsame"),
    path("minh-chung/<uuid:evidence_id>/tep/", activities.evidence_file, name="evidence-file"),
    # materials and releases
    path("tin-bai/", materials.materials, name="materials"),
    path("tin-bai/viet/", materials.material_begin, name="material-begin"),
    path("tin-bai/mo-trang/", materials.outlet_open, name="outlet-open"),
    path("tin-bai/<uuid:material_id>/", materials.material, name="material"),
    path("tin-bai/<uuid:material_id>/sua/", materials.material_rewrite, name="material-rewrite"),
    path("tin-bai/<uuid:material_id>/gui-duyet/", materials.material_send, name="material-send"),
    path("tin-bai/<uuid:material_id>/duyet/", materials.material_approve, name="material-approve"),
    path("tin-bai/<uuid:material_id>/tra-lai/", materials.material_decline, name="material-decline"),
    path("tin-bai/<uuid:material_id>/dang/", materials.material_release, name="material-release"),
    path("tin-bai/<uuid:material_id>/rut/", materials.material_withdraw, name="material-withdraw"),
    path("ban-dang/<uuid:release_id>/go/", materials.release_withdraw, name="release-withdraw"),
    # rounds and obligations
    path("dot-bao-cao/", rounds.rounds, name="rounds"),
    path("che-do-bao-cao/<uuid:duty_id>/lap-dot/", rounds.round_plan, name="round-plan"),
    path("dot-bao-cao/<uuid:round_id>/", rounds.round_board, name="round"),
    path("dot-bao-cao/<uuid:round_id>/mo/", rounds.round_open, name="round-open"),
    path("dot-bao-cao/<uuid:round_id>/dong/", rounds.round_close, name="round-close"),
    path("dot-bao-cao/<uuid:round_id>/nhac/", rounds.round_reminder, name="round-reminder"),
    path("dot-bao-cao/<uuid:round_id>/tong-hop/", consolidations.consolidate, name="consolidate"),
    path("nghia-vu/<uuid:obligation_id>/gia-han/", rounds.obligation_extend, name="obligation-extend"),
    path("nghia-vu/<uuid:obligation_id>/mien/", rounds.obligation_exempt, name="obligation-exempt"),
    path("nghia-vu/<uuid:obligation_id>/bao-cao/", reports.report_begin, name="report-begin"),
    # reports
    path("bao-cao/", reports.reports, name="reports"),
    path("bao-cao/<uuid:report_id>/", reports.report, name="report"),
    path("bao-cao/<uuid:report_id>/dien-lai/", reports.report_refill, name="report-refill"),
    path("bao-cao/<uuid:report_id>/phan/<uuid:section_id>/", reports.report_section, name="report-section"),
    path("bao-cao/<uuid:report_id>/so-lieu/", reports.report_figures, name="report-figures"),
    path("bao-cao/<uuid:report_id>/khong-phat-sinh/", reports.report_nil, name="report-nil"),
    path("bao-cao/<uuid:report_id>/kiem-tra/", reports.report_check, name="report-check"),
    path("bao-cao/<uuid:report_id>/gui/", reports.report_hand_in, name="report-hand-in"),
    path("bao-cao/<uuid:report_id>/bien-nhan/<uuid:version_id>/", reports.receipt, name="receipt"),
    path("ban-bao-cao/<uuid:version_id>/", versions.version, name="version"),
    path("ban-bao-cao/<uuid:version_id>/tiep-nhan/", versions.version_accept, name="version-accept"),
    path("ban-bao-cao/<uuid:version_id>/tra-lai/", versions.version_return, name="version-return"),
    # the whole
    path("tong-hop/<uuid:consolidation_id>/", consolidations.consolidation, name="consolidation"),
    path("tong-hop/<uuid:consolidation_id>/tep/", consolidations.consolidation_file, name="consolidation-file"),
    path("tong-hop/<uuid:consolidation_id>/loi-van/<uuid:narrative_id>/", consolidations.narrative, name="narrative"),
    path("tong-hop/<uuid:consolidation_id>/duyet/", consolidations.consolidation_approve, name="consolidation-approve"),
    path(
        "tong-hop/<uuid:consolidation_id>/tra-lai/", consolidations.consolidation_decline, name="consolidation-decline"
    ),
    path("tong-hop/<uuid:consolidation_id>/ban-hanh/", consolidations.consolidation_issue, name="consolidation-issue"),
    path("so-tong-hop/<uuid:figure_id>/", consolidations.consolidated_figure, name="consolidated-figure"),
    # documents
    path("van-ban/", documents.documents, name="documents"),
    path("van-ban/<uuid:document_id>/", documents.document, name="document"),
    path("van-ban/<uuid:document_id>/tep/", documents.document_file, name="document-file"),
    # agencies
    path("co-quan/", agencies.agencies, name="agencies"),
    path("co-quan/them/", agencies.agency_found, name="agency-found"),
    path("co-quan/<uuid:agency_id>/", agencies.agency, name="agency"),
    path("co-quan/<uuid:agency_id>/ten-khac/", agencies.agency_alias, name="agency-alias"),
    # people
    path("co-quan/<uuid:agency_id>/cu-nguoi/", people.person_appoint, name="person-appoint"),
    path("giu-vi-tri/<uuid:holding_id>/thoi/", people.holding_end, name="holding-end"),
    path("giu-vi-tri/<uuid:holding_id>/mat-khau/", people.holding_password, name="holding-password"),
    path("mat-khau/", people.own_password, name="own-password"),
    # groups
    path("nhom-co-quan/", agencies.groups, name="groups"),
    path("nhom-co-quan/them/", agencies.group_make, name="group-make"),
    path("nhom-co-quan/<uuid:group_id>/", agencies.group, name="group"),
    path("nhom-co-quan/<uuid:group_id>/them/", agencies.group_join, name="group-join"),
    # the trail
    path("nhat-ky/", trail.trail, name="trail"),
]
