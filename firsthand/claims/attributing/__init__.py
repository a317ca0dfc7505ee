"""What attributions rest on beside the tagger: who can speak, what it is to say, other languages."""
