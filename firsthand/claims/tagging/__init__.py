"""The learned tagger: paragraphs in, spans of speakers, cues and contents out."""
