"""GZG230: a party whose costs are not its share and its contribution."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG230")
