"""A tour of the desk: every page opened in a browser, without a breach of the policy and without barriers."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from articles import clock, noting, publishing, reviewing, translating
from articles.feedback.models import Message
from articles.models import Draft
from tests import factories
from tests.browser.conftest import sign_in

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(transactional_db: None) -> Any:
    """A desk with something in every part of it; the chief, who sees all of it."""
    chief = factories.chief()
    factories.MastheadFactory()
    country, topic = factories.CountryFactory(), factories.TopicFactory()
    live = factories.story(
        headline="The port and its keepers", countries=(country.pk,), topics=(topic.pk,), kicker_topic=topic.pk
    )
    translating.start(live, by=chief)
    publishing.publish(factories.rewritten(live, headline="The port and its keepers, again"), by=chief)
    reviewing.submit(factories.draft(headline="Waits for a second pair of eyes"), by=chief)
    reviewing.schedule(factories.draft(headline="Comes tomorrow"), due_at=clock.now() + timedelta(days=1), by=chief)
    late = factories.draft(headline="Should have been there")
    reviewing.schedule(late, due_at=clock.now() + timedelta(days=1), by=chief)
    Draft.objects.filter(pk=late.pk).update(due_at=clock.now() - timedelta(minutes=4))
    noting.write(live, text="Who says that the gate was open?", by=chief, assignee=chief)
    factories.PageFactory()
    factories.AnnouncementFactory()
    Message.objects.create(address="/", language="en", text="I saw it too.", sent_at=factories.THEN)
    return chief


#: Models of which nobody adds a row by hand.
NOT_ADDED = ("editorialevent", "export", "forgetting", "letter", "masthead", "measures", "message", "vote")


def every_page() -> list[str]:
    """The list, the empty form, and the form and the history of one row of every model; and the pages beside them."""
    pages = [
        "/admin/",
        "/admin/styleguide/",
        "/admin/password_change/",
        "/admin/feedback/vote/stories/",
        "/admin/articles/",
    ]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pages += [reverse(f"{name}_changelist")]
        if model._meta.model_name not in NOT_ADDED:
            pages.append(reverse(f"{name}_add"))
        if model._meta.model_name == "measures":
            continue  # one page, and no rows of its own
        if row := model._default_manager.order_by("pk").first():
            pages += [reverse(f"{name}_{page}", args=[row.pk]) for page in ("change", "history")]
    story = Draft.objects.order_by("pk")[0].pk
    return [
        *pages,
        f"{LIST}{story}/preview/",
        f"{LIST}{story}/revisions/1/",
        f"{LIST}{story}/related/",
        f"{LIST}?whose=mine&q=port",
    ]


def test_every_page_of_the_desk_opens_without_a_breach_or_an_error(desk: Any, wide: Tab) -> None:
    """What the fixtures watch for (policy, console, other hosts) fails the test at its end."""
    sign_in(wide, desk)
    for address in every_page():
        answer = wide.goto(address)
        assert answer
        assert answer.status == 200, address
        expect(wide.locator("h1").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dashboard_list_and_form_have_no_serious_barrier(desk: Any, open_page: Callable[..., Tab], scheme: str) -> None:
    # What axe injects to measure would breach the policy; that the pages don't is the promise of the test above.
    tab = open_page(color_scheme=scheme, bypass_csp=True)
    sign_in(tab, desk)
    story = Draft.objects.order_by("pk")[0].pk
    found = []
    for address in ("/admin/", f"{LIST}?whose=mine", f"{LIST}{story}/change/", "/admin/articles/editorialevent/"):
        tab.goto(address)
        if address.endswith("/change/"):  # the editor is named when its script is there
            expect(tab.locator(".tiptap").first).to_have_attribute("aria-labelledby", re.compile("."))
        found += [f"{address}: {problem}" for problem in barriers(tab)]
    tab.goto(LIST)
    tab.get_by_role("checkbox").nth(1).check()
    tab.get_by_label("Action:").select_option("assign")
    tab.get_by_role("button", name="Go").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Assign: 1 story")
    found += [f"the page that asks: {problem}" for problem in barriers(tab)]
    tab.get_by_role("button", name="Yes, go on with one story").click()
    expect(tab.get_by_role("status")).to_contain_text("Done with every one of them.")
    found += [f"the results: {problem}" for problem in barriers(tab)]
    assert not found, "\n".join(found)


def barriers(tab: Tab) -> list[str]:
    """What axe calls serious or critical."""
    tab.wait_for_function(
        """() => [...document.querySelectorAll("select.admin-autocomplete")]
          .every((field) => field.nextElementSibling?.querySelector("[aria-label]"))"""
    )
    # Style sheets are looked at where they are: fetched anew, their relative imports would lead nowhere.
    violations = Axe().run(tab, options={"preload": False}).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for one in violations
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
        if not (
            one["id"] == "list" and "select2" in node["html"]
        )  # a span among the items of its list: not ours to mend
    ]


def test_a_filter_is_kept_shared_and_found_again_and_all_of_it_fits_a_telephone(desk: Any, narrow: Tab) -> None:
    sign_in(narrow, desk)
    narrow.goto(f"{LIST}?language__exact=es")
    narrow.get_by_text("Keep this filter").click()
    narrow.get_by_label("Name").fill("In Spanish")
    narrow.get_by_label("Share it with the newsroom").check()
    narrow.get_by_role("button", name="Keep", exact=True).click()
    views = narrow.get_by_role("navigation", name="Saved filters")
    expect(views.get_by_role("link", name="In Spanish")).to_have_attribute("aria-current", "page")
    narrow.goto(LIST)
    views.get_by_role("link", name="In Spanish").click()
    expect(narrow).to_have_url(re.compile(r"language__exact=es$"))
    for address in ("/admin/", LIST, f"{LIST}?language__exact=es"):
        narrow.goto(address)
        assert narrow.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
