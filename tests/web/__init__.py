"""A small web of a few sites on loopback: a transcript, who misquotes it, who copies that, and odd neighbours."""
