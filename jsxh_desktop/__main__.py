"""Starts the program: python -m jsxh_desktop."""

from jsxh_desktop.app.main import main

main()
