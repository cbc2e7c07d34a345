from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lantoa.desk"
    label = "desk"
