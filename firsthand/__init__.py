"""What the desk does: it reads articles, drafts claims, compares them with sources, keeps the workflow."""
