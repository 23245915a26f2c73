"""The accessibility statement: what the tests of gzg hold, and what the publisher filled in.

Its order is that of the model statement of the European Union (Implementing Decision 2018/1523).
A programme that writes its own, in `content/pages/accessibility.md`, has that in its place.
"""

from collections.abc import Iterator

from gzg.model.accessibility import AccessibilityStatement, Compliance
from gzg.model.kinds import Kind
from gzg.model.page import Page as FixedPage
from gzg.site.addresses import Section
from gzg.site.edition import Edition, id_in_address
from gzg.site.page import Data, Page, link
from gzg.site.pages.fixed import best_versions, fixed_page
from gzg.site.wording import day

OWN = "accessibility"
"""The id of the page that a programme writes instead."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page: the programme's own, else the generated one."""
    address = edition.address(Section.ACCESSIBILITY)
    for record in best_versions(edition, Kind.PAGE):
        if id_in_address(Kind.PAGE, record.id) == OWN and isinstance(record.model, FixedPage):
            yield fixed_page(edition, record, record.model, address, Section.ACCESSIBILITY)
            return
    programme = edition.catalogue.programme
    statement = programme.accessibility if programme else None
    yield Page(
        address=address,
        language=edition.language,
        title=edition.say("section.accessibility"),
        template="accessibility.html",
        section=Section.ACCESSIBILITY,
        record=_record(edition, statement or AccessibilityStatement()),
        crumbs=edition.crumbs(),
        changed=edition.changed("content/programme.yml"),
        source="content/programme.yml" if programme else "",
    )


def _record(edition: Edition, statement: AccessibilityStatement) -> Data:
    compliance = statement.compliance
    enforcement = edition.said(statement.enforcement)
    address = statement.enforcement_address
    return {
        "body": edition.said(statement.body),
        "law": edition.said(statement.law),
        "compliance": edition.say(f"accessibility.{compliance}") if compliance else None,
        "is_full": compliance is Compliance.FULL,
        "shortcomings": [edition.said(each) for each in statement.shortcomings],
        "prepared": day(edition, statement.prepared) if statement.prepared else None,
        "reviewed": day(edition, statement.reviewed) if statement.reviewed else None,
        "method": edition.label(statement.method) if statement.method else None,
        "enforcement": link(enforcement or address, address) if address else enforcement,
    }
