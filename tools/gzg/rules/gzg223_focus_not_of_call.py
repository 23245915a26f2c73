"""GZG223: a focus that the call is not for."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG223")
