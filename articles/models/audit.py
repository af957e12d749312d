"""Who did what to which story, when. Written once, never changed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pgtrigger
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class EditorialEventManager(models.Manager["EditorialEvent"]):
    def record(self, verb: str, *, article: Any = None, by: Any, at: datetime, **details: Any) -> "EditorialEvent":
        """Write one line of the log. Call it inside the transaction that does the deed.

        A deed that is not about one story names what it is about as `headline`.
        """
        headline = details.pop("headline", None) or (article.headline if article else "")
        return self.create(
            verb=verb,
            at=at,
            actor_id=by.pk,
            actor_name=by.get_username(),
            article_id=article.pk if article else None,
            headline=headline,
            details=details,
        )


#: What each verb of the log is called on the page.
VERBS = {
    "start": _("started the story"),
    "save": _("saved the draft"),
    "autosave": _("was writing"),
    "merge": _("merged two versions"),
    "conflict": _("saved late: the text was kept beside the draft"),
    "revert": _("went back to an earlier revision"),
    "assign": _("assigned the draft"),
    "submit": _("asked for a review"),
    "send_back": _("sent the draft back"),
    "approve": _("approved the draft"),
    "schedule": _("scheduled"),
    "unschedule": _("took off the schedule"),
    "publish": _("published"),
    "publish_failed": _("was due and could not appear"),
    "unpublish": _("unpublished"),
    "withdraw": _("withdrew"),
    "reinstate": _("reinstated"),
    "bin": _("put in the bin"),
    "restore": _("took out of the bin"),
    "purge": _("deleted from the bin"),
    "correct": _("corrected"),
    "note": _("wrote a note"),
    "resolve": _("resolved a note"),
    "reopen": _("reopened a note"),
    "translate": _("started the translation"),
    "follow": _("brought the translation up to date"),
    "share": _("made a preview link"),
    "revoke": _("revoked a preview link"),
    "ban": _("banned a related story"),
    "lift_ban": _("lifted the ban of a related story"),
    "protect": _("protected a byline"),
    "unprotect": _("lifted the protection of a byline"),
}


#: What the parts of a story are called where the log says which of them a save changed.
PARTS = {
    "headline": _("headline"),
    "dek": _("dek"),
    "body": _("text"),
    "slug": _("slug"),
    "section": _("section"),
    "kind": _("kind of work"),
    "lead_image": _("lead image"),
    "bylines": _("bylines"),
    "countries": _("countries"),
    "topics": _("topics"),
    "kicker_topic": _("kicker"),
    "kicker_country": _("kicker"),
    "tags": _("tags"),
    "picks": _("related stories"),
    "corrections": _("corrections"),
    "republishable": _("others may republish it"),
    "sensitive": _("sensitive"),
    "translation_key": _("counterpart in the other language"),
    "translation_required": _("translation required"),
    "embargo_until": _("embargo"),
}


def _parts(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(str(PARTS.get(name, name)) for name in names))


def _hour(moment: str) -> str:
    return date_format(timezone.localtime(datetime.fromisoformat(moment)), "DATETIME_FORMAT")


#: How the details of a deed are said, in this order: the sentence, and how its value is written.
DETAILS: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "revision": (_("revision %s"), str),
    "changed": (_("changed: %s"), _parts),
    "to": (_("to %s"), str),
    "due": (_("due %s"), _hour),
    "unscheduled": (_("it was due %s"), _hour),
    "late_seconds": (_("%s seconds after its hour"), str),
    "path": (_("at %s"), str),
    "corrections": (_("with corrections: %s"), str),
    "kind": (_("kind: %s"), str),
    "into": (_("into the language %s"), str),
    "story": (_("as story %s"), str),
    "source": (_("of story %s"), str),
    "note": (_("note %s"), str),
    "purpose": (_("for %s"), str),
    "until": (_("until %s"), _hour),
    "text": (_("told readers: %s"), str),
    "withdrawal_note": (_("told readers: %s"), str),
    "reason": (_("reason: %s"), str),
}


class EditorialEvent(models.Model):
    """One line of the log. No foreign keys: it outlives what it speaks of."""

    at = models.DateTimeField(_("when"))
    verb = models.CharField(_("what"), max_length=40)
    actor_id = models.BigIntegerField()
    actor_name = models.CharField(_("who"), max_length=150)
    article_id = models.BigIntegerField(null=True, db_index=True)
    headline = models.CharField(_("story"), max_length=200, blank=True)
    details = models.JSONField(_("details"), default=dict)

    objects = EditorialEventManager()

    class Meta:
        verbose_name = _("editorial event")
        verbose_name_plural = _("editorial log")
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb} {self.headline}"

    @property
    def verb_in_words(self) -> str:
        """The deed as a reader of the log would say it."""
        return str(VERBS.get(self.verb, self.verb))

    @property
    def details_in_words(self) -> str:
        """What is told of the deed besides, such as the parts that a save changed; "" if nothing is."""
        told = self.details
        said = [sentence % write(told[name]) for name, (sentence, write) in DETAILS.items() if told.get(name)]
        return " · ".join(said)
