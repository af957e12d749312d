# How many documents hold a frequent word is what ANALYZE has sampled.

from django.db import migrations

from articles.migrations._frequent import FREQUENT, NO_FREQUENT


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_what_drafts_use'),
    ]

    operations = [
        migrations.RunSQL(FREQUENT, NO_FREQUENT),
    ]
