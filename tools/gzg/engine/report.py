"""The outcome of a check, ready for a reporter: diagnostics with their words, and a summary."""

from collections.abc import Iterator
from dataclasses import dataclass

from gzg.diagnostics import Diagnostic, Severity
from gzg.repository.repository import Repository
from gzg.rules.card import card_of
from gzg.texts import Language
from gzg.texts.formats import filled


@dataclass(frozen=True)
class Worded:
    """A diagnostic in a person's language."""

    diagnostic: Diagnostic
    message: str
    remedy: str
    url: str


@dataclass(frozen=True)
class Report:
    """All diagnostics of one check, in order, and the files that they are about.

    `site` is the address that the rules' pages lie under; `/` where the programme has none yet.
    """

    diagnostics: tuple[Diagnostic, ...]
    repository: Repository
    records: int
    site: str = "/"

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(1 for each in self.diagnostics if each.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a merge."""
        return self.count(Severity.ERROR) > 0

    def worded(self, language: Language) -> Iterator[Worded]:
        """Every diagnostic with its card's sentences."""
        for diagnostic in self.diagnostics:
            text = card_of(diagnostic.code).texts[language]
            remedy = text.remedy_for(diagnostic.values)
            yield Worded(
                diagnostic,
                filled(text.message, diagnostic.values, language),
                filled(remedy, diagnostic.values, language),
                rule_url(self.site, diagnostic.code, language),
            )


def rule_url(site: str, code: str, language: Language) -> str:
    """The address of a rule's page."""
    folder = {Language.NL: "regels", Language.EN: "en/rules"}[language]
    return f"{site.rstrip('/')}/{folder}/{code}/"
