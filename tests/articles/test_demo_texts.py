"""The demonstration edition as data: what must hold before anything of it is stored."""

import re
from collections import Counter
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image

from articles import markup, pathwords
from articles.demo import drawings, house, readers
from articles.demo.corrections import CORRECTIONS
from articles.demo.front import FRONT
from articles.demo.shapes import Both, Country, Letter, Story, Topic
from articles.demo.stories import STORIES
from articles.models.home import LAST_PLACE

KEYS = {(story.key, story.language) for story in STORIES}
SECTIONS = {section.key: section for section in house.SECTIONS}
COUNTRIES = {country.code for country in house.COUNTRIES}
TOPICS = {topic.key for topic in house.TOPICS}
AUTHORS = {author.key for author in house.AUTHORS}

ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in ("h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "em")},
    **{tag: set() for tag in ("table", "thead", "tbody", "tr", "th", "td", "figcaption")},
    "a": {"href"},
    "figure": {"data-drawing"},
}
WORDS = {"brief": (150, 300), "news": (280, 900)}
LAST_HOUR = datetime(2026, 11, 20, tzinfo=UTC)
PROFILED = (*house.COUNTRIES, *house.TOPICS)

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OAS_FACTS = {
    "en": (
        "Organization of American States",
        "41st",
        "El Salvador",
        "Tuesday",
        "three days",
        "few concrete results",
        "Citizen security in the Americas",
        "José Miguel Insulza",
        "Central America",
        "EFE",
        "165 million dollars",
        "CARSI",
        "Álvaro Colom",
        "cross-border force",
        "June 22 and 23",
    ),
    "es": (
        "Organización de los Estados Americanos",
        "41.º",
        "El Salvador",
        "martes",
        "tres días",
        "pocos resultados concretos",
        "Seguridad ciudadana en las Américas",
        "José Miguel Insulza",
        "Centroamérica",
        "EFE",
        "165 millones de dólares",
        "CARSI",
        "Álvaro Colom",
        "fuerza transfronteriza",
        "El 22 y el 23 de junio",
    ),
}


