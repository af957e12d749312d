"""A newsroom's archive of any size, for measuring: the same rows for the same size, whoever builds it.

Stories go in by COPY, whole and in the states that an archive has: live, live with a newer draft, drafts, taken back. All
constraints of the database are on, so that a corpus can hold nothing that the site could not have written. What triggers would
derive from each row, postings and filings, the same functions derive from all rows at the end: that takes a tenth of the time.
"""

#: Stories in one transaction; a story picks related stories among those before it in the same one.
BATCH = 2_000
