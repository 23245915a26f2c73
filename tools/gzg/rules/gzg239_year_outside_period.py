"""GZG239: a cost in a year in which the project does not run."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG239")
