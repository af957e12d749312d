"""The corpora that pages are measured with."""
