"""The typed, frozen records: what a programme, a call, a project and the others consist of.

Structure only: what one record says by itself. Whether a reference leads somewhere, or a sum is
right, is for the rules.
"""
