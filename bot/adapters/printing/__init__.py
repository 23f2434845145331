"""PDF pages, set without network: templates, fonts, and what fills them."""
