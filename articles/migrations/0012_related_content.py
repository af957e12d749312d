# Lists of related stories that stand ready, what they are made from, and the marks of what has changed.

import articles.models.reals
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# The press makes their lists, little by little; `manage.py relate --all` does so at once.
MARK_ALL = "INSERT INTO articles_relatedmark (article_id) SELECT id FROM articles_article WHERE state = 'live' ORDER BY published_at"


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_what_drafts_use'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RelatedBan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='RelatedLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('score', articles.models.reals.RealField(help_text='What the two have in common.')),
                ('worth', articles.models.reals.RealField(help_text='The score, less what stories above it in this list say already.')),
                ('reasons', models.JSONField(default=dict, help_text='What they share, see articles.related.reasons.')),
                ('alike', models.JSONField(default=dict, help_text='How like it is to others in this list, by their keys.')),
            ],
        ),
        migrations.CreateModel(
            name='RelatedMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article_id', models.BigIntegerField()),
                ('spread', models.BooleanField(db_default=True, default=True)),
                ('tries', models.PositiveSmallIntegerField(db_default=0, default=0, help_text='How often that has failed.')),
            ],
        ),
        migrations.CreateModel(
            name='RelatedText',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='articles.article')),
                ('terms', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), help_text='Terms as in SearchPosting.', size=None)),
                ('weights', django.contrib.postgres.fields.ArrayField(base_field=articles.models.reals.RealField(), size=None)),
                ('headline', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), help_text='The terms of its headline.', size=None)),
                ('rarities', django.contrib.postgres.fields.ArrayField(base_field=articles.models.reals.RealField(), help_text='How rare each of these is.', size=None)),
            ],
        ),
        migrations.CreateModel(
            name='RelatedWord',
            fields=[
                ('term', models.BigIntegerField(primary_key=True, serialize=False)),
                ('documents', models.IntegerField()),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='related_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.id AS story FROM new_rows r WHERE r.state = 'live') s; RETURN NULL;", hash='4d5aa42f43dcc7318d69fd933d910b58d0b67b40', level='STATEMENT', operation='INSERT', pgid='pgtrigger_related_insert_d716c', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='related_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM ((SELECT story FROM (SELECT r.id AS story, ROW(r.language, r.kind, r.headline, r.dek, r.body, r.published_at, r.translation_key) AS row FROM new_rows r WHERE r.state = 'live' EXCEPT SELECT r.id, ROW(r.language, r.kind, r.headline, r.dek, r.body, r.published_at, r.translation_key) FROM old_rows r WHERE r.state = 'live') d) UNION ALL (SELECT story FROM (SELECT r.id AS story, ROW(r.language, r.kind, r.headline, r.dek, r.body, r.published_at, r.translation_key) AS row FROM old_rows r WHERE r.state = 'live' EXCEPT SELECT r.id, ROW(r.language, r.kind, r.headline, r.dek, r.body, r.published_at, r.translation_key) FROM new_rows r WHERE r.state = 'live') d)) s; RETURN NULL;", hash='fe4b6d62b77926ab12bc6a69b5996ba81fa058aa', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_related_update_6799f', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='related_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.id AS story FROM old_rows r WHERE r.state = 'live') s; RETURN NULL;", hash='070c762d05f8c4996732829992f8db2259d361e1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_related_delete_c9400', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articlecountry',
            trigger=pgtrigger.compiler.Trigger(name='related_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.article_id AS story FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s; RETURN NULL;", hash='caecc29e06419cf03e5a99f90b607294a8bb3c0c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_related_insert_d733f', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_articlecountry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articlecountry',
            trigger=pgtrigger.compiler.Trigger(name='related_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM ((SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION ALL (SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s; RETURN NULL;", hash='aed8a22e5bdc8a126016c85b49a74a2321e04671', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_related_update_139c0', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_articlecountry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articlecountry',
            trigger=pgtrigger.compiler.Trigger(name='related_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.article_id AS story FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s; RETURN NULL;", hash='2639b64a32966138a57c1fcacb8be6ce3549471b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_related_delete_4f1cb', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_articlecountry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletag',
            trigger=pgtrigger.compiler.Trigger(name='related_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.article_id AS story FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s; RETURN NULL;", hash='353647ee655b620cb241ff497afde756e76f2b3f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_related_insert_388ba', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_articletag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletag',
            trigger=pgtrigger.compiler.Trigger(name='related_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM ((SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION ALL (SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s; RETURN NULL;", hash='299ac8bf6c0893cc981fca3c4d5ae283c743061f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_related_update_befda', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_articletag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletag',
            trigger=pgtrigger.compiler.Trigger(name='related_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.article_id AS story FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s; RETURN NULL;", hash='293812cc800c859d6bd426f240edad9538adbce9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_related_delete_02001', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_articletag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletopic',
            trigger=pgtrigger.compiler.Trigger(name='related_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.article_id AS story FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s; RETURN NULL;", hash='761b389b878cf6042e94cd1c4d1c651bdfe4b18c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_related_insert_412c5', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_articletopic', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletopic',
            trigger=pgtrigger.compiler.Trigger(name='related_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM ((SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d) UNION ALL (SELECT story FROM (SELECT r.article_id AS story, to_jsonb(r) AS row FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT SELECT r.article_id, to_jsonb(r) FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) d)) s; RETURN NULL;", hash='cd938b5c5fa35a5c21801f3bea1d8ff5d3bd2896', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_related_update_ce342', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_articletopic', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='articletopic',
            trigger=pgtrigger.compiler.Trigger(name='related_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM (SELECT r.article_id AS story FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) s; RETURN NULL;", hash='d57b6556cec77398ddf3667fc7c6cd37b15bce38', level='STATEMENT', operation='DELETE', pgid='pgtrigger_related_delete_87300', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_articletopic', when='AFTER')),
        ),
        migrations.AddField(
            model_name='relatedban',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bans', to='articles.article'),
        ),
        migrations.AddField(
            model_name='relatedban',
            name='banned',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='banned_by', to='articles.article'),
        ),
        migrations.AddField(
            model_name='relatedban',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relatedlink',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='related_links', to='articles.article'),
        ),
        migrations.AddField(
            model_name='relatedlink',
            name='other',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.article'),
        ),
        migrations.AddIndex(
            model_name='relatedmark',
            index=models.Index(fields=['tries', 'id'], name='related_marks_in_turn'),
        ),
        migrations.AddConstraint(
            model_name='relatedban',
            constraint=models.UniqueConstraint(fields=('article', 'banned'), name='a_ban_once_on_a_story'),
        ),
        migrations.AddConstraint(
            model_name='relatedban',
            constraint=models.CheckConstraint(condition=models.Q(('article', models.F('banned')), _negated=True), name='a_story_does_not_ban_itself'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedban',
            trigger=pgtrigger.compiler.Trigger(name='edition_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='d3a64ffdc686322aa6d224c36f53404e94e5b6fe', level='STATEMENT', operation='INSERT', pgid='pgtrigger_edition_insert_1e5a7', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_relatedban', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedban',
            trigger=pgtrigger.compiler.Trigger(name='edition_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS ((SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) UNION ALL (SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live'))) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='fc68e197dec052eac285a596f881bcfc8e804731', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_edition_update_45d4c', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_relatedban', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedban',
            trigger=pgtrigger.compiler.Trigger(name='edition_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='76f503557684e42dfd5309cabcb879133fbb7d8f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_edition_delete_0f51f', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_relatedban', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedban',
            trigger=pgtrigger.compiler.Trigger(name='edition_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_mark_edition(); RETURN NULL;', hash='a43e7ac499f1988bcf61eeb13bded52ab13f2c0f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_edition_truncate_2fc36', table='articles_relatedban', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='relatedlink',
            index=models.Index(models.F('article'), models.OrderBy(models.F('worth'), descending=True), models.F('other'), name='related_links_in_order'),
        ),
        migrations.AddConstraint(
            model_name='relatedlink',
            constraint=models.UniqueConstraint(fields=('article', 'other'), name='a_related_story_once_in_a_list'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedlink',
            trigger=pgtrigger.compiler.Trigger(name='edition_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='63ea71cb9f7f2e7b5192319263fe2a6b974a8e64', level='STATEMENT', operation='INSERT', pgid='pgtrigger_edition_insert_32766', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_relatedlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedlink',
            trigger=pgtrigger.compiler.Trigger(name='edition_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS ((SELECT to_jsonb(r) - ARRAY['score', 'alike']::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY['score', 'alike']::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) UNION ALL (SELECT to_jsonb(r) - ARRAY['score', 'alike']::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY['score', 'alike']::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live'))) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='0274b7e5bdf46e97a294c012df84f3bf4ea0e7ba', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_edition_update_fa173', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_relatedlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedlink',
            trigger=pgtrigger.compiler.Trigger(name='edition_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='c50946e605c776bd2b964e46fc7f56f8dce1fefb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_edition_delete_a1cc3', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_relatedlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relatedlink',
            trigger=pgtrigger.compiler.Trigger(name='edition_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_mark_edition(); RETURN NULL;', hash='fa77f152b70f82d4bdcd0ad6d888f661d5371c3f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_edition_truncate_b472d', table='articles_relatedlink', when='AFTER')),
        ),
        migrations.RunSQL(MARK_ALL, migrations.RunSQL.noop),
    ]
