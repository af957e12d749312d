"""The audit's own rules notice what they are there for, and its tools are locked without naming where they came from."""

import json
from datetime import date

import pytest

from bench.audit import feeds, report, structured_data, tools
from bench.audit.pages import Page, kind_of

LOCK = json.loads((tools.ROOT / "bench/audit/package-lock.json").read_text())
MANIFEST = json.loads((tools.ROOT / "bench/audit/package.json").read_text())

FEED = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>News</title><link>https://news.example/</link><description>All of it</description><language>en</language>
<atom:link rel="self" href="https://news.example/feed/"/>
<item><title>One</title><link>https://news.example/one/</link><guid isPermaLink="false">tag:1</guid>
<description>&lt;p&gt;A &lt;a href="https://news.example/two/"&gt;word&lt;/a&gt;&lt;/p&gt;</description>
<pubDate>Mon, 06 May 2024 10:00:00 +0000</pubDate></item>
</channel></rss>"""


def complaints(feed: str) -> list[str]:
    page = Page("feed", "en", "/feed/", 200, {"content-type": "application/rss+xml; charset=utf-8"}, feed)
    return list(feeds._broken_rules(page, "https://news.example"))


def test_every_tool_has_one_version_and_a_hash_and_no_registry() -> None:
    packages = {name: package for name, package in LOCK["packages"].items() if name}
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all(version[0].isdigit() for version in MANIFEST["dependencies"].values())
    assert LOCK["packages"][""]["dependencies"] == MANIFEST["dependencies"]


def test_a_feed_that_keeps_the_rules_is_left_alone() -> None:
    assert complaints(FEED) == []


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("<title>News</title>", "", "0 times title"),
        ("<language>en", "<language>English, mostly", "language in channel holds"),
        ("<language>", "<mood>calm</mood><language>", "doesn't know in channel: mood"),
        ("Mon, 06 May 2024 10:00:00 +0000", "yesterday", "pubDate in item holds"),
        (' isPermaLink="false"', "", "claims to be an address"),
        ('href="https://news.example/two/"', 'href="/two/"', "a relative address"),
        ("&lt;p&gt;A", '&lt;p style="color:red"&gt;A', "style="),
        ('href="https://news.example/feed/"', 'href="https://news.example/"', "as its own address"),
    ],
)
def test_a_broken_rule_of_a_feed_is_noticed(good: str, bad: str, said: str) -> None:
    assert good in FEED
    assert any(said in complaint for complaint in complaints(FEED.replace(good, bad)))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"@type": "ProfilePage", "mainEntity": {"name": "Ana"}}, "ProfilePage without mainEntity.url"),
        ({"@type": "BreadcrumbList", "itemListElement": []}, "BreadcrumbList without itemListElement"),
        ({"@type": "Thing", "url": "/here/"}, "url is `/here/`"),
        ({"@type": "Thing", "about": [{"datePublished": "2024-05-06"}]}, "datePublished is `2024-05-06`"),
    ],
)
def test_json_ld_that_says_too_little_is_noticed(value: dict[str, object], said: str) -> None:
    found = list(structured_data._google({json.dumps(value): ["/a/"]}))
    assert report.Finding("/a/", said) in found


def test_a_goal_that_is_missed_is_in_the_table_and_in_the_verdict() -> None:
    found = [report.Finding(path, "error: no title") for path in ("/a/", "/b/", "/c/", "/d/")]
    met, missed = (report.counted("HTML", "a checker", findings, of="4 pages") for findings in ([], found))
    assert report.all_met([report.Section([met])])
    assert not report.all_met([report.Section([met]), report.Section([missed], ["One rule: a reason"])])
    document = report.document([report.Section([met, missed], ["One rule: a reason"])], how="How.", on=date(2024, 5, 6))
    assert "| HTML | a checker | 0 | 0 in 4 pages | yes |" in document
    assert "| HTML | a checker | 0 | 4 in 4 pages | **no** |" in document
    assert "error: no title: /a/, /b/, /c/ and 1 more" in document
    assert "One rule: a reason" in document


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "home"),
        ("/es/", "home"),
        ("/es/paises/", "countries"),
        ("/countries/haiti/", "country"),
        ("/es/etiquetas/aduanas/", "tag"),
        ("/about/updates/a-prize/", "announcement"),
        ("/about/who-we-are/", "page"),
        ("/news/briefs/", "section"),
    ],
)
def test_every_address_has_a_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind
