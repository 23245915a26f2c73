"""The talk with a forge, here GitHub: what its workflows ask and say around a verdict.

What a verdict is, is not decided here: that is `intake`. `api`, `answers`, `finding`, `started`,
`tell`, `words` and `issue_put` use the standard library alone, because `tell` and `issue_put` run
with a token that may write, where nothing is installed that they do not need.
"""
