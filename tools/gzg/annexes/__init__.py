"""What stands in an annex that should not be there: names, positions, signatures, programs.

Somebody else made the file, so it is read in a process of its own with bounds on time and memory.
`inspection` is the only door. Nothing here says what a fault weighs or how a person reads of it:
that is for rules and their cards.
"""
