"""The accessibility statement: nothing in it that nobody filled in."""

from gzg.model.programme import Programme
from gzg.site.pages.kinds import all_pages
from gzg.texts import Language
from tests.rules.examples import smallest_files
from tests.site.programmes import edition, page_at

ADDRESS, ENGLISH = "toegankelijkheid/", "en/accessibility/"
PROGRAMME = "content/programme.yml"
STATEMENT = """\
accessibility:
  body: {nl: Dienst Voorbeeld, en: Example Service}
  law: {nl: Het voorbeelddecreet}
  compliance: partial
  shortcomings: [{nl: De kaart is met het toetsenbord niet te bedienen.}]
  prepared: 2024-05-01
  method: self-assessment
  enforcement: {nl: Ombudsdienst}
  enforcement_address: https://ombuds.voorbeeld.test/
"""


def filled_in() -> dict[str, str]:
    return {PROGRAMME: smallest_files()[PROGRAMME].decode() + STATEMENT}


def test_what_nobody_filled_in_is_absent() -> None:
    record = page_at(ADDRESS, edition()).record
    assert not any(record.values())


def test_what_the_publisher_filled_in_is_told_in_the_language_it_has() -> None:
    dutch = page_at(ADDRESS, edition(filled_in())).record
    english = page_at(ENGLISH, edition(filled_in(), language=Language.EN)).record
    assert (dutch["body"], english["body"]) == ("Dienst Voorbeeld", "Example Service")
    assert english["law"] == {"text": "Het voorbeelddecreet", "lang": "nl"}
    assert str(english["compliance"]).startswith("This site partially complies")
    assert (dutch["prepared"], dutch["reviewed"]) == ("1 mei 2024", None)
    assert dutch["enforcement"] == {
        "text": "Ombudsdienst",
        "href": "https://ombuds.voorbeeld.test/",
    }


def test_a_programme_may_write_its_own() -> None:
    own = "---\ntitle: Onze verklaring\n---\n\nAlles is toegankelijk.\n"
    made = edition({"content/pages/accessibility.md": own})
    page = page_at(ADDRESS, made)
    assert (page.title, page.template) == ("Onze verklaring", "prose.html")
    assert "Alles is toegankelijk." in page.body
    assert "accessibility/" not in {each.address for each in all_pages(made)}


def test_the_format_of_records_knows_the_statement() -> None:
    assert "accessibility" in Programme.model_fields
