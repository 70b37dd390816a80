"""A filing as blocks of text, tables and figures."""
