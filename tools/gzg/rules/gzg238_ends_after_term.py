"""GZG238: a project that would end after the last day that the call allows."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG238")
