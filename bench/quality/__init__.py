"""How good search is: public collections with human judgements, asked through the code path that the site uses.

The collections are no part of the project: SAMPLE_DATA names the folder that holds them in `search/`.
"""

#: As many answers are asked for as the longest measure looks at.
LENGTH = 100
