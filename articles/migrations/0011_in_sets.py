# What follows from many stories at once is worked out in sets.

from django.db import migrations

from articles.migrations._counting import COUNTING, NO_COUNTING
from articles.migrations._posting import NO_POSTING, POSTING


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_explore_the_archive'),
    ]

    operations = [
        migrations.RunSQL(COUNTING, NO_COUNTING),
        migrations.RunSQL(POSTING, NO_POSTING),
    ]
