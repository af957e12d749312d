"""Measuring the site: corpora of any size, and what pages cost on them. Not part of the running site."""
