"""python -m bench.quality.relating FORM: what the site lists under each post, as lines of JSON.

A process of its own, because Django works on one database only. FORM says whether posts keep the words of their links.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from bench import place
from bench.corpus import building
from bench.quality.posts import Post, read

#: The forms in which posts are published.
FORMS = {"whole": "with the words of its links", "without_links": "without them"}

LENGTH = 10


def main() -> None:
    form = sys.argv[1]
    posts = read(Path(os.environ.get("SAMPLE_DATA") or ""))
    with place.named("newsroom_quality_related_whole") as whole:
        url = place.beside(whole, f"newsroom_quality_related_{form}")
        building.connect(url)
        _ensure(whole, url, posts, form)
        for line in _lists(posts):
            sys.stdout.write(json.dumps(line) + "\n")


def _ensure(whole: str, url: str, posts: Sequence[Post], form: str) -> None:
    """Posts are published once, by the verbs that a newsroom uses; the other form is a copy with other texts."""
    made_of = f"{len(posts)} posts, form {building.form()}"
    if place.label(url) != made_of:
        if form == "whole":
            place.remake(url)
            _publish(posts)
        else:
            place.copy(whole, url)
            _rewrite(posts, form)
        place.write_label(url, made_of)
    from django.core.management import call_command

    call_command("relate", all=True, verbosity=0)  # the numbers are those of the code as it is now


def _rewrite(posts: Sequence[Post], form: str) -> None:
    from articles.models import Article
    from articles.search import documents

    stories = {article.slug: article for article in Article.objects.published()}
    for number, post in enumerate(posts):
        stories[f"p{number}"].body = _body(post, form)
    Article.objects.bulk_update(stories.values(), ["body"], batch_size=documents.BATCH)
    for batch in documents.batched([article.pk for article in stories.values()], documents.BATCH):
        documents.rewrite(Article, batch)


def _body(post: Post, form: str) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in getattr(post, form)) or "<p>…</p>"


def _publish(posts: Sequence[Post]) -> None:
    # Django's models can be imported only now that `connect` has set it up.
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from articles import publishing, revising
    from articles.models import Author, Masthead, Section, Topic
    from articles.snapshots import Snapshot

    call_command("migrate", verbosity=0)
    Masthead.objects.get_or_create(id=1, defaults={"name": "The Collection"})
    section = Section.objects.create(name_en="News", name_es="Noticias", slug_en="news", slug_es="noticias")
    author = Author.objects.create(name="Anon", slug="anon")
    editor = get_user_model().objects.create(username="editor", is_superuser=True)
    names = sorted({name for post in posts for name in post.topics})
    topics = {
        name: Topic.objects.create(
            name_en=name, name_es=name, slug_en=f"t{number}-{name}"[:120], slug_es=f"t{number}-{name}"[:120]
        ).pk
        for number, name in enumerate(names)
    }
    for number, post in enumerate(posts):
        told = Snapshot(
            section=section.pk,
            headline=post.title[:200] or f"No. {number}",
            slug=f"p{number}",
            dek=post.summary[:400],
            body=_body(post, "whole"),
            bylines=((author.pk, "author"),),
            topics=tuple(topics[name] for name in post.topics),
        )
        story = revising.start(told, language="en", by=editor, at=post.at)
        publishing.publish(story, by=editor, at=post.at)


def _lists(posts: Sequence[Post]):
    """For each post the lists of the site: as readers see it, and by words alone."""
    from articles.models import Article
    from articles.related import choosing, finding, for_article, keeping, scoring, texts

    stories = {article.slug: article for article in Article.objects.for_page()}
    keys = {stories[f"p{number}"].pk: post.key for number, post in enumerate(posts)}
    for number, post in enumerate(posts):
        if not post.links:
            continue
        article = stories[f"p{number}"]
        seen = [related.article.pk for related in for_article(article, LENGTH)]
        text = texts.stored(article.pk)
        story = finding.live(article.pk, text)
        assert story is not None
        bare = replace(story, subjects=scoring.Subjects())
        entries = choosing.compare(keeping.entries(bare, finding.find(bare)), choosing.pairs)
        alone = [entry.article for entry in choosing.choose(entries)[0][:LENGTH]]
        yield {"post": post.key, "site": [keys[key] for key in seen], "words": [keys[key] for key in alone]}


if __name__ == "__main__":
    main()
