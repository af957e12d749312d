# Corrections, and what editors put on the front page.

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomeSlot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('es', 'Español')], max_length=2, verbose_name='language')),
                ('position', models.PositiveSmallIntegerField(help_text='0 is the story that leads, 1 to 7 stand below it. Free places go to the newest stories.', validators=[django.core.validators.MaxValueValidator(7)], verbose_name='place')),
                ('until', models.DateTimeField(blank=True, help_text='From then on the place is free again. Empty: until you change it.', null=True, verbose_name='until')),
                ('story', models.OneToOneField(error_messages={'unique': 'This story is on the front page already.'}, limit_choices_to={'state': 'live'}, on_delete=django.db.models.deletion.CASCADE, related_name='home_slot', to='articles.article', verbose_name='story')),
            ],
            options={
                'verbose_name': 'place on the front page',
                'verbose_name_plural': 'places on the front page',
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('correction', 'correction'), ('clarification', 'clarification'), ('update', 'update')], default='correction', help_text='A correction puts right what was wrong, a clarification what could be misread; an update adds what came later.', max_length=14, verbose_name='kind')),
                ('text', models.CharField(help_text='What the story said, and what is right. In the language of the story, as readers will see it.', max_length=600, verbose_name='text')),
                ('made_at', models.DateTimeField(editable=False, verbose_name='date')),
                ('article', models.ForeignKey(limit_choices_to={'state': 'live'}, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='articles.article', verbose_name='story')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'indexes': [models.Index(fields=['-made_at', '-id'], name='corrections_by_date')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['correction', 'clarification', 'update'])), name='correction_kind_is_known'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='correction_says_something')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='edition_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='db67f85e0b4a9c883c81bb80afb47be9c7a4483b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_edition_insert_6d87d', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='edition_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS ((SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) UNION ALL (SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live'))) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='044c00ab1b8ccbdc414b723ba01f31646ba6bfc9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_edition_update_75d89', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='edition_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='5a489b02f45d4a55be7d5a7d7c6ef8db6ebc4788', level='STATEMENT', operation='DELETE', pgid='pgtrigger_edition_delete_ac9d6', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='edition_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_mark_edition(); RETURN NULL;', hash='ad8f177849ba6633f74723fb9100412204f94239', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_edition_truncate_6b28d', table='articles_correction', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='homeslot',
            constraint=models.UniqueConstraint(fields=('language', 'position'), name='one_story_in_a_place', violation_error_message='Another story has this place. Move it or take it away first.'),
        ),
        migrations.AddConstraint(
            model_name='homeslot',
            constraint=models.CheckConstraint(condition=models.Q(('position__lte', 7)), name='a_place_is_on_the_page'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='homeslot',
            trigger=pgtrigger.compiler.Trigger(name='edition_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='76a3ab9dbb425f4f82ecfbcc6362a2753ba82f27', level='STATEMENT', operation='INSERT', pgid='pgtrigger_edition_insert_42329', referencing='REFERENCING NEW TABLE AS new_rows ', table='articles_homeslot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='homeslot',
            trigger=pgtrigger.compiler.Trigger(name='edition_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS ((SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live')) UNION ALL (SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live') EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live'))) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='b4230646b4e0cc4ca041c6b9156e3151d590a035', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_edition_update_c1cb1', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_homeslot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='homeslot',
            trigger=pgtrigger.compiler.Trigger(name='edition_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live')) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;", hash='e7003712f91bac46f1883f1964ee5064a86849b0', level='STATEMENT', operation='DELETE', pgid='pgtrigger_edition_delete_0bd3e', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_homeslot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='homeslot',
            trigger=pgtrigger.compiler.Trigger(name='edition_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_mark_edition(); RETURN NULL;', hash='48cf2b34d40a51a4f89cbbde62e4c8e8c13305a4', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_edition_truncate_c942c', table='articles_homeslot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='homeslot',
            trigger=pgtrigger.compiler.Trigger(name='in_the_language_of_its_story', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.language <> (SELECT a.language FROM articles_article a WHERE a.id = NEW.story_id) THEN RAISE EXCEPTION 'a story stands on the front page of its own language' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='110d72710469239cc7300309484730da1f074cc9', operation='INSERT OR UPDATE', pgid='pgtrigger_in_the_language_of_its_story_514d8', table='articles_homeslot', when='BEFORE')),
        ),
    ]
