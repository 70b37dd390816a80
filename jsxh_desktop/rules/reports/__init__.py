"""F: the performance reports and what they cover."""
