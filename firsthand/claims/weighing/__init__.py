"""What a sentence is worth checking for: signs, learned weights, kinds, reasons in words."""
