"""GZG233: costs that are not the amount requested and the own contribution together."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG233")
