"""The topics: themes, criminal actors and institutions, with profiles of public and documented facts."""

from articles.demo.shapes import Topic

from .force import FORCE
from .gangs import GANGS
from .justice import JUSTICE
from .land import LAND
from .money import MONEY
from .papers import PAPERS
from .people import PEOPLE
from .region import REGION
from .trades import TRADES

TOPICS: tuple[Topic, ...] = (
    *FORCE,
    *GANGS,
    *JUSTICE,
    *LAND,
    *MONEY,
    *PAPERS,
    *PEOPLE,
    *REGION,
    *TRADES,
)

__all__ = ["TOPICS"]