class Outline(HTMLParser):
    """Reads a body strictly: every element closed in order, and every tag, attribute and word noted."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.loose: list[str] = []
        self.text: list[str] = []
        self.feed(body)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open and data.strip():
            self.loose.append(data)
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a body has no comments")

    @property
    def words(self) -> int:
        return len(" ".join(self.text).split())


def named(story: Story) -> str:
    return f"{story.language}:{story.key}"


def profiled(value: Country | Topic) -> str:
    return value.code if isinstance(value, Country) else value.key


def bodies() -> list[tuple[str, str]]:
    """Every piece of HTML in the edition, with a name to find it by."""
    pieces = [(named(story), story.body) for story in STORIES]
    both = [(item.key, item.body) for item in (*house.PAGES, *house.ANNOUNCEMENTS)]
    both += [(f"profile of {profiled(value)}", value.profile) for value in PROFILED]
    return pieces + [(f"{language}:{key}", getattr(text, language)) for key, text in both for language in ("en", "es")]


def in_both(value: object) -> list[Both]:
    """Every pair of texts held by a value of the house."""
    return [item for item in vars(value).values() if isinstance(item, Both)]


def house_values() -> list[object]:
    return [
        house.HOUSE,
        *house.SECTIONS,
        *house.COUNTRIES,
        *house.TOPICS,
        *house.AUTHORS,
        *house.ANNOUNCEMENTS,
        *house.PAGES,
        *drawings.DRAWINGS.values(),
    ]


def test_the_edition_is_as_large_as_it_should_be() -> None:
    languages = Counter(story.language for story in STORIES)
    pairs = [key for key, language in KEYS if language == "en" and (key, "es") in KEYS]
    assert languages["en"] >= 24
    assert languages["es"] >= 12
    assert len(pairs) >= 8
    assert len(house.COUNTRIES) >= 10
    assert len(house.TOPICS) >= 12
    assert len(house.AUTHORS) == 6
    assert len(house.ANNOUNCEMENTS) == 6
    assert len(house.PAGES) == 6
    assert len(drawings.DRAWINGS) >= 6


def test_every_key_is_used_once() -> None:
    for keys in (
        [named(story) for story in STORIES],
        [section.key for section in house.SECTIONS],
        [country.code for country in house.COUNTRIES],
        [topic.key for topic in house.TOPICS],
        [author.key for author in house.AUTHORS],
        [item.key for item in house.ANNOUNCEMENTS],
        [page.key for page in house.PAGES],
    ):
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_story_names_only_what_exists(story: Story) -> None:
    same_language = {other.key for other in STORIES if other.language == story.language}
    assert story.section in SECTIONS
    assert set(story.countries) <= COUNTRIES
    assert set(story.topics) <= TOPICS
    assert {author for author, _ in story.bylines} <= AUTHORS
    assert story.lead_image is None or story.lead_image in drawings.DRAWINGS
    assert set(story.picks) <= same_language - {story.key}
    figures = [attrs["data-drawing"] for tag, attrs in Outline(story.body).seen if tag == "figure"]
    assert set(figures) <= set(drawings.DRAWINGS)


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_story_has_all_its_parts_and_is_marked_as_a_demonstration(story: Story) -> None:
    assert all((story.headline, story.dek, story.body, story.bylines, story.topics, story.countries, story.tags))
    assert story.demonstration is True
    assert len(story.headline) <= 110
    assert not story.headline.endswith(".")
    kind, _, key = story.kicker.partition(":")
    assert key in {"topic": story.topics, "country": story.countries}[kind]
    assert datetime(2011, 1, 1, tzinfo=UTC) <= story.published < LAST_HOUR


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_story_is_as_long_as_its_kind_allows(story: Story) -> None:
    low, high = WORDS.get(story.kind, (420, 900))
    assert low <= Outline(story.body).words <= high


@pytest.mark.parametrize(("name", "body"), bodies(), ids=[name for name, _ in bodies()])
def test_a_body_holds_only_what_the_schema_allows(name: str, body: str) -> None:
    outline = Outline(body)
    for tag, attrs in outline.seen:
        assert tag in ALLOWED, f"<{tag}> in {name}"
        if (tag, attrs) != ("blockquote", {"class": "pull-quote"}):
            assert set(attrs) == ALLOWED[tag], f"attributes of <{tag}> in {name}"
    assert outline.loose == []
    assert all(str(attrs["href"]).startswith("https://") for tag, attrs in outline.seen if tag == "a")


@pytest.mark.parametrize(("name", "body"), bodies(), ids=[name for name, _ in bodies()])
def test_cleaning_takes_nothing_from_a_body(name: str, body: str) -> None:
    stored = re.sub(r'data-drawing="[^"]*"', 'data-image="1"', body)
    before, after = Outline(stored), Outline(markup.clean(stored))
    kept = [tag for tag, _ in after.seen if tag != "p"]
    assert kept == [tag for tag, _ in before.seen if tag != "p"], name
    assert "".join("".join(after.text).split()) == "".join("".join(before.text).split())


@pytest.mark.parametrize("value", PROFILED, ids=profiled)
def test_a_profile_opens_with_a_paragraph_and_goes_on_in_sections(value: Country | Topic) -> None:
    outlines = [Outline(value.profile.en), Outline(value.profile.es)]
    for outline in outlines:
        tags = [tag for tag, _ in outline.seen if tag not in ("em", "strong")]
        assert 2 <= tags.count("h2") <= 4
        assert tags == ["p", *["h2", "p"] * tags.count("h2")]
        assert 120 <= outline.words <= 300
    assert len(outlines[0].seen) == len(outlines[1].seen)


@pytest.mark.parametrize("value", PROFILED, ids=profiled)
def test_a_profile_is_stored_as_it_is_written(value: Country | Topic) -> None:
    for text in (value.profile.en, value.profile.es):
        assert markup.clean(text) == text.replace("\n", "").replace("\N{NO-BREAK SPACE}", "&nbsp;")


def test_every_profile_was_reviewed_and_not_all_on_one_day() -> None:
    days = {profiled(value): value.reviewed for value in PROFILED}
    assert all(date(2026, 1, 1) <= day < date(2026, 11, 26) for day in days.values()), days
    assert len(set(days.values())) > len(days) / 2


def test_no_line_ends_inside_a_number() -> None:
    split = re.compile(r"\d (?:\d{3}(?!\d)|%)")
    assert [name for name, body in bodies() if split.search(body)] == []
    assert any("\N{NO-BREAK SPACE}%" in body for _, body in bodies())


def test_two_stories_that_share_a_key_are_the_same_story_in_two_languages() -> None:
    english = {story.key: story for story in STORIES if story.language == "en"}
    for spanish in (story for story in STORIES if story.language == "es"):
        if twin := english.get(spanish.key):
            for name in ("kind", "section", "countries", "topics", "kicker", "lead_image"):
                assert getattr(twin, name) == getattr(spanish, name), f"{name} of {spanish.key}"
            assert twin.published.date() == spanish.published.date()
            tags = [tag for tag, _ in Outline(twin.body).seen]
            assert tags == [tag for tag, _ in Outline(spanish.body).seen], spanish.key


def test_every_story_shares_a_topic_or_a_country_with_another_in_its_language() -> None:
    for story in STORIES:
        others = [o for o in STORIES if o.language == story.language and o.key != story.key]
        assert any(set(story.topics) & set(o.topics) or set(story.countries) & set(o.countries) for o in others)


def test_every_country_topic_author_and_section_has_a_story() -> None:
    assert {code for story in STORIES for code in story.countries} == COUNTRIES
    assert {key for story in STORIES for key in story.topics} == TOPICS
    assert {key for story in STORIES for key, _ in story.bylines} == AUTHORS
    assert {story.section for story in STORIES} == set(SECTIONS)


def test_sections_have_two_levels() -> None:
    for section in house.SECTIONS:
        assert section.parent is None or SECTIONS[section.parent].parent is None
    assert SECTIONS["news"].slug == Both("news", "noticias")
    assert SECTIONS["briefs"].slug == Both("briefs", "breves")
    assert SECTIONS["briefs"].parent == "news"


def test_slugs_are_plain_and_unique_among_their_like() -> None:
    groups = [[story.slug for story in STORIES], [author.slug for author in house.AUTHORS]]
    for values in (house.SECTIONS, house.COUNTRIES, house.TOPICS, house.ANNOUNCEMENTS, house.PAGES):
        groups += [[value.slug.en for value in values], [value.slug.es for value in values]]
    for slugs in groups:
        assert len(slugs) == len(set(slugs))
        assert all(SLUG.fullmatch(slug) for slug in slugs)
        assert not set(slugs) & pathwords.RESERVED
        assert all(len(slug) <= 80 for slug in slugs)


@pytest.mark.parametrize("value", house_values(), ids=lambda value: getattr(value, "key", type(value).__name__))
def test_everything_of_the_house_is_said_in_both_languages(value: object) -> None:
    texts = in_both(value)
    assert texts
    for text in texts:
        assert text.en.strip()
        assert text.es.strip()
        if len(text.en) > 40:
            assert text.en != text.es


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_brief_of_the_41st_assembly_states_every_fact(language: str) -> None:
    (story,) = [story for story in STORIES if story.key == "oas-2011" and story.language == language]
    text = f"{story.dek} {story.body}"
    assert [fact for fact in OAS_FACTS[language] if fact not in text] == []
    assert story.published.date().isoformat() == "2011-06-08"
    assert (story.kind, story.section) == ("brief", "briefs")


@pytest.mark.parametrize("text", ["dek", "body", "headline"])
def test_quotation_marks_and_apostrophes_are_typographic(text: str) -> None:
    for story in STORIES:
        plain = re.sub(r"<[^>]*>", "", getattr(story, text))
        assert not re.search(r"""["']""", plain), named(story)
    for name, body in bodies():
        assert not re.search(r"""["']""", re.sub(r"<[^>]*>", "", body)), name


