"""The corpora that pages are measured with, and the rules of the audit."""
