"""Blocks as a Word document, to be edited on and handed in."""
