# What follows from many stories at once is worked out in sets.

from django.db import migrations

from articles.migrations._counting import COUNTING


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_explore_the_archive'),
    ]

    operations = [
        # Going back, the functions stay: they do what those before them did.
        migrations.RunSQL(COUNTING, migrations.RunSQL.noop),
    ]