def test_the_licence_notice_says_what_a_republisher_must_do() -> None:
    notice = house.HOUSE.licence
    for words in ("not commercial", "byline", "at the top", "at the bottom", "Creative Commons", "write to us"):
        assert words in notice.en
    for words in ("no comercial", "firma", "al comienzo", "al final", "Creative Commons", "escríbanos"):
        assert words in notice.es
    assert house.HOUSE.licence_url == "https://creativecommons.org/licenses/by-nc/4.0/"


def test_the_texts_of_the_masthead_are_plain_and_fit_their_places() -> None:
    limits = {"tagline": 160, "byline": 120, "donation_label": 60, "invitation": 200, "demonstration": 200}
    for name, text in vars(house.HOUSE).items():
        for value in (text.en, text.es) if isinstance(text, Both) else (text,):
            assert "<" not in value
            assert len(value) <= limits.get(name, 400), name


def test_the_house_can_receive_no_mail() -> None:
    assert house.HOUSE.email.endswith(".example")


@pytest.mark.parametrize("key", drawings.DRAWINGS)
def test_a_drawing_is_a_light_jpeg_of_the_stated_size(key: str) -> None:
    data = drawings.paint(key)
    with Image.open(BytesIO(data)) as image:
        assert image.format == "JPEG"
        assert image.size == (1600, 900)
        image.load()
    assert len(data) < 300_000


