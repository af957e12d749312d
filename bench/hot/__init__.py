"""What a story costs that somebody has read before in this edition, beside the least that the same servers can do."""
