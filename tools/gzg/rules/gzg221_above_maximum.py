"""GZG221: a dossier that asks more than its call gives."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG221")
