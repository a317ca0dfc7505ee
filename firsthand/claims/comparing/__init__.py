"""How far two statements make the same claim, and what sets them apart."""
