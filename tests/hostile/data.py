"""YAML and bytes that are too much, or not what they seem."""

from tests.hostile.case import Case, Home, Sparse, case

MB = 1_000_000
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{key}: &{key} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)
SUBMISSION = Home.SUBMISSION


def keys(number: int) -> bytes:
    return b"".join(b"k%d: 1\n" % each for each in range(number))


CASES: tuple[Case, ...] = (
    case("record-of-200-mb", "009", "fills the memory", {"record": Sparse(200 * MB)}),
    case("text-of-200-mb", "009", "fills the memory", {"text": Sparse(200 * MB)}),
    case("annex-of-200-mb", "019", "fills the memory", {"annexes/plan.pdf": Sparse(200 * MB)}),
    case("sheet-of-200-mb", "009", "fills the memory", {"annexes/plan.csv": Sparse(200 * MB)}),
    case("million-keys", "009", "takes long", {"record": lambda: keys(MB)}),
    case("keys-that-just-fit", "101 102", "takes long", {"record": lambda: keys(90_000)}),
    case("key-again-and-again", "004", "takes long", {"record": b"id: x\n" * 150_000}),
    case("lists-in-lists", "009", "fills the stack", {"record": b"a: " + b"[" * 10_000}),
    case("lists-in-lists-on-lines", "009", "fills the stack", {"record": b"- " * 10_000 + b"x"}),
    case("mappings-in-mappings", "009", "fills the stack", {"record": b"{a: " * 10_000}),
    case("keys-of-keys", "003", "fills the stack", {"record": b"? " * 10_000}),
    case("lines-ever-deeper", "009", "fills the stack",
         {"record": "".join(f"{' ' * level}a:\n" for level in range(1000)).encode()}),
    case("alias-bomb", "005", "a kilobyte becomes a gigabyte", {"record": LAUGHS.encode()}),
    case("alias-of-itself", "005", "never ends", {"record": b"a: &a [*a]\n"}),
    case("merge-bomb", "005", "a kilobyte becomes a gigabyte",
         {"record": b"a: &a {x: 1}\nb: {<<: [*a, *a, *a]}\n"}),
    case("tag-that-runs", "006", "runs a program",
         {"record": b"title: !!python/object/apply:os.system ['touch /tmp/x']\n"}),
    case("tag-that-reads", "006", "reads a file", {"record": b"title: !include /etc/passwd\n"}),
    case("second-document", "007", "is read by some and not by others",
         {"record": b"id: x\n---\nid: y\n"}),
    case("not-utf-8", "001", "is read in two ways", {"record": b"title: caf\xe9\n"}),
    case("overlong-utf-8", "001", "hides a slash", {"record": b"title: ..\xc0\xafetc\n"}),
    case("half-of-a-sign", "001", "breaks programs", {"record": b"title: \xed\xa0\x80\n"}),
    case("utf-16", "001", "is read in two ways", {"record": "title: x\n".encode("utf-16")}),
    case("zero-byte", "008", "ends the text for some", {"record": b"title: x\0y\n"}),
    case("zero-bytes", "008", "ends the text for some", {"record": bytes(100_000)}),
    case("byte-order-mark", "008", "is part of the first key",
         {"record": b"\xef\xbb\xbfid: vreemd\n"}),
    case("lone-carriage-return", "008", "hides a line", {"text": b"# Vreemd\n\nGoed\rSlecht\n"}),
    case("line-separator", "008", "is a line to some",
         {"record": "title: a\u2028id: b\n".encode()}),
    case("tab", "002", "is read in two ways", {"record": b"a:\n\tb: x\n"}),
    case("lines-of-windows", "", "is no fault: formatting never is",
         {"text": b"# Vreemd\r\n\r\nTekst.\r\n"}),
    case("one-long-line", "108", "takes long", {"record": f"title: {'a' * 900_000}\n"}),
    case("quote-that-never-ends", "003", "takes long", {"record": b'title: "' + b"a\n" * 400_000}),
    case("brackets-that-close", "003", "takes long", {"record": b"a: " + b"]" * 900_000}),
    case("escapes", "003", "takes long", {"record": b'a: "' + b"\\x" * 400_000}),
    case("number-of-100000-digits", "105", "takes long",
         {"record": f"requested: {'9' * 100_000}\n"}, SUBMISSION),
    case("list-of-100000", "101 102", "takes long", {"record": b"a: [" + b"1," * 100_000 + b"]\n"}),
    case("empty", "115", "is no record", {"record": b""}),
    case("only-a-comment", "115", "is no record", {"record": b"# niets\n"}),
    case("a-list", "103", "is no record", {"record": b"- a\n- b\n"}),
    case("a-word", "103", "is no record", {"record": b"vreemd\n"}),
)  # fmt: skip
