"""The image library in a browser: pictures dropped on the grid, and the point that crops keep in view."""

import base64
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from articles import library
from articles.models import Image
from tests.articles.photographs import encoded, scene
from tests.browser.conftest import Problems, sign_in
from tests.factories import chief

GRID = "/admin/articles/image/"


def a_file(name: str, data: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def another_photograph() -> bytes:
    return encoded(scene().rotate(180))


def stored() -> Image:
    return library.add(Image(alt_en="Four colours", credit="Staff"), library.read(BytesIO(encoded(scene()))))


def test_several_pictures_are_described_and_stored_at_once(wide: Tab) -> None:
    sign_in(wide, chief())
    wide.goto(GRID)
    wide.set_input_files(
        "#image-drop-files", [a_file("a.jpg", encoded(scene())), a_file("b.jpg", another_photograph())]
    )
    drop = wide.locator("image-drop")
    rows = drop.get_by_role("listitem")
    expect(rows).to_have_count(2)
    # Without words nothing is sent.
    drop.get_by_role("button", name="Store the pictures").click()
    assert not Image.objects.exists()
    for place, words in enumerate(("First", "Second")):
        rows.nth(place).get_by_label("Alternative text").fill(words)
    drop.get_by_label("Credit of all of them").fill("A. Photographer")
    drop.get_by_role("button", name="Store the pictures").click()
    expect(wide.locator("#result_list tbody tr")).to_have_count(2)
    expect(wide.locator(".messagelist")).to_contain_text("“Second” is in the library.")
    assert set(Image.objects.values_list("alt_en", "credit")) == {
        ("First", "A. Photographer"),
        ("Second", "A. Photographer"),
    }


def test_pictures_are_dropped_anywhere_and_a_refused_one_stays_with_its_reason(wide: Tab, problems: Problems) -> None:
    problems.allow("422")
    sign_in(wide, chief())
    wide.goto(GRID)
    wide.locator("image-drop").wait_for()
    drop_files(wide, {"good.jpg": encoded(scene()), "bad.jpg": b"<!doctype html>"})
    drop = wide.locator("image-drop")
    for place in range(2):
        drop.get_by_label("Alternative text").nth(place).fill(f"Words {place}")
    drop.get_by_label("Credit of all of them").fill("Staff")
    drop.get_by_label("The descriptions are in").select_option("es")
    drop.get_by_role("button", name="Store the pictures").click()
    expect(drop.get_by_role("status")).to_have_text(
        "1 of 2 pictures are stored. The others are below, each with its reason."
    )
    expect(drop.get_by_role("listitem").filter(has_text="bad.jpg").locator(".errorlist")).to_contain_text("JPEG")
    expect(drop.get_by_text("good.jpg")).to_have_count(0)
    assert Image.objects.get().alt_es == "Words 0"
    drop.get_by_role("button", name="Leave it out").click()
    expect(drop.get_by_label("Credit of all of them")).to_be_hidden()


def drop_files(tab: Tab, files: dict[str, bytes]) -> None:
    """Drop files on the page's heading, as from a folder of the desktop."""
    contents = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    tab.locator("#content").evaluate(
        """(element, contents) => {
          const dataTransfer = new DataTransfer()
          for (const [name, text] of contents) {
            const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
            dataTransfer.items.add(new File([bytes], name, { type: "image/jpeg" }))
          }
          for (const kind of ["dragover", "drop"])
            element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
        }""",
        contents,
    )


def test_without_javascript_the_ordinary_form_adds_a_picture(plain: Tab, tmp_path: Path) -> None:
    sign_in(plain, chief())
    plain.goto(GRID)
    expect(plain.locator("image-drop")).to_be_hidden()
    plain.locator(".object-tools .addlink").click()
    plain.set_input_files("[name=upload]", a_file("a.jpg", encoded(scene())))
    plain.fill("[name=alt_en]", "A street")
    plain.fill("[name=credit]", "Staff")
    plain.fill("[name=focal_x]", "0.25")
    plain.locator("[name=_save]").click()
    expect(plain.locator("#result_list tbody tr")).to_have_count(1)
    assert Image.objects.get().focal_x == 0.25


def test_the_focal_point_follows_clicks_and_arrow_keys(wide: Tab) -> None:
    image = stored()
    sign_in(wide, chief())
    wide.goto(f"{GRID}{image.pk}/change/")
    picture = wide.locator(".focal-point__picture img")
    box = picture.bounding_box()
    assert box
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    marker = wide.get_by_role("button", name="Focal point: 25 % from the left, 75 % from the top")
    expect(marker).to_be_focused()
    for key in ("ArrowRight", "ArrowUp", "Shift+ArrowLeft"):
        wide.keyboard.press(key)
    expect(wide.get_by_role("button", name="Focal point: 16 % from the left, 74 % from the top")).to_be_focused()
    wide.locator("[name=_save]").click()
    wide.wait_for_url(f"**{GRID}")
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (0.16, 0.74)


def test_the_previews_show_the_crop_that_networks_get(wide: Tab) -> None:
    """1000 × 600 at the ratio 1200:630 leaves 75 pixels of height: a point near the edge takes all of them."""
    image = stored()
    sign_in(wide, chief())
    wide.goto(f"{GRID}{image.pk}/change/")
    share, square = (wide.locator(f".focal-point__crop--{crop}") for crop in ("share", "square"))
    place = "element => element.style.objectPosition"
    assert share.evaluate(place) == "50% 50%"
    wide.fill("#id_focal_x", "0.4")
    wide.fill("#id_focal_y", "1")
    assert share.evaluate(place).endswith(" 100%")
    # The square is 600 wide with its middle at 400: it begins at 100 of the 400 pixels that it could.
    assert square.evaluate(place).startswith("25%")


def test_the_grid_and_the_form_fit_a_telephone(narrow: Tab) -> None:
    image = stored()
    sign_in(narrow, chief())
    for address in (GRID, f"{GRID}{image.pk}/change/", "/admin/styleguide/"):
        narrow.goto(address)
        assert narrow.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


def test_both_languages_stand_side_by_side_and_below_each_other_on_a_telephone(wide: Tab, narrow: Tab) -> None:
    tops = {}
    for name, tab in (("wide", wide), ("narrow", narrow)):
        sign_in(tab, chief())
        tab.goto("/admin/articles/topic/add/")
        boxes = [tab.locator(f"#id_name_{language}").bounding_box() for language in ("en", "es")]
        assert boxes[0]
        assert boxes[1]
        tops[name] = (boxes[0]["y"] == boxes[1]["y"], boxes[0]["x"] == boxes[1]["x"])
    assert tops == {"wide": (True, False), "narrow": (False, True)}
