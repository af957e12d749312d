# Profiles were plain text, a paragraph a line. From here on they are HTML in the schema of bodies.

from html import escape

from django.db import migrations

COLUMNS = ('profile_en', 'profile_es')


def as_paragraphs(text):
    lines = (line.strip() for line in text.splitlines())
    return ''.join(f'<p>{escape(line, quote=False)}</p>' for line in lines if line)


def write_as_html(apps, schema_editor):
    for name in ('Country', 'Topic'):
        model = apps.get_model('articles', name)
        for pk, *texts in model.objects.values_list('pk', *COLUMNS):
            plain = {
                column: as_paragraphs(text)
                for column, text in zip(COLUMNS, texts)
                if text and not text.lstrip().startswith('<')
            }
            if plain:
                model.objects.filter(pk=pk).update(**plain)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_profiles_are_reviewed'),
    ]

    operations = [
        migrations.RunPython(write_as_html, migrations.RunPython.noop),
    ]
