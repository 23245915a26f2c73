"""GZG225: something that the call asks and the dossier does not have."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG225")
