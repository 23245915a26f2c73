"""GZG229: a cost of an organisation that is not in the consortium."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG229")
