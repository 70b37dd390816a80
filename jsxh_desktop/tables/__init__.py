"""The public tables (公开表) as figures: which rows and columns, and what stands where."""
