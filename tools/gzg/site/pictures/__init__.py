"""The pictures of the site: SVG text made of values, with no knowledge of records and pages."""
