"""How much the rules remember of what they read, so that an edit has one text read anew."""

TEXTS = 2_048
"""For each way of reading: about as many as a hundred projects have."""
