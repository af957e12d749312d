"""The worker's jobs of feedback."""

from procrastinate.contrib.django import app

from articles.feedback import retention


@app.periodic(cron="7 0 * * *")  # just after midnight (UTC), when the day's marks have lost their meaning
@app.task(name="forget_feedback", queueing_lock="forget_feedback", pass_context=False)
def forget_feedback(timestamp: int) -> None:
    """Forget what is old enough. The night's run that was missed is made up for by the next."""
    retention.forget()
