"""GZG246: a body that decided after the agreement was signed."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG246")
