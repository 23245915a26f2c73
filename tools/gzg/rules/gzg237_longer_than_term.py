"""GZG237: a project that would take longer than the call allows."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG237")
