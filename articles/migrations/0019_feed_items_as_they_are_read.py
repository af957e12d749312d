"""Items of feeds are kept uncompressed: thirty are read at once, and to unpack them took a good part of the query of a feed.

Items that are there already stay compressed until they are written anew, as all are after an upgrade.
"""

from django.db import migrations

_STORED = "ALTER TABLE articles_feeditem ALTER COLUMN written SET STORAGE"


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_counts_in_their_indexes")]

    operations = [migrations.RunSQL(f"{_STORED} EXTERNAL", f"{_STORED} EXTENDED")]
