"""The countries, with profiles of public and documented facts, a file for each region."""

from articles.demo.shapes import Country

from .andes import ANDES
from .islands import ISLANDS
from .isthmus import ISTHMUS
from .north import NORTH
from .south import SOUTH

COUNTRIES: tuple[Country, ...] = (*ANDES, *ISLANDS, *ISTHMUS, *NORTH, *SOUTH)

__all__ = ["COUNTRIES"]
