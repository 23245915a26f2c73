"""A new programme: the files of a small, made-up one, and how they come into a folder.

Nothing of the programme that this repository holds is in it.
"""
