"""Staff accounts in the desk. People who leave are deactivated: nobody is deleted."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.desk.models import User
from newsroom.desk.roles import ROLES


class StaffCreationForm(AdminUserCreationForm):
    class Meta(AdminUserCreationForm.Meta):
        model = User


class StaffChangeForm(UserChangeForm):
    class Meta(UserChangeForm.Meta):
        model = User


@admin.register(User)
class StaffAdmin(UserAdmin):
    """A publisher gives roles; only a superuser gives single permissions or makes superusers."""

    form = StaffChangeForm
    add_form = StaffCreationForm
    list_display = ("username", "first_name", "last_name", "email", "roles", "is_active")
    list_filter = ("is_active", "groups")
    ordering = ("username",)
    filter_horizontal = ("groups",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email", "language")}),
        (_("Role"), {"fields": ("is_active", "is_staff", "groups", "is_superuser")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("username", "email", "language", "usable_password", "password1", "password2", "groups"),
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups").annotate(has_more_rights=_more_rights())

    @admin.display(description=_("role"))
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        dates = ("last_login", "date_joined")
        return dates if request.user.is_superuser else (*dates, "is_superuser")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Otherwise a publisher could take over an account that may do more, by setting its password.
        if obj is not None and not request.user.is_superuser and _has_more_rights(obj):
            return False
        return super().has_change_permission(request, obj)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "groups" and not request.user.is_superuser:
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if not change:
            obj.is_staff = True  # every account here is for the desk
        super().save_model(request, obj, form, change)


def _has_more_rights(account: User) -> bool:
    """Read from the row where the list or the form asked for it; an account that was just made is looked up."""
    if not hasattr(account, "has_more_rights"):
        return User.objects.filter(_more_rights(), pk=account.pk).exists()
    return bool(account.has_more_rights)


def _more_rights() -> Q:
    """Of an account: whether it has rights that the table of roles doesn't give."""
    single = User.user_permissions.through.objects.filter(user=OuterRef("pk"))
    foreign = User.groups.through.objects.filter(user=OuterRef("pk")).exclude(group__name__in=ROLES)
    return Q(is_superuser=True) | Exists(single) | Exists(foreign)
