"""A and B: within the public tables, between them, and with the year before."""
