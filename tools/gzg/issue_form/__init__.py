"""A dossier handed in by a form in an issue: the form, its text as a dossier, and the answer.

What comes in is a stranger's. Nothing of it is run, and what is said of it passes through
`reporters.markup`. The talk with the forge is for `forge`. `branch` and `proposal` use the standard
library alone, because what writes to the forge runs where nothing else is installed.
"""
