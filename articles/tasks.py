"""The worker's jobs. Each may run twice or late: the site is right without them, only better with them."""

from procrastinate.contrib.django import app

from articles import library


@app.task(name="finish_image", retry=3)
def finish_image(image_id: int) -> None:
    """Make the renditions that take too long for a request."""
    library.finish(image_id)
