"""The published catalogue: pages as values, written as Markdown, built and made searchable."""
