"""Pictures of the public pages and of the desk for docs/screenshots/, taken from a running demonstration: `make screenshots`.

python -m bench.screenshots http://127.0.0.1:8000
"""

import argparse
import os
import shutil
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"

WIDE, TELEPHONE = (1280, 900), (390, 844)
LIGHT, DARK = "light", "dark"

#: Each picture by its name: the address, the window, and the colours.
PICTURES = {
    "home": ("/", WIDE, LIGHT),
    "home-es-dark": ("/es/", TELEPHONE, DARK),
    "story": ("/investigations/what-the-permit-says-timber-papers/", WIDE, LIGHT),
    "story-es": ("/es/analisis/colombia-acuerdo-de-paz-diez-anos/", TELEPHONE, LIGHT),
    "story-dark": ("/analysis/colombia-peace-agreement-ten-years/", WIDE, DARK),
    "section": ("/news/", WIDE, LIGHT),
    "section-es": ("/es/noticias/", TELEPHONE, LIGHT),
    "country": ("/countries/colombia/", WIDE, LIGHT),
    "countries-es-dark": ("/es/paises/", WIDE, DARK),
    "explore": ("/explore/", WIDE, LIGHT),
    "explore-es-dark": ("/es/explorar/", WIDE, DARK),
    "search": ("/search/?q=police", WIDE, LIGHT),
    "republish-dark": ("/investigations/what-the-permit-says-timber-papers/republish/", WIDE, DARK),
    "feedback-es": ("/es/comentarios/", TELEPHONE, LIGHT),
}

#: A message whose passage is easily found, and the list that finds it.
A_MESSAGE = "feedback/message/?show=all&q=thesis"

#: The same for pages of the desk, below /admin/; `{story}` is the key of the story that was saved last, `{message}` of A_MESSAGE.
DESK = {
    "desk": ("", WIDE, LIGHT),
    "desk-list": ("articles/article/", WIDE, LIGHT),
    "desk-story": ("articles/article/{story}/change/", WIDE, LIGHT),
    "desk-story-dark": ("articles/article/{story}/change/", TELEPHONE, DARK),
    "desk-history": ("articles/article/{story}/history/", WIDE, LIGHT),
    "desk-images": ("articles/image/", WIDE, DARK),
    "feedback-queue": ("feedback/message/", WIDE, LIGHT),
    "feedback-measures": ("feedback/measures/", WIDE, LIGHT),
    "feedback-message": ("feedback/message/{message}/change/", WIDE, LIGHT),
}

#: Who the desk is shown to: an account of the demonstration, whose password is public.
EDITOR = {"username": "paula", "password": "demonstration"}

QUALITY = 72  # of WebP; the pictures are shown small
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def take(page: Page, address: str) -> bytes:
    """What a reader sees first at an address, as WebP."""
    answer = page.goto(address)
    if not answer or answer.status != 200:
        raise SystemExit(f"{address} answers {answer and answer.status}: is the demonstration running there?")
    page.evaluate("Promise.all([...document.images].filter((i) => i.loading !== 'lazy').map((i) => i.decode()))")
    target = BytesIO()
    Image.open(BytesIO(page.screenshot())).convert("RGB").save(target, "WEBP", quality=QUALITY, method=6)
    return target.getvalue()


def sign_in(page: Page) -> dict[str, str]:
    """Sign in to the desk; the keys of what pictures show."""
    page.goto("/admin/login/?next=/admin/articles/article/")
    for name, value in EDITOR.items():
        page.fill(f"[name={name}]", value)
    page.click("[type=submit]")
    story = _first_row(page)
    page.goto(f"/admin/{A_MESSAGE}")
    return {"story": story, "message": _first_row(page)}


def _first_row(page: Page) -> str:
    address = page.locator("#result_list tbody th a").first.get_attribute("href") or ""
    return address.split("?")[0].strip("/").split("/")[-2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="address of the running demonstration")
    site = parser.parse_args().site
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name, (address, (width, height), colours) in (PICTURES | DESK).items():
            options: dict[str, Any] = {"viewport": {"width": width, "height": height}, "color_scheme": colours}
            page = browser.new_page(base_url=site, reduced_motion="reduce", **options)
            if name in DESK:
                address = f"/admin/{address.format(**sign_in(page))}"
            picture = take(page, address)
            (FOLDER / f"{name}.webp").write_bytes(picture)
            sys.stdout.write(f"{name}.webp {len(picture) / 1000:.0f} KB\n")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
