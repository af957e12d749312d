"""The site as people meet it: in a real Chromium, against a server of its own."""
