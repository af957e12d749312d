"""The admin site that editors and staff work in."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    """Django's admin at /admin/, under the newsroom's name."""

    site_header = _("The desk")
    site_title = _("The desk")
    index_title = _("Stories, the archive and what readers send")
    enable_nav_sidebar = True
