"""C29–C38: what is told of the unit and its work more than once."""
