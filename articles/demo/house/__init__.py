"""The invented house behind the demonstration edition, in both languages.

No newsroom of this name is known to us, its people do not exist and its mail domain is a reserved one. What
the profiles say of countries, treaties and organisations is public and documented.
"""

from .announcements import ANNOUNCEMENTS
from .countries import COUNTRIES
from .masthead import HOUSE
from .pages import PAGES
from .people import AUTHORS
from .sections import SECTIONS
from .topics import TOPICS

__all__ = ["ANNOUNCEMENTS", "AUTHORS", "COUNTRIES", "HOUSE", "PAGES", "SECTIONS", "TOPICS"]
