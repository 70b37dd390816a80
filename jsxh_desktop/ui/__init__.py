"""The window: the only room with tkinter."""
