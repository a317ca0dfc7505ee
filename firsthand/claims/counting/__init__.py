"""Numbers in words and digits, what they count, and which are no figures."""
