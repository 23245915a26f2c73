"""GZG235: an own contribution below the part that the call asks."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG235")
