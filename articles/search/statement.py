"""A statement of SQL under construction: conditions on a document `d`, and the values that they are about."""

from typing import Any

from articles.search.resolving import Reading


class Statement:
    """Every value goes in as a parameter; only our own words are in the text."""

    def __init__(self, **parameters: Any) -> None:
        self.parameters = parameters
        self.text = ""
        #: The rows that are counted as answers.
        self.matched = "matched"
        self._conditions = ["d.language = %(language)s"]

    def keep(self, value: Any) -> str:
        """The place of a value in the text."""
        name = f"kept{len(self.parameters)}"
        self.parameters[name] = value
        return f"%({name})s"

    def only(self, condition: str) -> None:
        """Leave only documents of which this is true."""
        self._conditions.append(condition)

    @property
    def where(self) -> str:
        return " AND ".join(self._conditions)

    @property
    def is_narrowed(self) -> bool:
        return self.narrowed_by_more_than(0)

    def narrowed_by_more_than(self, number: int) -> bool:
        """Whether there are more conditions than these and the language."""
        return len(self._conditions) > number + 1

    def holds(self, reading: Reading, *, phrases: bool = True) -> str:
        """The condition that a document holds a word, or all words of a phrase; with `phrases`, that they stand together."""
        # OFFSET keeps this a look at one document's postings: as a join, all postings of a common word would be read.
        held = [
            "EXISTS (SELECT 1 FROM articles_searchposting x WHERE x.document = d.id"
            f" AND x.term = ANY({self.keep(list(slot))}::bigint[]) OFFSET 0)"
            for slot in reading.slots
        ]
        return " AND ".join([*held, self.stands(reading)] if phrases else held)

    def stands(self, reading: Reading) -> str:
        """The condition that the words of a phrase stand together."""
        if not reading.phrase or len(reading.slots) < 2:
            return "true"
        return f"d.vector @@ phraseto_tsquery(%(config)s::regconfig, {self.keep(reading.phrase)})"
