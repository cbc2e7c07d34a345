from django.apps import AppConfig


class TenantsConfig(AppConfig):
    name = "lantoa.tenants"
    label = "tenants"
