"""GZG227: a party whose share of the grant is not told."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG227")
