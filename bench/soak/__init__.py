"""A site under mixed load while it publishes: no reader may get an old page once the new one is out."""

import re

#: What the headlines of the stories that change carry: which story, and which version of it.
MARK = re.compile(rb"Soak story (\d+) version (\d+)")
