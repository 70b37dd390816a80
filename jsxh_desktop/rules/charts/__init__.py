"""D: figures in charts."""
