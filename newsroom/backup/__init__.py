"""Backup and restore: the whole site, database and media, in one checksummed file.

`archive` and `manifest` say what the file is; `tables`, `loading`, `schema` and `media` read and write the site;
`saving`, `restoring` and `rehearsing` are the three deeds. Why it is built this way: docs/decisions/0005-backups.md.
"""


class BackupError(Exception):
    """A backup or restore that was not done, or not wholly; the message is for the person who asked for it."""


def in_words(size: int) -> str:
    """A number of bytes as people say it: `812 bytes`, `4.2 MB`."""
    if size < 1000:
        return f"{size} bytes"
    amount = float(size)
    for unit in ("kB", "MB", "GB"):
        amount /= 1000
        if amount < 999.95:
            return f"{amount:.1f} {unit}"
    return f"{amount / 1000:.1f} TB"
