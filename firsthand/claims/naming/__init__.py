"""Who and what an article names, and whom its other words stand for."""
