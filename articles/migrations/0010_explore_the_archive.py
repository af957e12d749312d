# Where each story stands in the archive, kept and counted by the database; key facts of countries and topics.

import articles.models.taxonomy
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from articles.migrations._filing import FILING, NO_FILING


def file_what_is_there(apps, schema_editor):
    apps.get_model('articles', 'Calendar').objects.create(id=1, zone=settings.TIME_ZONE)
    schema_editor.execute('SELECT articles_refile()')


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_search_finds_everything'),
    ]

    operations = [
        migrations.CreateModel(
            name='Calendar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('zone', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Filing',
            fields=[
                ('pk', models.CompositePrimaryKey('language', 'kind', 'key', 'other', 'published_at', 'article_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=2)),
                ('kind', models.CharField(choices=[('all', 'All'), ('section', 'Section'), ('country', 'Country'), ('topic', 'Topic'), ('author', 'Author'), ('tag', 'Tag'), ('country_topic', 'Country Topic')], max_length=14)),
                ('key', models.BigIntegerField()),
                ('other', models.BigIntegerField(default=0)),
                ('published_at', models.DateTimeField()),
                ('article', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='filings', to='articles.article')),
            ],
        ),
        migrations.CreateModel(
            name='FilingCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=2)),
                ('kind', models.CharField(max_length=16)),
                ('key', models.BigIntegerField()),
                ('other', models.BigIntegerField(default=0)),
                ('month', models.DateField(help_text='Its first day; empty for all months together.', null=True)),
                ('stories', models.IntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='country',
            name='facts',
            field=models.TextField(blank=True, help_text='One a line, label and value: “Capital: Tegucigalpa”.', validators=[articles.models.taxonomy.fact_in_each_line], verbose_name='key facts'),
        ),
        migrations.AddField(
            model_name='country',
            name='facts_en',
            field=models.TextField(blank=True, help_text='One a line, label and value: “Capital: Tegucigalpa”.', null=True, validators=[articles.models.taxonomy.fact_in_each_line], verbose_name='key facts'),
        ),
        migrations.AddField(
            model_name='country',
            name='facts_es',
            field=models.TextField(blank=True, help_text='One a line, label and value: “Capital: Tegucigalpa”.', null=True, validators=[articles.models.taxonomy.fact_in_each_line], verbose_name='key facts'),
        ),
        migrations.AddField(
            model_name='topic',
            name='facts',
            field=models.TextField(blank=True, help_text='One a line, label and value: “Capital: Tegucigalpa”.', validators=[articles.models.taxonomy.fact_in_each_line], verbose_name='key facts'),
        ),
        migrations.AddField(
            model_name='topic',
            name='facts_en',
            field=models.TextField(blank=True, help_text='One a line, label and value: “Capital: Tegucigalpa”.', null=True, validators=[articles.models.taxonomy.fact_in_each_line], verbose_name='key facts'),
        ),
        migrations.AddField(
            model_name='topic',
            name='facts_es',
            field=models.TextField(blank=True, help_text='One a line, label and value: “Capital: Tegucigalpa”.', null=True, validators=[articles.models.taxonomy.fact_in_each_line], verbose_name='key facts'),
        ),
        migrations.RunSQL(FILING, NO_FILING),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='filing_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.id FROM new_rows r WHERE r.state = 'live') s ON CONFLICT DO NOTHING; RETURN NULL;", hash='175d7e35d069a74a4ffbde93053bc53bc6148ca0', level='STATEMENT', operation='INSERT', pgid='pgtrigger_filing_insert_33685', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ((SELECT story FROM (SELECT r.id AS story, ROW(r.language, r.section_id, r.published_at) AS row FROM new_rows r WHERE r.state = 'live' EXCEPT SELECT r.id, ROW(r.language, r.section_id, r.published_at) FROM old_rows r WHERE r.state = 'live') d) UNION (SELECT story FROM (SELECT r.id AS story, ROW(r.language, r.section_id, r.published_at) AS row FROM old_rows r WHERE r.state = 'live' EXCEPT SELECT r.id, ROW(r.language, r.section_id, r.published_at) FROM new_rows r WHERE r.state = 'live') d)) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='111bcc838f065b339bce927e0c48db79cca6e8de', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_bc543', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='filing_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.id FROM old_rows r WHERE r.state = 'live') s ON CONFLICT DO NOTHING; RETURN NULL;", hash='90a1c98129dbbd9f92c870aad4564c0bd1663012', level='STATEMENT', operation='DELETE', pgid='pgtrigger_filing_delete_87062', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articlecountry',
            trigger=pgtrigger.compiler.Trigger(name='filing_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='a026311799259828aeea0a4e464076b0a8e8522b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_filing_insert_3b01c', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_articlecountry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articlecountry',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ((SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION (SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='7fdea27deb55c53f537eb83230a9e86b1044405c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_76f78', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_articlecountry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articlecountry',
            trigger=pgtrigger.compiler.Trigger(name='filing_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='93ddcaa7941cd14d54b878a46f845f8a043f8838', level='STATEMENT', operation='DELETE', pgid='pgtrigger_filing_delete_a42e3', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_articlecountry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletag',
            trigger=pgtrigger.compiler.Trigger(name='filing_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='f8e148da00fdccb0a6916c74b5562cb368a12ee2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_filing_insert_269df', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_articletag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletag',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ((SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION (SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='e02976a2328105848e5925cdff6c1ae86702c90e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_c3d28', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_articletag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletag',
            trigger=pgtrigger.compiler.Trigger(name='filing_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='1264565e359f6ca590310cec878ef124f9429807', level='STATEMENT', operation='DELETE', pgid='pgtrigger_filing_delete_97e6c', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_articletag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletopic',
            trigger=pgtrigger.compiler.Trigger(name='filing_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='3c3ec858ecbff3cc86b3594633a1cfcbb8cdace0', level='STATEMENT', operation='INSERT', pgid='pgtrigger_filing_insert_b30b9', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_articletopic', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletopic',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ((SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION (SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='ed583cb4b79cc02de8da3c5ea6db156951a68dab', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_c3079', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_articletopic', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletopic',
            trigger=pgtrigger.compiler.Trigger(name='filing_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='77fdb5b71af3689e4535dad1c908f193176bf002', level='STATEMENT', operation='DELETE', pgid='pgtrigger_filing_delete_65384', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_articletopic', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='byline',
            trigger=pgtrigger.compiler.Trigger(name='filing_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='73cedee7fcfefa09996582add01f779e1101c2fd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_filing_insert_a3aa6', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_byline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='byline',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ((SELECT story FROM (SELECT r.article_id AS story, ROW(r.author_id) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, ROW(r.author_id) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION (SELECT story FROM (SELECT r.article_id AS story, ROW(r.author_id) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, ROW(r.author_id) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='208e003b9cb14b5ff6fda928358c2f7480dc2b8e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_41845', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_byline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='byline',
            trigger=pgtrigger.compiler.Trigger(name='filing_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT r.article_id FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='5cfc5d8261b3aae4b5c75e93ddd3af0856563537', level='STATEMENT', operation='DELETE', pgid='pgtrigger_filing_delete_b74ac', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_byline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='filing_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM (SELECT a.id FROM new_rows n JOIN old_rows o USING (id) JOIN articles_article a ON a.section_id = n.id WHERE a.state = 'live' AND n.parent_id IS DISTINCT FROM o.parent_id) s ON CONFLICT DO NOTHING; RETURN NULL;", hash='09fb9f6bc4ef34400fcf3fa09778d5453b9e10f3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_filing_update_64692', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_section', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='calendar',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='calendar_is_one_row'),
        ),
        migrations.AddIndex(
            model_name='filingcount',
            index=models.Index(condition=models.Q(('month__isnull', True)), fields=['language', 'kind', 'key'], name='counts_of_all_months'),
        ),
        migrations.AddIndex(
            model_name='filingcount',
            index=models.Index(condition=models.Q(('month__isnull', True)), fields=['language', 'kind', 'other'], name='counts_by_the_other'),
        ),
        migrations.AddConstraint(
            model_name='filingcount',
            constraint=models.UniqueConstraint(fields=('language', 'kind', 'key', 'other', 'month'), name='a_shelf_is_counted_once', nulls_distinct=False),
        ),
        migrations.RunPython(file_what_is_there, migrations.RunPython.noop),
    ]
