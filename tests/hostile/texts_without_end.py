"""Texts that make a reader of Markdown, or a pattern, go on for minutes."""

from tests.hostile.case import Case, case, text

KB = 1000
NESTED = "\n".join("  " * level + "- a" for level in range(200))

CASES: tuple[Case, ...] = (
    case("text-of-900-kb", "009", "takes long", text("woord " * (150 * KB))),
    case("brackets", "009", "takes long", text("[" * (90 * KB))),
    case("brackets-nearly-too-many", "009", "takes long", text("[" * 2900)),
    case("links-in-links", "009", "takes long", text("[" * 1400 + "a" + "](b)" * 900)),
    case("images-in-images", "009", "takes long", text("![" * 1400 + "a" + "](b)" * 900)),
    case("stars", "009", "takes long", text("*a **b " * (12 * KB))),
    case("underscores", "009", "takes long", text("_a __b" * (12 * KB))),
    case("quotes-in-quotes", "009", "takes long", text(">" * (50 * KB) + "x")),
    case("lists-within-lists", "009", "takes long", text("- " * (40 * KB) + "x")),
    case("lists-on-lines", "", "takes long", text(NESTED)),
    case("backticks", "009", "takes long", text("".join("`" * n + "a" for n in range(400)))),
    case("comments-that-never-end", "009", "takes long", text("<!--" * (20 * KB))),
    case("tags-that-never-end", "009", "takes long", text("<a b='" * (15 * KB))),
    case("entities", "009", "takes long", text("&#" * (45 * KB))),
    case("headings", "009", "takes long", text("# a\n" * (20 * KB))),
    case("underlined-headings", "009", "takes long", text("a\n=\n" * (20 * KB))),
    case("references", "009", "takes long", text("[a\n" * (30 * KB))),
    case("digits", "", "takes long", text("1 2-3.4/" * (11 * KB))),
    case("digits-in-groups", "", "takes long", text("+32 (0) " * (11 * KB))),
    case("signs-at", "", "takes long", text("a@" * (45 * KB))),
    case("dots-and-signs-at", "515", "takes long", text("a.b-c+d@e." * (9 * KB))),
    case("accounts", "", "takes long", text("BE68 " * (18 * KB))),
    case("braces", "", "takes long", text("{ a " * (20 * KB))),
    case("braces-and-equals", "", "takes long", text("{a=" * (30 * KB))),
    case("spaces", "", "takes long", text("a" + " " * (90 * KB) + "b")),
    case("one-word", "", "takes long", text("a" * (90 * KB))),
    case("lookalikes", "520", "takes long", text("a\u0430" * (40 * KB))),
    case("empty-lines", "", "takes long", text("\n" * (90 * KB))),
    case("tables", "", "takes long", text("|a|b|\n|-|-|\n" * (7 * KB))),
)  # fmt: skip
