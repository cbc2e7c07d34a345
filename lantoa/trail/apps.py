from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "lantoa.trail"
    label = "trail"
