"""The outcome of a check, ready for a reporter: diagnostics with their words, and a summary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gzg.diagnostics import Diagnostic, Severity, Span
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.rules.card import card_of
from gzg.texts import Language
from gzg.texts.formats import filled


def site_of(catalogue: Catalogue) -> str:
    """The address that the rules' pages lie under, empty where the programme has none yet."""
    programme = catalogue.programme
    return (programme.addresses.site if programme else None) or ""


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

    `site` is that of `site_of`. `left_out` are diagnostics that were found but not asked for: no
    report shows them, but what they say is personal is covered wherever a line is shown.
    """

    diagnostics: tuple[Diagnostic, ...]
    repository: Repository
    records: int
    site: str = ""
    left_out: tuple[Diagnostic, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(1 for each in self.diagnostics if each.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a merge."""
        return self.count(Severity.ERROR) > 0

    @cached_property
    def personal(self) -> Mapping[tuple[str, int], tuple[Span, ...]]:
        """Path and line → the stretches in it that no report may repeat."""
        found: dict[tuple[str, int], tuple[Span, ...]] = {}
        for each in (*self.diagnostics, *self.left_out):
            if "masked" in each.values:
                place = (each.path, each.span.line)
                found[place] = (*found.get(place, ()), each.span)
        return found

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
    """The address of a rule's page; from the root of the site where the site has no address."""
    folder = {Language.NL: "regels", Language.EN: "en/rules"}[language]
    return f"{site.rstrip('/')}/{folder}/{code}/"
