"""In and out: what the desk exchanges with others."""
