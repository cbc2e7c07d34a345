from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "lantoa.agencies"
    label = "agencies"
