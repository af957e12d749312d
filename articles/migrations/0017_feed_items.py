# Items of feeds are kept beside their stories; a crash may empty the table, and a backup does without it.

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0016_frequent_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='FeedItem',
            fields=[
                ('article', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='feed_item', serialize=False, to='articles.article')),
                ('made_for', models.CharField(help_text='A digest of what does not depend on the story.', max_length=32)),
                ('made_from', models.CharField(help_text='A digest of the words and names of the story.', max_length=32)),
                ('pictures', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), help_text='The pictures in its text, in the order of their keys.', size=None)),
                ('pictures_made_from', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), help_text='A digest of each that was there.', size=None)),
                ('written', models.TextField()),
            ],
        ),
        migrations.RunSQL('ALTER TABLE articles_feeditem SET UNLOGGED', migrations.RunSQL.noop),
    ]
