"""GZG224: a dossier with no lead, or with more than one."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG224")
