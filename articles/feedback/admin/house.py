"""What the house says on the forms, and what it forgot."""

from django.contrib import admin

from articles.admin.single import OneRow
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import Forgetting, Notice


@admin.register(Forgetting)
class ForgettingAdmin(ReadOnlyAdmin):
    """What the nightly forgetting did."""

    list_display = ("at", "contacts", "texts")
    ordering = ("-at", "-pk")
    fields = readonly_fields = ("at", "contacts", "texts")
    show_full_result_count = False


@admin.register(Notice)
class NoticeAdmin(OneRow):
    """The publication's own words on the forms: one row, that nobody deletes."""

    fields = ("secure_channel_en", "secure_channel_es")
