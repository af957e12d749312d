"""A site of an older release, with what readers sent it, is brought forward by `migrate` and loses none of it."""

from pathlib import Path

import pytest

from tests.newsroom.hosts import Host

pytestmark = pytest.mark.django_db(transaction=True)

WRITE = """
import django
django.setup()
from articles.feedback import intake, triage
from tests import factories
story, by = factories.story(headline="The port"), factories.UserFactory(role="Editor")
for text, status in (("Read me.", "new"), ("It was 2019, call 300 123 4567.", "resolved"), ("Buy now", "spam")):
    message = intake.receive_message(article=story, language="en", text=text, kind="error")
    if status != "new":
        triage.mark(message, to=status, by=by)
intake.receive_vote(article=story, language="en", helpful=True)
"""

BEFORE_THE_QUEUE = ("feedback", "0002")


def test_what_readers_sent_before_there_was_a_queue_is_in_it(tmp_path: Path) -> None:
    host = Host.migrated(tmp_path / "host")
    try:
        host.manage("-c", WRITE)
        # Back to the older release's tables, with its rows in them, and forward again.
        with host.connect() as own:
            own.execute("ALTER TABLE feedback_triageevent DISABLE TRIGGER USER")
            own.execute("DELETE FROM feedback_triageevent WHERE verb <> 'mark'")
            own.execute("ALTER TABLE feedback_triageevent ENABLE TRIGGER USER")
        host.manage("migrate", "--verbosity", "0", *BEFORE_THE_QUEUE)
        with host.connect() as own:
            own.execute("UPDATE feedback_pagetally SET errors = 3")  # spam was counted then
        host.manage("migrate", "--verbosity", "0")
        found = (
            "SELECT string_agg(status || ':' || outcome || ':' || holds_details, ' ' ORDER BY id) FROM feedback_message"
        )
        assert host.ask(found) == "new::false resolved:no_action:true spam::false"
        assert host.ask("SELECT errors FROM feedback_pagetally") == 2
        assert host.ask("SELECT errors FROM feedback_weektally") == 2
        assert host.ask("SELECT count(*) FROM feedback_triageevent") == 2
    finally:
        host.remove()
