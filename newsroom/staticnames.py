"""Addresses of static files: hashed once by `collectstatic`, then the same for as long as a process lives."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class RememberingStorage(CompressedManifestStaticFilesStorage):
    """Remembers the address of each file: pages name the same dozen again and again."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """The address of a file by its plain name. Raises ValueError for one that was not collected."""
        if name not in self._addresses:
            self._addresses[name] = super().url(name, force)
        return self._addresses[name]
