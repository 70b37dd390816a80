"""How much the rules remember of what they read, so that an edit has one text read anew."""

TEXTS = 2_048
"""Of each kind. A hundred projects have about as many; a day of edits fills it and no more."""
