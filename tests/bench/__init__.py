"""Measures how fast gzg is, on generated records and beside tools that people know."""
