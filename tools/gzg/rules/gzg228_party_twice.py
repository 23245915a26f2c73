"""GZG228: an organisation that is in the consortium twice."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG228")
