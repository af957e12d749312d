"""The desk as an app: staff accounts and their roles; and the admin site in the place of Django's own."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    name = "newsroom.desk"
    label = "desk"

    def ready(self) -> None:
        from newsroom.desk import roles

        post_migrate.connect(roles.write_groups, sender=self)


class DeskAdminConfig(AdminConfig):
    default = False
    default_site = "newsroom.desk.site.DeskSite"
