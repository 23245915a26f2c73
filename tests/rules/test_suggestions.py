"""What a rule offers instead of what was written: right where it is certain, else nothing."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.figures.figure import Coverage, Figure, Subject
from gzg.model.dates import parse_day, parse_instant, parse_moment
from gzg.model.figures import FigureName, OfficialFigure
from gzg.model.identifiers import is_address, is_licence
from gzg.model.project import Project
from gzg.repository.catalogue import Catalogue
from gzg.repository.faults import Fault, FaultName
from gzg.repository.repository import Repository
from gzg.repository.structure import validated
from gzg.repository.tree import MemoryTree
from gzg.repository.yaml_text import parse
from gzg.rules import (
    gzg102_unknown_key,
    gzg104_date,
    gzg105_amount,
    gzg106_id,
    gzg107_choice,
    gzg109_enterprise_number,
    gzg110_licence,
    gzg111_web_address,
    gzg112_language,
    gzg301_unknown_word,
    gzg307_official_figure_disagrees,
)
from gzg.rules.card import card_of
from gzg.rules.gzg103_wrong_type import values as of_wrong_type
from gzg.rules.places import nearest_place
from gzg.rules.rule import Context
from gzg.rules.unresolved import unresolved
from gzg.texts import Language
from gzg.texts.formats import OneOf, filled
from tests.rules.examples import laid_over, smallest_files


def message(code: str, values: Mapping[str, object], language: Language) -> str:
    return filled(card_of(code).texts[language].message, values, language)


def test_a_list_of_the_programme_is_named_in_words() -> None:
    values = {"word": "baas", "list": gzg301_unknown_word.name_of("roles"), "field": "roles"}
    assert "“Rollen”" in message("GZG301", values, Language.NL)
    assert "“Roles”" in message("GZG301", values, Language.EN)


def test_every_list_of_the_programme_has_a_name() -> None:
    names = {gzg301_unknown_word.name_of(field).nl for field in gzg301_unknown_word.LISTS.values()}
    assert len(names) == len(gzg301_unknown_word.LISTS)


@pytest.mark.parametrize(
    ("choices", "dutch", "english"),
    [
        (("aalst",), "bedoelt: aalst.", "mean: aalst."),
        (("aalst", "gent"), "bedoelt: aalst of gent.", "mean: aalst or gent."),
        (("a", "b", "c"), "bedoelt: a, b of c.", "mean: a, b or c."),
        ((), "welke gemeente het toen was.", "which municipality it was then."),
    ],
)
def test_municipalities_to_choose_from(choices: tuple[str, ...], dutch: str, english: str) -> None:
    values = {"name": "X", "since": date(2025, 1, 1), "before": OneOf(choices)}
    texts = card_of("GZG303").texts
    for language, end in ((Language.NL, dutch), (Language.EN, english)):
        assert filled(texts[language].remedy_for(values), values, language).endswith(end)


def test_a_figure_is_named_in_words() -> None:
    figure = Figure(
        FigureName.GRANTED,
        Subject(),
        OfficialFigure(figure=FigureName.GRANTED, value=Decimal(11)),
        Decimal(10),
        Coverage(10, 10),
    )
    values = gzg307_official_figure_disagrees.values_of(figure)
    assert "“Toegekende projecten” is 11" in message("GZG307", values, Language.NL)
    assert "“Granted projects” is 11" in message("GZG307", values, Language.EN)


@pytest.mark.parametrize(
    ("wanted", "top", "dutch", "english"),
    [
        (1, True, "met één hekje (#)", "one number sign (#)"),
        (2, False, "met 2 hekjes (#)", "2 number signs (#)"),
    ],
)
def test_number_signs_are_counted_as_people_do(
    wanted: int, top: bool, dutch: str, english: str
) -> None:
    values = {"level": 4, "wanted": wanted, "top": top}
    texts = card_of("GZG503").texts
    said = {
        language: filled(texts[language].remedy_for(values), values, language)
        for language in Language
    }
    assert dutch in said[Language.NL]
    assert english in said[Language.EN]


Values = Callable[[Fault], Mapping[str, object]]


def offered(values: Values, text: str, **more: object) -> object:
    return values(Fault(FaultName.WRONG_TYPE, values={"value": text, **more}))["suggestion"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/11/2021", "2021-11-12"),
        ("12-11-2021", "2021-11-12"),
        ("12.11.2021", "2021-11-12"),
        ("2/1/2021", "2021-01-02"),
        ("2021/11/12", "2021-11-12"),
        ("2021-1-5", "2021-01-05"),
        ("12 november 2021", "2021-11-12"),
        ("12 Nov. 2021", "2021-11-12"),
        ("1 mrt 2022", "2022-03-01"),
        ("1 maart 2022", "2022-03-01"),
        ("5 May 2022", "2022-05-05"),
        ("vrijdag 12 november 2021", "2021-11-12"),
        ("2021-11-12T12:00+01:00", "2021-11-12"),
        ("2021-02-30", None),
        ("31/02/2021", None),
        ("11/13/2021", None),
        ("november 2021", None),
        ("112/11/2021", None),
        ("12/11/21", None),
        ("najaar", None),
    ],
)
def test_a_date_written_otherwise(text: str, day: str | None) -> None:
    assert offered(gzg104_date.values, text) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1 juli 2022 om 12 uur", "2022-07-01T12:00"),
        ("1/7/2022 9u30", "2022-07-01T09:30"),
        ("2022-7-1 23:59:59", "2022-07-01T23:59:59"),
        ("2022-07-01T12:00Z", "2022-07-01T12:00"),
        ("1 juli 2022", "2022-07-01"),
        ("1.7.2022", "2022-07-01"),
        ("31 juni 2022 12:00", None),
    ],
)
def test_a_deadline_written_otherwise_keeps_its_hour(text: str, moment: str | None) -> None:
    fault = Fault(FaultName.DATE, values={"value": text, "form": "moment"})
    offer = gzg104_date.values(fault)["suggestion"]
    assert offer == moment
    assert offer is None or str(parse_moment(offer)).startswith(str(offer))


def test_of_an_instant_the_offset_is_not_guessed() -> None:
    fault = Fault(FaultName.DATE, values={"value": "15/06/2022 12:00", "form": "instant"})
    found = gzg104_date.values(fault)
    assert (found["suggestion"], found["wanted"]) == (None, gzg104_date.AN_INSTANT)
    assert parse_instant(found["wanted"])


@given(st.text(max_size=30) | st.from_regex(r"\d{1,4}[-/. ]\d{1,4}[-/. ]\d{1,4}", fullmatch=True))
def test_a_date_that_is_offered_is_one_that_a_record_takes(text: str) -> None:
    found = gzg104_date.suggestion(text)

    assert found is None or str(parse_day(found)) == found


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("150.000", "150000"),
        ("€ 150 000,50", "150000.50"),
        ("€ 150\u00a0000,50", "150000.50"),
        ("150.000,50 euro", "150000.50"),
        ("150,000.50", "150000.50"),
        ("150000,5", "150000.50"),
        ("EUR 5.000,-", "5000"),
        ("1.107.397,55", "1107397.55"),
        ("1'000", "1000"),
        ("1,1 miljoen euro", "1100000"),
        ("78 %", "78"),
        ("12", "12"),
        ("0.005", None),
        ("1107.397", None),
        ("12.3456", None),
        ("-5", None),
        ("1.000.00", None),
        ("tien", None),
        ("true", None),
        ("9" * 15, None),
        ("9" * 5_000, None),
    ],
)
def test_an_amount_written_otherwise(text: str, amount: str | None) -> None:
    assert offered(gzg105_amount.values, text) == amount


@given(st.integers(0, 10**12 - 1), st.integers(0, 99))
def test_an_amount_as_belgians_write_it(whole: int, cents: int) -> None:
    text = f"€ {whole:,}".replace(",", ".") + f",{cents:02}"

    assert gzg105_amount.suggestion(text) == f"{whole}.{cents:02}"


def test_a_negative_amount_is_told_as_such() -> None:
    assert gzg105_amount.values(Fault(FaultName.MONEY, values={"value": "-5"}))["negative"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("samenvatting: Een project.", "Bedoelde u “summary”?"),
        ("Andere_namen: [X]", "Bedoelde u “also_called”?"),
        ("status: toegekend", "Bedoelde u “granted”?"),
        ("status: in uitvoering", "Bedoelde u “running”?"),
        ("relations: [{kind: vervolgt, project: x}]", "Bedoelde u “continues”?"),
    ],
)
def test_what_people_call_a_field_or_a_value_is_understood(fields: str, message: str) -> None:
    fault = validated(Project, parse(fields)[0])[1]
    found = next(each for each in fault if each.name is not FaultName.MISSING)
    module = gzg102_unknown_key if found.name is FaultName.UNKNOWN_KEY else gzg107_choice
    values = module.values(found)
    remedy = card_of(module.RULE.code).texts[Language.NL].remedy_for(values)
    assert filled(remedy, values, Language.NL) == message


@pytest.mark.parametrize(
    ("role", "suggestion"),
    [("penhouder", "trekker"), ("lead-partner", "trekker"), ("treker", "trekker"), ("x", None)],
)
def test_what_people_call_a_word_of_the_programme_is_understood(
    role: str, suggestion: str | None
) -> None:
    files = smallest_files()
    programme, project = "content/programme.yml", "content/projects/voorbeeld/project.yml"
    title = b"title: {nl: Penhouder, en: Lead partner}"
    files[programme] = files[programme].replace(b"title: Trekker", title)
    parties = f"parties:\n  - organisation: voorbeeldstad\n    role: {role}\n"
    files[project] = laid_over(parties, files[project].decode(), [])
    catalogue = Catalogue(Repository(MemoryTree(files)))
    record = catalogue.repository.record_at(project)
    context = Context(catalogue, datetime(2022, 7, 1, tzinfo=UTC))
    assert [each[1] for each in unresolved(record, context, {"role"})] == [suggestion]


@pytest.mark.parametrize(("text", "id"), [("De Haan", "de-haan"), ("Één_test", "een-test")])
def test_an_id_made_of_a_name(text: str, id: str) -> None:
    assert offered(gzg106_id.values, text) == id


def test_a_semicolon_between_the_items_of_a_list_is_understood() -> None:
    fault = Fault(FaultName.SLUG, ("domains", 0), values={"value": "parkeren; De Haan"})
    assert gzg106_id.values(fault)["several"] == "parkeren, de-haan"


@pytest.mark.parametrize(
    ("text", "value"), [("Runing", "running"), ("In use", "in-use"), ("onbekend", None)]
)
def test_a_value_of_the_list_that_looks_like_it(text: str, value: str | None) -> None:
    assert offered(gzg107_choice.values, text, known=["in-use", "running"]) == value


@pytest.mark.parametrize(
    ("text", "number", "is_mistyped"),
    [
        ("0123456749", "0123.456.749", False),
        ("BE 0123.456.749", "0123.456.749", False),
        ("123456749", "0123.456.749", False),
        ("0123.456.789", None, True),
        ("0123.456.7", None, False),
        ("", None, False),
    ],
)
def test_an_enterprise_number_written_otherwise(
    text: str, number: str | None, is_mistyped: bool
) -> None:
    found = gzg109_enterprise_number.values(Fault(FaultName.NUMBER, values={"value": text}))

    assert (found["suggestion"], found["check_digits"]) == (number, is_mistyped)


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc by-sa 4.0", "CC-BY-SA-4.0"),
        ("EUPL v1.2", "EUPL-1.2"),
        ("MIT License", "MIT"),
        ("Apache 2", "Apache-2.0"),
        ("GPLv3", "GPL-3.0-only"),
        ("eigen licentie", None),
        ("vrij te gebruiken", None),
        ("", None),
    ],
)
def test_a_licence_written_otherwise(text: str, licence: str | None) -> None:
    assert offered(gzg110_licence.values, text) == licence


@given(st.text(max_size=20))
def test_a_licence_that_is_offered_is_one_that_a_record_takes(text: str) -> None:
    found = gzg110_licence.suggestion(text)

    assert found is None or is_licence(found)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.voorbeeld.be", "https://www.voorbeeld.be"),
        ("voorbeeld.be/x?y=1", "https://voorbeeld.be/x?y=1"),
        ("//voorbeeld.be", "https://voorbeeld.be"),
        ("info@voorbeeld.be", None),
        ("ftp://voorbeeld.be", None),
        ("javascript:alert(1)", None),
        ("voorbeeld", None),
    ],
)
def test_an_address_without_its_scheme(text: str, address: str | None) -> None:
    assert offered(gzg111_web_address.values, text) == address
    assert address is None or is_address(address)


@pytest.mark.parametrize(
    ("text", "language"), [("NL", "nl"), ("nl-BE", "nl"), ("en_GB", "en"), ("nederlands", None)]
)
def test_a_language_by_its_two_letters(text: str, language: str | None) -> None:
    assert offered(gzg112_language.values, text) == language


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({"wanted": "text", "value": "2022", "is_plain": True}, 'aanhalingstekens: "2022"'),
        ({"wanted": "text", "value": "a, b", "is_plain": False}, "één tekst"),
        ({"wanted": "list", "value": "nabij", "is_plain": True}, "[nabij]"),
        ({"wanted": "list", "value": "a: b", "is_plain": False}, "met een streepje"),
        ({"wanted": "mapping", "value": "1", "known": ["basis", "value"]}, "basis en value"),
        ({"wanted": "mapping", "value": "1", "known": []}, "een naam, een dubbelpunt"),
        ({"wanted": "whole_number", "value": "x"}, "geheel getal"),
        ({"wanted": "whole_number", "value": "-1", "ge": 0}, "van 0 of meer"),
        ({"wanted": "whole_number", "value": "9", "le": 5}, "ten hoogste 5"),
        ({"wanted": "truth", "value": "ja"}, "true (ja)"),
        ({"wanted": "record", "value": "x"}, "Begin elke regel"),
    ],
)
def test_a_value_of_the_wrong_kind_gets_the_remedy_of_the_kind_that_is_wanted(
    values: dict[str, object], part: str
) -> None:
    all_values = of_wrong_type(Fault(FaultName.WRONG_TYPE, values=values))
    remedy = card_of("GZG103").texts[Language.NL].remedy_for(all_values)

    assert part in filled(remedy, all_values, Language.NL)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("content/projects/x/project.yaml", "content/projects/x/project.yml"),
        ("content/projects/x/Project.yml", "content/projects/x/project.yml"),
        ("content/projects/x/readme.md", "content/projects/x/README.md"),
        ("content/projects/x/README.txt", "content/projects/x/README.md"),
        ("content/projects/x/README-en.md", "content/projects/x/README.en.md"),
        ("content/project/x/project.yml", "content/projects/x/project.yml"),
        ("content/Calls/x/call.yml", "content/calls/x/call.yml"),
        ("content/program.yml", "content/programme.yml"),
        ("content/organisation/x.yml", "content/organisations/x.yml"),
        ("content/organisations/x.yaml", "content/organisations/x.yml"),
        ("content/news/bericht.markdown", "content/news/bericht.md"),
        ("submissions/c/x/submision.yml", "submissions/c/x/submission.yml"),
        ("submissions/c/x/reciept.yml", "submissions/c/x/receipt.yml"),
        ("submissions/c/x/Admissibility.yml", "submissions/c/x/admissibility.yml"),
        ("submissions/c/x/Annexes/a/plan.pdf", "submissions/c/x/annexes/a/plan.pdf"),
        ("submissions/c/x/plannen/plan.pdf", None),
        ("content/calls/x/decison.yml", "content/calls/x/decision.yml"),
        ("content/blueprints/x/file/a.pdf", "content/blueprints/x/files/a.pdf"),
        ("content/projects/x/project.yml", None),
        ("content/projects/x/foto.jpg", None),
        ("content/projects/x/a/b/project.yml", None),
        ("content/x\n/project.yml", None),
        ("content/elders/x.yml", None),
        ("content", None),
    ],
)
def test_the_place_that_a_misnamed_file_was_meant_for(path: str, place: str | None) -> None:
    assert nearest_place(path) == place


@given(st.text())
def test_any_path_has_a_place_near_it_or_none(path: str) -> None:
    assert nearest_place(f"content/{path}") != f"content/{path}"
