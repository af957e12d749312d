"""What readers send, in numbers that a newsroom sees in years: a data set to measure lists on, and a load of posts."""

#: Of the data set.
VOTES, MESSAGES = 1_000_000, 100_000
