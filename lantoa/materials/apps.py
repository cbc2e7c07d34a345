from django.apps import AppConfig


class MaterialsConfig(AppConfig):
    name = "lantoa.materials"
    label = "materials"
