"""GZG247: a role that is only for records made from sources."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG247")
