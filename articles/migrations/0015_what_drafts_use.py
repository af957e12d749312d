# What a story refers to, live or at the desk, in one column of its draft.

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from articles.migrations._uses import NO_USES, USES


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_more_of_the_archive_is_listed'),
    ]

    operations = [
        migrations.AddField(
            model_name='draft',
            name='uses',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), db_default=[], default=list, editable=False),
        ),
        migrations.RunSQL(USES, NO_USES),
        migrations.RunSQL('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED', migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='draft',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['uses'], name='drafts_by_what_they_use'),
        ),
    ]
