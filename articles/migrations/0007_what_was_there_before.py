# Pictures in the library before rights were asked for count as cleared; drafts get the slug of their newest revision.

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_workflow'),
    ]

    operations = [
        migrations.RunSQL('UPDATE articles_image SET cleared = true', migrations.RunSQL.noop),
        migrations.RunSQL(
            "UPDATE articles_draft d SET slug = coalesce(r.snapshot->>'slug', '')"
            ' FROM articles_revision r WHERE r.id = d.head_id',
            migrations.RunSQL.noop,
        ),
    ]
