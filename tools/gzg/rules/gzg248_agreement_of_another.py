"""GZG248: an organisation in the agreement that is not in the consortium."""

from gzg.rules.from_call import call_rule

RULE = call_rule("GZG248")
