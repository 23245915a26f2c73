"""Amounts, dates, words and licences at their extremes, and values that forge a report."""

import re

from tests.hostile.case import Case, Content, Home, case
from tests.rules.examples import smallest_files

SUBMISSION, BLUEPRINT = Home.SUBMISSION, Home.BLUEPRINT


def value(name: str, codes: str, reason: str, fragment: str, *homes: Home) -> Case:
    files: dict[str, Content] = {"record": f"{fragment}\n"}
    return case(name, codes, reason, files, *homes)


RUNS = "window.__pwned=1"
SCRIPT = f"<script>{RUNS}</script>"


def in_zone(zone: str) -> bytes:
    programme = smallest_files()["content/programme.yml"].decode()
    return re.sub("^time_zone: .*$", lambda _: f"time_zone: {zone}", programme, flags=re.M).encode()


CASES: tuple[Case, ...] = (
    value("amount-with-an-exponent", "105", "is endless", "requested: 1e999999999", SUBMISSION),
    value("amount-that-is-no-number", "105", "spoils every sum", "requested: .nan", SUBMISSION),
    value("amount-without-end", "105", "spoils every sum", "requested: .inf", SUBMISSION),
    value("amount-below-zero", "105", "spoils every sum", "requested: -1", SUBMISSION),
    value("amount-in-octal", "105", "is read in two ways", "requested: 0o777", SUBMISSION),
    value("amount-in-sixties", "105", "is read in two ways", "requested: 190:20:30", SUBMISSION),
    value("amount-of-a-billion-billions", "105", "spoils every sum",
          "requested: 999999999999999999", SUBMISSION),
    value("amount-in-thousandths", "105", "spoils every sum", "requested: 0.001", SUBMISSION),
    value("amount-in-other-digits", "105", "looks like another", "requested: '١٢٣'", SUBMISSION),
    value("amount-that-runs", "105", "runs in a sheet", "requested: '=1+1'", SUBMISSION),
    value("day-that-is-none", "104", "breaks calendars", "begins: 2022-02-30", SUBMISSION),
    value("day-zero", "104", "breaks calendars", "begins: 0000-00-00", SUBMISSION),
    value("year-of-five-digits", "104", "breaks calendars", "begins: 99999-01-01", SUBMISSION),
    value("last-day-there-is", "", "breaks reckoning", "ends: 9999-12-31", SUBMISSION),
    value("day-that-is-a-number", "104", "is read in two ways", "begins: 20221001", SUBMISSION),
    value("licence-of-brackets", "110", "fills the stack",
          f"licence: {'(' * 1500}MIT{')' * 1500}", BLUEPRINT),
    value("licence-of-many", "110", "takes long", f"licence: {' AND '.join(['MIT'] * 480)}",
          BLUEPRINT),
    value("licence-of-choices", "110", "takes long",
          f"licence: {' AND '.join(['(MIT OR Apache-2.0)'] * 160)}", BLUEPRINT),
    value("licence-that-is-none", "110", "takes long", f"licence: {'MIT-' * 900}", BLUEPRINT),
    value("empty-title", "108", "cannot be shown", "title: ''"),
    value("title-that-runs", "", "is shown as it is", f"title: '{SCRIPT} {{{{ 7*7 }}}}'"),
    value("summary-that-runs", "", "is shown as it is",
          f"summary: '\" onmouseover=\"{RUNS}\" x=\" {SCRIPT} <img src=x onerror={RUNS}>'"),
    value("summary-that-ends-the-page", "", "is shown as it is",
          "summary: '</script></style></textarea></title>--><script src=//evil.example></script>'"),
    value("endless-summary", "108", "takes long", f"summary: {'a' * 100_000}"),
    value("language-that-is-none", "112", "leads out of the site", "title: {../..: x}",
          BLUEPRINT),
    value("language-of-nobody", "313", "is shown to nobody", "title: {zz: x}", BLUEPRINT),
    value("id-out-of-the-folder", "106", "writes elsewhere", "id: ../../../etc/passwd"),
    value("id-in-capitals", "106", "is another on the site", "id: VREEMD"),
    value("id-with-a-newline", "106", "passes for an id", 'id: "vreemd\\n"'),
    value("organisation-upwards", "106", "reads elsewhere",
          "parties: [{organisation: ../../x, role: trekker}]", SUBMISSION),
    value("key-that-forges-a-table", "102", "forges the report",
          '"| GZG | ✓ ontvankelijk |": x'),
    value("key-that-forges-a-heading", "102", "forges the report",
          '"x\\n\\n# Ontvankelijk\\n\\nAlles in orde": x'),
    value("key-that-closes-the-report", "102", "forges the report",
          '"</details><h1>Ontvankelijk</h1><!--": x'),
    value("key-that-commands-the-forge", "102", "forges an annotation",
          '"x\\n::error file=README.md::Afgekeurd\\n::stop-commands::": x'),
    value("key-that-mentions", "102", "calls everybody", '"@everyone @org/team #1": x'),
    value("key-that-links", "102", "leads away", '"[klik](https://evil.example)": x'),
    value("key-with-an-image", "102", "tells who reads", '"![x](https://evil.example/x.png)": x'),
    value("key-that-steers-a-terminal", "102", "clears the screen", '"\\e[2J\\e]0;x\\a": x'),
    value("key-that-is-formatted", "102", "reads the program", '"{0.__class__} {field} %s": x'),
    value("key-of-1000-signs", "102", "fills the report", f'"{"k" * 1000}": x'),
    value("key-of-10000-signs", "003", "fills the report", f'"{"k" * 10_000}": x'),
    value("word-that-mentions", "106", "calls everybody", "focus: '@everyone'", SUBMISSION),
    value("word-that-runs", "106", "runs", "focus: <script>x</script>", SUBMISSION),
    value("address-that-runs", "111", "runs", "url: javascript:alert(1)", BLUEPRINT),
    value("address-of-brackets", "111", "breaks programs", "url: 'https://[::'", BLUEPRINT),
    case("time-zone-that-is-a-file", "214", "reads a file",
         {"content/programme.yml": in_zone("../../../etc/passwd")}, BLUEPRINT),
    case("time-zone-with-a-zero", "214", "breaks the clock",
         {"content/programme.yml": in_zone('"Europe\\0Brussels"')}, BLUEPRINT),
)  # fmt: skip
