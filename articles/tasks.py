"""The worker's jobs. Each may run twice or late: the site is right without them, only better with them."""

from procrastinate.contrib.django import app

from articles import binning, library, presence, sharing
from articles.related import texts


@app.task(name="finish_image", retry=3)
def finish_image(image_id: int) -> None:
    """Make the renditions that take too long for a request."""
    library.finish(image_id)


@app.task(name="draw_share_image", retry=3)
def draw_share_image(article_id: int) -> None:
    """Draw the picture that social networks show beside a link to a story."""
    sharing.refresh(article_id)


@app.periodic(cron="17 4 * * *")
@app.task(name="empty_the_bin", queueing_lock="empty_the_bin")
def empty_the_bin(timestamp: int) -> None:
    """Once a day: delete what has been in the bin long enough."""
    binning.purge()


@app.periodic(cron="37 4 * * *")
@app.task(name="count_words", queueing_lock="count_words")
def count_words(timestamp: int) -> None:
    """Once a day: count the common words, which every publication would have to count otherwise."""
    texts.count_words()


@app.periodic(cron="*/10 * * * *")
@app.task(name="forget_presence", queueing_lock="forget_presence")
def forget_presence(timestamp: int) -> None:
    """Forget who had a story open; nobody is shown what is older than a minute."""
    presence.forget()
