"""Which row lives at which address. Addresses are added and redirected, never removed and never given to another row."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from articles import pathwords
from articles.models import Address, Article, Section


class AddressTaken(Exception):
    """The address belongs to something else, now or in the past."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            _("The address %(path)s already belongs to something else. Choose another slug.") % {"path": path}
        )


def lookup(path: str) -> Address | None:
    """The row of an address, with its target, in one query."""
    return (
        Address.objects.select_related(
            "article", "section__parent", "country", "topic", "author", "page", "announcement"
        )
        .filter(path=path)
        .first()
    )


def claim(target: models.Model, *, language: str, path: str) -> bool:
    """Make `path` the current address of `target` in `language`; its former one redirects from now on.

    Returns whether anything changed. Raises AddressTaken, after which the caller's transaction can only be rolled back.
    """
    column = target._meta.model_name or ""
    try:
        with transaction.atomic(savepoint=False):
            row = Address.objects.select_for_update().filter(path=path).first()
            if row and getattr(row, f"{column}_id") != target.pk:
                raise AddressTaken(path)
            if row and row.current:
                return False
            Address.objects.filter(**{column: target}, language=language, current=True).update(current=False)
            if row:
                Address.objects.filter(pk=row.pk).update(current=True)
            else:
                Address.objects.create(path=path, language=language, **{column: target})
    except IntegrityError as error:
        raise AddressTaken(path) from error
    return True


def path_of(article: Article) -> str:
    """Where a story belongs by its section and slug."""
    assert article.section is not None
    return f"{article.section.path_in(article.language)}{article.slug}/"


def taken_from(target: Any) -> list[str]:
    """The addresses that this row would have, saved or not, and that belong to something else."""
    languages = [target.language] if hasattr(target, "language") else pathwords.LANGUAGES
    wanted = [target.path_in(language) for language in languages]
    others = Address.objects.filter(path__in=wanted)
    if target.pk:
        others = others.exclude(**{target._meta.model_name: target.pk})
    return list(others.values_list("path", flat=True))


def claim_everywhere(target: Any) -> None:
    """Give a row of a vocabulary, or a page, its address in each language it has; a section brings what is in it along."""
    languages = [target.language] if hasattr(target, "language") else pathwords.LANGUAGES
    with transaction.atomic():
        if hasattr(target, "language"):  # it had another one before, perhaps
            former = Address.objects.filter(**{target._meta.model_name: target}, current=True)
            former.exclude(language=target.language).update(current=False)
        moved = [claim(target, language=language, path=target.path_in(language)) for language in languages]
        if isinstance(target, Section) and any(moved):
            for child in target.children.all():
                claim_everywhere(child)
            _readdress_stories(target)


def _readdress_stories(section: Section) -> None:
    for article in Article.objects.filter(section=section, path__isnull=False).select_related("section__parent"):
        path = path_of(article)
        if claim(article, language=article.language, path=path):
            Article.objects.filter(pk=article.pk).update(path=path)
