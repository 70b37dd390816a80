"""What is true of a disclosure, without a file or a window."""
