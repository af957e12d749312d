"""Who answers readers, and whose a message is when it comes in."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Q, QuerySet, Subquery

from articles.feedback import triage
from articles.models import Article, Draft, EditorialEvent

#: Permissions are rows of the database: any backend that asks Django's own tables finds them.
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def staff() -> QuerySet[Any]:
    """Everybody to whom a message can be given, by name."""
    people = get_user_model()._default_manager.with_perm(triage.PERMISSION, backend=_BACKEND)
    return people.filter(is_staff=True).order_by("username")


def editor_of(article: Article) -> Any | None:
    """Who answers for a story: whose turn it is at the desk, else who last published it, if they answer readers. Two queries."""
    published = EditorialEvent.objects.filter(article_id=OuterRef("pk"), verb="publish").order_by("-at", "-pk")
    turn = Draft.objects.filter(pk=article.pk).annotate(publisher=Subquery(published.values("actor_id")[:1]))
    wanted = [key for row in turn.values_list("assignee", "publisher") for key in row if key]
    found = {person.pk: person for person in staff().filter(Q(pk__in=wanted))} if wanted else {}
    return next((found[key] for key in wanted if key in found), None)


def name_of(person: Any) -> str:
    """What a member of staff is called in lists."""
    return person.get_full_name() or person.get_username()
