"""A receipt as the file `receipt.yml`: the one place that says how it is written.

Who writes it, and which time it tells, is for `intake.judgement` and `zipped.receiving`.
"""

from collections.abc import Mapping

from gzg.model.receipt import Receipt

_SCHEMA = "# yaml-language-server: $schema=../../../schemas/receipt.schema.json\n"
_PLAIN = frozenset({"received"})
"""What stands without quotes: a number in hexadecimal digits may look like another number."""


def path_of(submission: str) -> str:
    """Where the receipt of a submission stands."""
    return f"submissions/{submission}/receipt.yml"


def facts_of(receipt: Receipt) -> Mapping[str, str]:
    """What a receipt tells, as texts, in the order of the file; what is absent is left out."""
    facts = {
        "number": receipt.number,
        "received": receipt.received.isoformat(timespec="seconds"),
        "head": receipt.head,
        "digest": receipt.digest,
        "pull_request": receipt.pull_request,
    }
    return {key: value for key, value in facts.items() if value is not None}


def text_of(receipt: Receipt) -> str:
    """The contents of the file."""
    lines = (
        f"{key}: {value}\n" if key in _PLAIN else f'{key}: "{value}"\n'
        for key, value in facts_of(receipt).items()
    )
    return _SCHEMA + "".join(lines)
