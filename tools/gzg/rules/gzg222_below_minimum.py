"""GZG222: a dossier that asks less than its call gives."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG222")
