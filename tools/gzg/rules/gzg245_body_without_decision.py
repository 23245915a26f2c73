"""GZG245: a party whose body did not decide on the agreement."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG245")
