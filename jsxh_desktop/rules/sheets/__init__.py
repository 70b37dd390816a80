"""E: the self-evaluation sheets."""
