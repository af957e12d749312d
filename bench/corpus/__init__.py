"""A newsroom's archive of any size, for measuring: the same rows for the same size, whoever builds it.

Stories go in by COPY, whole and in the states that an archive has: live, live with a newer draft, drafts, taken back. All
triggers and constraints of the database are on, so that a corpus can hold nothing that the site could not have written.
"""

#: Stories in one transaction; a story picks related stories among those before it in the same one.
BATCH = 2_000
