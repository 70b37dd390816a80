"""G: numbering, marks, words, names."""
