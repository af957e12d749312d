"""Who may do what: one table, written to the database's groups after every migration."""

from typing import Any

from django.apps import AppConfig, apps

_VOCABULARY = ("section", "country", "topic", "author", "tag")

#: Each role has its own permissions and those of the roles it includes. "app.codename", as Django writes them.
ROLES: dict[str, dict[str, Any]] = {
    "Reporter": {
        "includes": (),
        "permissions": [
            "articles.view_article",
            "articles.add_article",
            "articles.change_article",
            "articles.view_image",
            "articles.add_image",
            "articles.change_image",
            "articles.view_revision",
            *(f"articles.view_{model}" for model in _VOCABULARY),
        ],
    },
    "Editor": {
        "includes": ("Reporter",),
        "permissions": [
            "articles.approve_article",
            "articles.publish_article",
            "articles.unpublish_article",
            "articles.view_editorialevent",
            "articles.view_correction",
            "articles.add_correction",
            *(f"articles.{verb}_homeslot" for verb in ("view", "add", "change", "delete")),
            "articles.delete_image",
            *(f"articles.{verb}_{model}" for model in _VOCABULARY for verb in ("add", "change")),
            "feedback.view_message",
            "feedback.change_message",
            "feedback.view_vote",
            "feedback.view_measures",
            "feedback.view_forgetting",
            "feedback.view_savedreply",
        ],
    },
    "Publisher": {
        "includes": ("Editor",),
        "permissions": [
            "articles.withdraw_article",
            "articles.delete_article",
            "desk.change_savedview",
            "articles.view_masthead",
            "articles.add_masthead",
            "articles.change_masthead",
            *(f"feedback.{verb}_notice" for verb in ("view", "add", "change")),
            *(f"feedback.{verb}_savedreply" for verb in ("add", "change", "delete")),
            "feedback.export_message",
            "feedback.view_export",
            *(f"articles.{verb}_{model}" for model in ("page", "announcement") for verb in ("view", "add", "change")),
            *(f"articles.delete_{model}" for model in (*_VOCABULARY, "page", "announcement")),
            "desk.view_user",
            "desk.add_user",
            "desk.change_user",
        ],
    },
    "Audience": {
        "includes": (),
        "permissions": [
            "articles.view_article",
            "feedback.view_message",
            "feedback.change_message",
            "feedback.view_vote",
            "feedback.view_measures",
            "feedback.view_forgetting",
            *(f"feedback.{verb}_savedreply" for verb in ("view", "add", "change", "delete")),
            "feedback.export_message",
            "feedback.view_export",
        ],
    },
}


def permissions_of(role: str) -> set[str]:
    """All permissions of a role, with those that it includes; raises KeyError for a role that is not in the table."""
    own = ROLES[role]
    return set(own["permissions"]).union(*(permissions_of(name) for name in own["includes"]))


def write_groups(sender: AppConfig, **kwargs: Any) -> None:
    """Make the database's groups equal to the table. Runs after every migration."""
    # Imported late: this module is loaded while the app registry is still filling.
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    # An app that is left out of the settings takes its permissions along.
    labels = {_app_of(name) for role in ROLES for name in permissions_of(role)} & apps.app_configs.keys()
    for label in sorted(labels):
        create_permissions(apps.get_app_config(label), verbosity=0)
    there = Permission.objects.filter(content_type__app_label__in=labels).select_related("content_type")
    known = {f"{p.content_type.app_label}.{p.codename}": p for p in there}
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set([known[name] for name in permissions_of(role) if _app_of(name) in labels])


def _app_of(permission: str) -> str:
    return permission.split(".")[0]
