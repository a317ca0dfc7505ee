"""What was learned from annotated texts, as numbers; docs/models.md says from which and how to learn it again."""
