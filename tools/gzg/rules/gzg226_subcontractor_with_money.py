"""GZG226: a subcontractor with a share of the grant or a contribution."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG226")
