"""What texts say in figures: the reader of sentences and the names of figures."""
