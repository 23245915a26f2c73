"""The talk with a forge, here GitHub: what its workflows ask and say around a verdict.

What a verdict is, is not decided here: that is `intake`. `api`, `answers`, `finding`, `tell` and
`words` use the standard library alone, because `tell` runs with a token that may write, where
nothing is installed that it does not need.
"""
