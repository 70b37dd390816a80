"""The texts to be read: what fields hold and what the document prints, page by page."""
