"""The pictures as functions from values to SVG."""
