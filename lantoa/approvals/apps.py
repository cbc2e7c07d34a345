from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "lantoa.approvals"
    label = "approvals"
