"""C01–C28: the figures and sections of the statements."""
