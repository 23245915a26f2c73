"""What could be typed in a field or a text, and is odd enough for a rule: tables of values."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from gzg.diagnostics import FieldPath

TEXTS = ("", "x" * 4001, "é" * 4000, 5, True, ["a", "b"], {"a": 1}, "\xa0nbsp", "tab\there")
DAYS = (
    "2026-02-30", "31/12/2027", "1 september 2026", "2026-9-1", "", "morgen", "2024-02-29",
    "1 mrt. 2027", "9999-12-31", "0001-01-01", 2027, "12-2027", "2026-09-01T12:00",
)  # fmt: skip
MONEY = (
    "150.000", "150 000,50", "€ 1.200", "-5", "1,5 miljoen euro", "veel", "", Decimal("0.001"),
    Decimal("120000.50"), 0, -1, 10**12, 10**12 - 1, Decimal("999999999999.99"), True, ["1"],
    Decimal("19999.99"), 20000, 150000, Decimal("150000.01"), 99999, 200000, "1.234.567,8",
    "12,345", "1'000", "€5,-", "twaalf euro", 123456789012345678,
)  # fmt: skip
IDS = ("Gent", "de haan", "", "x" * 101, "burgerzaken;parkeren", 7, "ünïcode", "-", "a--b", "gent")


ODD: tuple[tuple[Sequence[FieldPath], Sequence[Any]], ...] = (
    ((("title",), ("summary",)), TEXTS),
    ((("parties", 1, "task"), ("contact", "service"), ("standards", 0)), TEXTS[:7]),
    ((("begins",), ("ends",), ("agreement", "date"), ("success_plan", 0, "date")), DAYS),
    ((("requested",), ("own_contribution",)), MONEY),
    ((("parties", 0, "share"), ("budget", 2, "amount")), MONEY[::3]),
    (
        (("focus",), ("domains", 0), ("parties", 0, "organisation"), ("parties", 1, "role")),
        IDS,
    ),
)
"""Fields of each kind, and what somebody could type there."""

SPECIAL: dict[FieldPath, Sequence[Any]] = {
    ("focus",): ("digitale-democratie", "digitale-democratia", "klimaat", "innovatieve"),
    ("domains",): ([], ["burgerzaken", "burgerzaak"], "burgerzaken", ["a;b", "Burger Zaken"], [3]),
    ("blueprints", 0, "kinds"): (["api"], ["apis"], [], "api", ["Procesbeschrijving"]),
    ("blueprints", 0, "licence"): (
        "MIT", "mit or Apache-2.0", "EUPL 1.2", "CC BY 4.0", "(MIT", "GPL-3.0", "gpl v3", "geen",
        "GPL-2.0-only WITH Classpath-exception-2.0", "Classpath-exception-2.0", "MIT WITH MIT", 4,
        "MIT AND", "AND", "CC0", "x" * 201, "", "eupl", "MIT/Apache-2.0", "Creative Commons",
    ),
    ("building_blocks", 0, "url"): (
        "www.vlaanderen.be/magda", "https://a.be", "http://a b.be", "ftp://a.be", "vlaanderen",
        "https://u:p@a.be", "//a.be", 3, "https://a.be/" + "x" * 2000, "https://é.be/“", "",
    ),
    ("agreement", "sha256"): ("ABC", "0" * 64, "F" * 64, 5, "", "0" * 63 + "\n"),
    ("agreement", "kept_by"): ("gent", "onbekend", "Demo Duinmeer", ""),
    ("agreement", "decisions"): ([], "x", [{}], [{"organisation": "gent"}]),
    ("agreement", "decisions", 0, "date"): ("2026-12-31", "2020-01-01", "31/12/2026"),
    ("contact", "mailbox"): (
        "jan.peeters@gent.be", "info@gent", "x@y.z", "a b@c.de", "burgerzaken@gent.be", "", 3,
        "x" * 195 + "@gent.be", "jan@voorbeeld.example", "vrijetijd+jan@gent.be",
    ),
    ("budget", 0, "year"): (999, 1000, 10000, 2025, 2031, "2027", True, Decimal("2027.0"), ""),
    ("budget", 0, "organisation"): ("gent", "demo-duinmeeer", "x", "zzz"),
    ("accounts",): ([0], [1], [2**53 - 1], ["1"], 5, [True], [-3], [12345678, 12]),
    ("parties",): ([], "x", [1, "a"], [{}], {}),
    ("budget",): ([], [{}], [{"year": 2027}], "0"),
    ("success_plan",): ([], [{"title": "x"}], "y"),
    ("agreement",): ("x", [], {"date": "2026-01-01"}),
    ("contact",): ("x", {"service": "Dienst"}, []),
    ("resubmission_of",): ("oefenoproep-vorig/digitaal-loket", "x", "A/B", ""),
    ("standards",): ([], "OSLO", [""], ["a", ["b"]]),
    ("begins",): ("2026-01-04", "2025-12-31", "2027-01-31", "2024-02-29"),
    ("ends",): ("2026-08-31", "2026-09-01", "2028-09-01", "2031-01-01", "2026-12-31"),
    ("titel",): ("Een titel",),
    ("Begroting",): ([1],),
    ("budjet",): ([],),
    ("requested_amount",): (3,),
    ("parties", 0, "organization"): ("gent",),
    ("parties", 0, "aandeel"): (5,),
    ("contact", "e-mail"): ("x",),
    ("agreement", "digest"): ("x",),
}  # fmt: skip

TITLES = (
    "## Impactmap\n\nTweemaal.", "### Doel\n\nIets.", "# Titel", "###### Diep", "Titel\n===",
    "Titel\n---", "```\n## geen titel\n```", "    ## code", "> ## quote", "- ## lijst", "##",
    "## Impact map", "#Geen", "### Onze oplossing", "> Alleen een citaat.", "— — —", "…",
    "Een\n\n\n\nTwee", "\n\n", "   ", "woord " * 900, "<h2>Titel</h2>", "Regel  \nRegel",
    "```\nnooit gesloten", "<!-- nooit gesloten", "## ", "1. ## x", "Tekst\r\nmet regels",
    "\\## geen", "## Impactmap:", "## IMPACTMAP",
)  # fmt: skip
"""What changes the headings of a text, or seems to."""

PROSE = (
    "![](foto.png)", "![ ](x.png)", "![Kaart](https://a.be/x.png)", "![a](//b.be/c.png)",
    "[hier](https://a.be)", "[Lees meer](http://a.be)", "[**klik hier**](https://a.be)",
    "[loket](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:1)",
    "[x](java%0Ascript:alert(1))", "[x](//b.be)", "[x](ftp://b.be)", "[x] (javascript:a)",
    "[x]: javascript:alert(1)", "[x]: <data:text/html,x>", "<a href=x>y</a>", "a <b>c</b> d",
    "<!-- verborgen -->", "<script>alert(1)</script>", "5 < 6 en 7 > 3", "<https://a.be>",
    "<http://a.be>", "<mailto:x@y.be>", "`<b>`", "```\n<b>\n```", "{{ x }}", "{% if %}", "{# x #}",
    "{: .klasse }", "{a=b}", "-8<- \"x\"", "`{{ x }}`", "@jan", "mail@gent.be", "(@team/dienst)",
    "@ alleen", "a@b", "`@jan`", "![x](data:image/png;base64,AA)", "[a](<javascript:b>)",
    "[ref][1]\n\n[1]: http://a.be", "> <b>quote</b>", "- punt\n  - <i>diep</i>", "| a | <b> |",
    "[a](http://a.be \"titel\")", "[a\nb](http://c.be)", "&lt;b&gt;", "\\<b>", "<img onerror=a=b>",
    "<x", "</x>", "<?php ?>", "<![CDATA[x]]>", "[Hier.](https://a.be)", "[»meer«](https://a.be)",
    "![foto\u200b](x.png)", "[x](vbscript:y) en [z](https://é.be/ü)", "***@jan***", "[@jan](https://a.be)",
)  # fmt: skip

PERSONAL = (
    "85.07.30-033.28", "85073003328", "17 07 30 - 033 84", "00.00.01-003.64", "850730 033 28",
    "85.27.30-033.71", "85473003317", "00.20.01-001.41", "85.67.30-033.28", "BE68 5390 0754 7034",
    "BE68539007547034 en meer",
    "NL91 ABNA 0417 1643 00", "GB82WEST12345698765432", "BE68 5390 0754 7035", "XX00 1234",
    "0475 12 34 56", "+32 475 12 34 56", "0475/12.34.56", "(0475) 12 34 56", "0032475123456",
    "+32 (0)475 12 34 56", "0475.123.456", "0475123456", "02 123 45 67", "0400.000.000",
    "jan.peeters@gent.be", "info@gent.be", "jan@example.org", "@jan@mastodon.social",
    "burgerzaken.jan@gent.be", "els.post@b.be", "jeugddienst@b.be", "d'hondt@b.be", "é@b.be",
    "pаrkeren", "Αanvraag", "ｆull", "Россия", "naïef", "x\u0430", "0475 12 34 567",
    "1234567890123", "NO93 8601 1117 947", "FR14 2004 1010 0505 0001 3M02 606", "jan+x@b.be",
)  # fmt: skip
