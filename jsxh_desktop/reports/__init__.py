"""Blocks as printed pages."""
