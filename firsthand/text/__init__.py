"""From bytes to text with offsets that hold: reading, segmentation, normalisation. Pure functions."""
