"""Which parts of an article become drafts."""
