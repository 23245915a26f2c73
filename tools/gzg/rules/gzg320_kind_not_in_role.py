"""GZG320: an organisation of a kind that the call does not allow in its role."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG320")
