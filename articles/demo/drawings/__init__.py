"""The pictures of the demonstration edition, painted with Pillow when the edition is built.

Every picture is a pure function of its key.
"""

from .catalogue import DRAWINGS, paint

__all__ = ["DRAWINGS", "paint"]
