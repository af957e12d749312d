"""Pages kept by edition: every page at nearly the cost of a plain file, and never a stale one. See docs/caching.md."""
