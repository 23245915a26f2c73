"""The kinds of pages: one a module, each a function from an edition to its pages."""