def test_a_drawing_is_the_same_each_time() -> None:
    assert drawings.paint("port") == drawings.paint("port")


def test_drawings_that_do_not_exist_are_refused() -> None:
    with pytest.raises(KeyError):
        drawings.paint("no-such-drawing")


def test_the_archive_reaches_far_back_and_the_front_page_is_fresh() -> None:
    for language, latest in (("en", 5), ("es", 3)):
        years = [story.published for story in STORIES if story.language == language]
        assert min(years).year == 2011
        assert sum((LAST_HOUR - published).days < 60 for published in years) >= latest


def test_some_stories_have_a_lead_image_and_some_are_left_to_a_map() -> None:
    for language in ("en", "es"):
        led = [story.lead_image is not None for story in STORIES if story.language == language]
        assert sum(led) >= 5
        assert led.count(False) >= 4


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_figure_in_the_text_does_not_repeat_the_lead(story: Story) -> None:
    figures = [attrs["data-drawing"] for tag, attrs in Outline(story.body).seen if tag == "figure"]
    assert len({story.lead_image, *figures}) == len(figures) + 1


def test_every_drawing_is_shown() -> None:
    shown = {story.lead_image for story in STORIES} | set(re.findall(r'data-drawing="(\w+)"', str(STORIES)))
    assert set(drawings.DRAWINGS) <= shown


def test_the_front_page_and_the_corrections_name_stories_that_exist() -> None:
    for language, keys in FRONT.items():
        assert len(set(keys)) == len(keys) <= LAST_PLACE + 1
        assert {(key, language) for key in keys} <= KEYS
    first = {story.key: story.published for story in STORIES}
    assert {correction.kind for correction in CORRECTIONS} == {"correction", "clarification", "update"}
    for correction in CORRECTIONS:
        assert {(correction.story, "en"), (correction.story, "es")} <= KEYS
        assert first[correction.story] < correction.at < LAST_HOUR
        assert max(len(correction.text.en), len(correction.text.es)) <= 600


def test_readers_write_about_stories_and_pages_after_they_were_published() -> None:
    published = {(story.key, story.language): story.published for story in STORIES}
    for letter in readers.LETTERS:
        assert bool(letter.story) != bool(letter.address)
        if letter.story:
            assert published[letter.story, letter.language] < letter.at
    assert set(readers.VOTES) <= set(published)


def test_the_letters_of_readers_are_varied_and_come_from_nobody() -> None:
    def some(chosen: list[Letter]) -> set[str]:
        return {letter.language for letter in chosen}

    letters = list(readers.LETTERS)
    assert len(letters) >= 25
    assert some(letters) == {"en", "es"}
    for status in ("new", "in_progress", "resolved", "spam"):
        assert some([letter for letter in letters if letter.status == status]) == {"en", "es"}, status
    assert all(not letter.email or letter.email.endswith(".example") for letter in letters)
    assert 1000 < max(len(letter.text) for letter in letters) <= 1500
    assert min(len(letter.text) for letter in letters) < 12
    assert {bool(letter.name) for letter in letters} == {True, False}
