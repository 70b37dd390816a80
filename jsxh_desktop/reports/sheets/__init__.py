"""The layouts of the self-evaluation sheet; each module builds one of them."""
