"""What an article claims: who said what, what is worth checking, what it counts and when. Pure functions."""
