"""The pages of the current edition, in the memory of one process, within a bound."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from newsroom.pagecache.pages import Page

#: The share of ways and refusals: there are as many addresses without a page as anybody cares to think of.
_OTHERS_SHARE = 16

#: No page may take more than this share.
_LARGEST_SHARE = 8


class Row(OrderedDict[str, Page]):
    """Pages by address within a bound of bytes. Who was asked for since it was last looked at stays for another round.

    So a robot that reads every story once pushes out what nobody reads, and not the front page.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self.weight = most, 0

    def put(self, page: Page) -> None:
        replaced = self.pop(page.path, None)
        self.weight += page.weight - (replaced.weight if replaced else 0)
        self[page.path] = page
        while self.weight > self.most:
            path, oldest = self.popitem(last=False)
            if oldest.asked:
                oldest.asked = False
                self[path] = oldest
            else:
                self.weight -= oldest.weight


class Shelf:
    """What is kept of one edition: pages, and apart from them redirects and what isn't there."""

    def __init__(self, place: str, most: int) -> None:
        self.place = place
        self.pages = Row(most - most // _OTHERS_SHARE)
        self.others = Row(most // _OTHERS_SHARE)


class Memory:
    """At most `most` bytes of pages. `shown` says the place of the current edition; another edition's pages go at once."""

    def __init__(self, most: int, shown: Callable[[], str]) -> None:
        self._most, self._shown, self._lock = most, shown, Lock()
        self.shelf = Shelf("", most)

    def keep(self, page: Page) -> None:
        """Keep the page if it belongs to the current edition."""
        if page.weight > self._most // _LARGEST_SHARE:
            return
        with self._lock:
            if not page.place or page.place != self._shown():
                return
            if page.place != self.shelf.place:
                self.shelf = Shelf(page.place, self._most)
            row = self.shelf.pages if page.status in (200, 410) else self.shelf.others
            row.put(page)

    def find(self, path: str) -> Page | None:
        """The page at this address in the edition of the shelf, which is not to be sent before that is compared."""
        return self.shelf.pages.get(path) or self.shelf.others.get(path)
