"""The worker's jobs of feedback."""

from procrastinate.contrib.django import app

from articles.feedback import digest, letters, retention


@app.periodic(cron="7 0 * * *")  # just after midnight (UTC), when the day's marks have lost their meaning
@app.task(name="forget_feedback", queueing_lock="forget_feedback", pass_context=False)
def forget_feedback(timestamp: int) -> None:
    """Forget what is old enough. The night's run that was missed is made up for by the next."""
    retention.forget()


@app.task(name="send_letter")
def send_letter(letter_id: int) -> None:
    """Try a letter as soon as it is owed. If that fails, `send_letters` goes on with it."""
    letters.send(letter_id)


@app.periodic(cron="* * * * *")
@app.task(name="send_letters", queueing_lock="send_letters", pass_context=False)
def send_letters(timestamp: int) -> None:
    """Every minute: try again what did not go and is due."""
    letters.send_due()


@app.periodic(cron="*/15 * * * *")
@app.task(name="write_to_staff", queueing_lock="write_to_staff", pass_context=False)
def write_to_staff(timestamp: int) -> None:
    """The morning's digests, and the alarm about reports that wait: each at most once a day for each person."""
    digest.write()
