# Counts stand in their indexes: a list's shape, and the rows that one row meets most often, are read from there.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0017_feed_items'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='filingcount',
            name='a_shelf_is_counted_once',
        ),
        migrations.RemoveIndex(
            model_name='filingcount',
            name='counts_of_all_months',
        ),
        migrations.RemoveIndex(
            model_name='filingcount',
            name='counts_by_the_other',
        ),
        migrations.AddIndex(
            model_name='filingcount',
            index=models.Index(condition=models.Q(('month__isnull', True)), fields=['language', 'kind', 'key', '-stories', 'other'], name='counts_of_all_months'),
        ),
        migrations.AddIndex(
            model_name='filingcount',
            index=models.Index(condition=models.Q(('month__isnull', True)), fields=['language', 'kind', 'other', '-stories', 'key'], name='counts_by_the_other'),
        ),
        migrations.AddConstraint(
            model_name='filingcount',
            constraint=models.UniqueConstraint(fields=('language', 'kind', 'key', 'other', 'month'), include=('stories',), name='a_shelf_is_counted_once', nulls_distinct=False),
        ),
    ]
