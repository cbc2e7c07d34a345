from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "lantoa.rounds"
    label = "rounds"
