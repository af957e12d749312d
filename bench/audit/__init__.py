"""`make audit`: the demonstration edition as nginx serves it, judged by tools that others wrote, in one table."""
