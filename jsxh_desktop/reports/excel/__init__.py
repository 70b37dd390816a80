"""Excel files: tables as they print, and what was entered as lists a program reads back."""
