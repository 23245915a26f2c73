"""GZG321: too few local governments beside the lead."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG321")
