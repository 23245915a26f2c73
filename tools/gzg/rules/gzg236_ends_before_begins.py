"""GZG236: a project that would end before it begins."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG236")
