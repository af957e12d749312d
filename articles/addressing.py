"""Which row lives at which address. Addresses are added and redirected, never removed and never given to another row."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, IntegrityError, models, transaction
from django.utils.translation import gettext as _

from articles import asking, pathwords
from articles.models import Address, Article, Section


class AddressTaken(Exception):
    """The address belongs to something else, now or in the past."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            _("The address %(path)s already belongs to something else. Choose another slug.") % {"path": path}
        )


#: In the order of the models' own columns, as `from_db` takes them.
_COLUMNS = [field.attname for field in Address._meta.concrete_fields]
_OF_A_STORY = ("id", "state", "language", "path", "slug", "withdrawal_note")


def lookup(path: str) -> Address | None:
    """The row of an address. If it leads to a story, with what says whether readers may see that, and where it is now.

    One query; whatever else it leads to is read when it is asked for.
    """
    for row in _found(path=path):
        address = Address.from_db(DEFAULT_DB_ALIAS, _COLUMNS, row[: len(_COLUMNS)])
        if address.article_id:
            address.article = Article.from_db(DEFAULT_DB_ALIAS, _OF_A_STORY, row[len(_COLUMNS) :])
        return address
    return None


@asking.once(path=str)
def _found(path: str) -> models.QuerySet:
    names = [*_COLUMNS, *(f"article__{name}" for name in _OF_A_STORY)]
    return Address.objects.filter(path=path).values_list(*names)


def claim(target: models.Model, *, language: str, path: str) -> bool:
    """Make `path` the current address of `target` in `language`; its former one redirects from now on.

    Returns whether anything changed. Raises AddressTaken, after which the caller's transaction can only be rolled back.
    """
    column = target._meta.model_name or ""
    try:
        with transaction.atomic(savepoint=False):
            rows = {row.path: row for row in _held(column, path=path, target=target.pk, language=language)}
            row = rows.pop(path, None)
            if row and getattr(row, f"{column}_id") != target.pk:
                raise AddressTaken(path)
            if row and row.current:
                return False
            if rows:
                Address.objects.filter(**{column: target}, language=language, current=True).update(current=False)
            if row:
                Address.objects.filter(pk=row.pk).update(current=True)
            else:
                Address.objects.create(path=path, language=language, **{column: target})
    except IntegrityError as error:
        raise AddressTaken(path) from error
    return True


@asking.once(path=str, target=int, language=str)
def _held(column: str, *, path: str, target: int, language: str) -> models.QuerySet:
    """The row of an address, and the current one of its target, locked in the order of their keys."""
    current = models.Q(**{column: target}, language=language, current=True)
    return Address.objects.select_for_update().filter(models.Q(path=path) | current).order_by("pk")


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
