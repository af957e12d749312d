"""The worker's jobs. Each may run twice or late: the site is right without them, only better with them."""

from procrastinate.contrib.django import app

from articles import library, sharing


@app.task(name="finish_image", retry=3)
def finish_image(image_id: int) -> None:
    """Make the renditions that take too long for a request."""
    library.finish(image_id)


@app.task(name="draw_share_image", retry=3)
def draw_share_image(article_id: int) -> None:
    """Draw the picture that social networks show beside a link to a story."""
    sharing.refresh(article_id)
