"""The only signal handlers: they rewrite what is derived from a vocabulary after it was edited. They decide nothing."""

from typing import Any

from django.db import connection, models, transaction
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from django.dispatch import receiver

from articles import addressing, coverage, search
from articles.models import (
    Announcement,
    Article,
    Author,
    Calendar,
    Country,
    Page,
    SearchDocument,
    Section,
    Tag,
    Topic,
)
from articles.search import documents

#: Which stories name a row of each vocabulary.
_NAMED_BY = {Country: "countries", Topic: "topics", Author: "authors", Tag: "tagged__tag"}


@receiver(post_save, sender=Section)
@receiver(post_save, sender=Country)
@receiver(post_save, sender=Topic)
@receiver(post_save, sender=Author)
def give_vocabulary_its_address(instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        addressing.claim_everywhere(instance)


@receiver(post_save, sender=Page)
@receiver(post_save, sender=Announcement)
def give_published_page_its_address(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if instance.published and not raw:
        addressing.claim_everywhere(instance)


@receiver(pre_delete, sender=Tag)
def remember_the_stories_of_a_tag(instance: Any, **kwargs: Any) -> None:
    instance.stories = list(Article.objects.published().filter(tagged__tag=instance).only("pk"))


@receiver(post_delete, sender=Tag)
def forget_the_tag_in_search(instance: Any, **kwargs: Any) -> None:
    search.refresh(instance.stories)


@receiver(post_save, sender=Country)
@receiver(post_save, sender=Topic)
@receiver(post_save, sender=Author)
@receiver(post_save, sender=Tag)
@receiver(post_save, sender=Page)
def rewrite_search_documents(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    with transaction.atomic():
        if not created and type(instance) in _NAMED_BY:
            stories = Article.objects.published().filter(**{_NAMED_BY[type(instance)]: instance})
            search.refresh(stories.only("pk"))
        if not isinstance(instance, Tag):
            search.refresh_rows([instance])


@receiver(post_migrate)
def write_documents_that_a_migration_took_away(sender: Any, **kwargs: Any) -> None:
    """A release that builds search otherwise begins without documents, and an archive must not stay without search."""
    if sender.label == "articles" and _is_present(kwargs.get("apps"), "SearchPosting") and _is_unwritten():
        documents.write_everything()


def _is_present(state: Any, model: str) -> bool:
    """Whether the migrations have come as far as a model; on the way to an older release they have not."""
    try:
        return bool(state and state.get_model("articles", model))
    except LookupError:
        return False


def _is_unwritten() -> bool:
    return not SearchDocument.objects.exists() and Article.objects.published().exists()


@receiver(post_migrate)
def count_months_in_the_zone_of_the_settings(sender: Any, **kwargs: Any) -> None:
    if sender.name == "articles" and Calendar._meta.db_table in connection.introspection.table_names():
        coverage.keep_the_zone()
