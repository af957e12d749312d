# An outage never brings back what was taken away: the edition knows its floor.

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from articles.migrations._floor import FLOOR, NO_FLOOR


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0012_related_content'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='floor',
            field=models.BigIntegerField(db_default=0, help_text='The last edition that took something away: no page from before it may be shown again.'),
        ),
        migrations.RunSQL(FLOOR, NO_FLOOR),
        pgtrigger.migrations.AddTrigger(
            model_name='announcement',
            trigger=pgtrigger.compiler.Trigger(name='floor_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='IF EXISTS (SELECT r.id FROM old_rows r WHERE r.published EXCEPT SELECT r.id FROM new_rows r WHERE r.published) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;', hash='d7ca47c6d830ffdfb5ecc7b51362dd7316846fac', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_floor_update_3d9b8', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_announcement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='announcement',
            trigger=pgtrigger.compiler.Trigger(name='floor_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='IF EXISTS (SELECT 1 FROM old_rows r WHERE r.published) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;', hash='a250d397212c886b1e2183466c12d90743d08c1e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_floor_delete_031c9', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_announcement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='announcement',
            trigger=pgtrigger.compiler.Trigger(name='floor_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_raise_floor(); RETURN NULL;', hash='a30eee4fa13484a195e94ccfdb1e537517b4d570', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_floor_truncate_5414a', table='articles_announcement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='floor_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT r.id FROM old_rows r WHERE r.state = 'live' EXCEPT SELECT r.id FROM new_rows r WHERE r.state = 'live') THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;", hash='960b32f9e83e4fec818e6a4ec2f9f9fef75ad028', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_floor_update_12a1b', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='floor_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE r.state = 'live') THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;", hash='e6148b407fd0440db0d71a47b2c5ed8e1e669f04', level='STATEMENT', operation='DELETE', pgid='pgtrigger_floor_delete_d4325', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='floor_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_raise_floor(); RETURN NULL;', hash='246e7ee75146da73dbae7737ea6f4705016b2791', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_floor_truncate_a9476', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='author',
            trigger=pgtrigger.compiler.Trigger(name='floor_update', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT r.id FROM old_rows r WHERE NOT r.protected AND EXISTS (SELECT 1 FROM articles_byline b JOIN articles_article a ON a.id = b.article_id WHERE b.author_id = r.id AND a.state = 'live') EXCEPT SELECT r.id FROM new_rows r WHERE NOT r.protected AND EXISTS (SELECT 1 FROM articles_byline b JOIN articles_article a ON a.id = b.article_id WHERE b.author_id = r.id AND a.state = 'live')) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;", hash='4fe7a256ef0450cfb8bb4194f6901a5911e1a731', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_floor_update_b5471', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_author', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='author',
            trigger=pgtrigger.compiler.Trigger(name='floor_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE NOT r.protected AND EXISTS (SELECT 1 FROM articles_byline b JOIN articles_article a ON a.id = b.article_id WHERE b.author_id = r.id AND a.state = 'live')) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;", hash='071e0b19c5b9b10728e11c987735eac9d8f116fb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_floor_delete_bfd9f', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_author', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='author',
            trigger=pgtrigger.compiler.Trigger(name='floor_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_raise_floor(); RETURN NULL;', hash='8437ec38ed8c7f79508e0026d41a3a79c12c9d7a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_floor_truncate_5999d', table='articles_author', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='floor_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;", hash='1497c4cf906628a4f3b13c314b5484c7a2896361', level='STATEMENT', operation='DELETE', pgid='pgtrigger_floor_delete_2762b', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='floor_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_raise_floor(); RETURN NULL;', hash='6ba8fe69736b3470201f5806f0c65f252acd327d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_floor_truncate_431f5', table='articles_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='image',
            trigger=pgtrigger.compiler.Trigger(name='floor_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='IF EXISTS (SELECT 1 FROM old_rows r WHERE EXISTS (SELECT 1 FROM articles_article a WHERE a.lead_image_id = r.id AND a.state = \'live\') OR EXISTS (SELECT 1 FROM articles_author a WHERE a.photo_id = r.id) OR EXISTS (SELECT 1 FROM (SELECT body FROM articles_article WHERE state = \'live\' UNION ALL SELECT body FROM articles_page WHERE published UNION ALL SELECT body FROM articles_announcement WHERE published UNION ALL SELECT concat(profile_en, profile_es) FROM articles_country UNION ALL SELECT concat(profile_en, profile_es) FROM articles_topic) texts WHERE strpos(texts.body, \'data-image="\' || r.id || \'"\') > 0)) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;', hash='55a8972cb1291d2d3598490e1ccf49a9cc980a2c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_floor_delete_316c0', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_image', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='image',
            trigger=pgtrigger.compiler.Trigger(name='floor_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_raise_floor(); RETURN NULL;', hash='09fb5b125f3bddf4d7072784cb7ba5dfcd264895', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_floor_truncate_82baf', table='articles_image', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='page',
            trigger=pgtrigger.compiler.Trigger(name='floor_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='IF EXISTS (SELECT r.id FROM old_rows r WHERE r.published EXCEPT SELECT r.id FROM new_rows r WHERE r.published) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;', hash='c3650156f054278c88c1a94e9dfeb8177e8d5301', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_floor_update_6cbd3', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_page', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='page',
            trigger=pgtrigger.compiler.Trigger(name='floor_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='IF EXISTS (SELECT 1 FROM old_rows r WHERE r.published) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;', hash='105471cd2a421ddd38522bf5a601d409e6b9135a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_floor_delete_7c682', referencing='REFERENCING OLD TABLE AS old_rows ', table='articles_page', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='page',
            trigger=pgtrigger.compiler.Trigger(name='floor_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM articles_raise_floor(); RETURN NULL;', hash='1ba3ebde98e30b9da2cb32d31efcfb7817d4aa71', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_floor_truncate_b5823', table='articles_page', when='AFTER')),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='page',
            name='edition_update',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='page',
            trigger=pgtrigger.compiler.Trigger(name='edition_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='IF EXISTS ((SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE r.published EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE r.published) UNION ALL (SELECT to_jsonb(r) - ARRAY[]::text[] FROM old_rows r WHERE r.published EXCEPT ALL SELECT to_jsonb(r) - ARRAY[]::text[] FROM new_rows r WHERE r.published)) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;', hash='2403abbf958863d5367dfafabdd3892740c5068b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_edition_update_b7faf', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='articles_page', when='AFTER')),
        ),
    ]
