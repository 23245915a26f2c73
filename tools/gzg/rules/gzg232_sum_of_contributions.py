"""GZG232: contributions that are not the whole own contribution together."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG232")
