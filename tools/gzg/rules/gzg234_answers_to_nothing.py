"""GZG234: answers to advice on an earlier dossier that is not named."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG234")
