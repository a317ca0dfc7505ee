"""Proof as values: where words stand in a captured text, how a quotation differs from it, how figures compare."""
