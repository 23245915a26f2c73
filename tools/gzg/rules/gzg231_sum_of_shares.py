"""GZG231: shares that are not the amount requested together."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG231")
