# What a section has about a country and what was put right are listed by the archive's own counts.

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from articles.migrations._shelves import FEWER_SHELVES, MORE_SHELVES


def file_anew(apps, schema_editor):
    # An archive that has stories gets a new edition with its new lists, before anything else is altered.
    schema_editor.execute('SELECT articles_refile()')
    schema_editor.execute('SET CONSTRAINTS ALL IMMEDIATE')
    schema_editor.execute('SET CONSTRAINTS ALL DEFERRED')


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_the_floor_of_an_edition'),
    ]

    operations = [
        migrations.AlterField(
            model_name='filing',
            name='kind',
            field=models.CharField(choices=[('all', 'All'), ('section', 'Section'), ('country', 'Country'), ('topic', 'Topic'), ('author', 'Author'), ('tag', 'Tag'), ('country_topic', 'Country Topic'), ('country_section', 'Country Section'), ('corrected', 'Corrected')], max_length=16),
        ),
        migrations.AddIndex(
            model_name='announcement',
            index=models.Index(condition=models.Q(('published', True)), fields=['language', '-date', '-id'], name='public_announcements_by_date'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='filing_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='41c3edd6897dc8a6db0df782cd337d25d9c19921', level='STATEMENT', operation='INSERT', pgid='pgtrigger_filing_insert_31749', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ((SELECT story FROM (SELECT r.article_id AS story, ROW(r.made_at) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, ROW(r.made_at) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION (SELECT story FROM (SELECT r.article_id AS story, ROW(r.made_at) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, ROW(r.made_at) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='2bc2041b0d61937aadcabe55047fdc0e5753e91e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_26191', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='filing_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='e9d5f2178717563f449ee16d2bb0f4a2c5de7362', level='STATEMENT', operation='DELETE', pgid='pgtrigger_filing_delete_5b6dc', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_correction', when='AFTER')),
        ),
        migrations.RunPython(migrations.RunPython.noop, file_anew),
        migrations.RunSQL(MORE_SHELVES, FEWER_SHELVES),
        migrations.RunPython(file_anew, migrations.RunPython.noop),
    ]
