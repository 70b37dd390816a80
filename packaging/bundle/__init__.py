"""Builds what is handed to a clerk: one tree with its own Python, packed for each platform."""
