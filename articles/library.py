"""The image library's verbs: take a picture in, finish it in the background, say where it is used, let it go."""

from typing import IO

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles import jobs, renditions, uses
from articles.models import Image


class AlreadyThere(ValueError):
    """The same picture, to the last pixel, is in the library."""

    def __init__(self, image: Image) -> None:
        self.image = image
        super().__init__(_("This picture is in the library already, as number %(id)s.") % {"id": image.pk})


class InUse(ValueError):
    """A picture that stories or authors show can't be deleted."""


def read(upload: IO[bytes]) -> renditions.Ingested:
    """The clean original of an upload; nothing is written yet. Raises UnsafeImage or AlreadyThere."""
    original = renditions.ingest(upload)
    there = Image.objects.filter(file=renditions.stored_name(original.data, original.extension)).first()
    if there:
        raise AlreadyThere(there)
    return original


def add(image: Image, original: renditions.Ingested) -> Image:
    """Store a clean original with the renditions that pages need at once, and the row that describes it.

    If any of it fails, nothing is left: neither file nor row.
    """
    name = renditions.stored_name(original.data, original.extension)
    try:
        with transaction.atomic():
            renditions.store(default_storage, original)
            renditions.make_set(default_storage, name)
            image.file.name = name
            image.width, image.height = original.width, original.height
            image.save()
            jobs.enqueue("finish_image", image_id=image.pk)
    except BaseException:
        if not Image.objects.filter(file=name).exists():
            renditions.forget(default_storage, name)
        raise
    return image


def finish(image_id: int) -> None:
    """Make the formats that come later, and let pages use them. An image that is gone by now is no error."""
    image = Image.objects.filter(pk=image_id, has_avif=False).first()
    if image:
        renditions.make_set(default_storage, image.name, renditions.LATER)
        Image.objects.filter(pk=image_id).update(has_avif=True)


def complete(image: Image) -> list[str]:
    """Write the renditions of a picture that are missing, in every format. The names of those written.

    Raises FileNotFoundError when the original is gone.
    """
    written = renditions.make_set(default_storage, image.name, renditions.FORMATS)
    Image.objects.filter(pk=image.pk, has_avif=False).update(has_avif=True)
    return written


def remove(image: Image) -> None:
    """Delete a picture that nothing uses, with all its files. Raises InUse."""
    if uses.of(image):
        raise InUse(_("This picture is in use. Take it out of the stories first."))
    name = image.name
    image.delete()
    transaction.on_commit(lambda: renditions.forget(default_storage, name))
