"""GZG240: a project that would begin before its call opened."""

from gzg.diagnostics import Severity
from gzg.rules.from_call import call_rule

RULE = call_rule("GZG240", Severity.WARNING)
