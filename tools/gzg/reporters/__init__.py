"""Reports as text for a person and as data for a program; one format a module."""
