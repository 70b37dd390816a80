"""The public tables by kind; each module builds the grids of a few of them as Table blocks."""
