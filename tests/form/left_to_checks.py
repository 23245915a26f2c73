"""The rules that the form in the browser does not judge, each with the reason."""

from typing import Final

NOT_IN_A_DOSSIER: Final = "It is about another kind of record, or another file, than a dossier's."
NEVER_WRITTEN: Final = "The form writes the file, and never writes it so."
ANNEXES: Final = "The form has no annexes; they are added to the folder afterwards."
OTHER_RECORDS: Final = "It needs other dossiers, or decisions that the kit does not have."
GIT: Final = "It needs Git, a receipt or the pull request."
SURROUNDINGS: Final = "It is about the repository around the dossier."

_REASONS: Final = {
    NEVER_WRITTEN: (
        "GZG001", "GZG002", "GZG003", "GZG004", "GZG005", "GZG006", "GZG007", "GZG009", "GZG010",
        "GZG114", "GZG115", "GZG201", "GZG220", "GZG510",
    ),
    ANNEXES: (
        "GZG012", "GZG013", "GZG015", "GZG016", "GZG017", "GZG018", "GZG019", "GZG020", "GZG021",
        "GZG501", "GZG516", "GZG517", "GZG518",
    ),
    NOT_IN_A_DOSSIER: (
        "GZG011", "GZG014", "GZG107", "GZG109", "GZG112", "GZG202", "GZG203", "GZG204", "GZG205",
        "GZG206", "GZG208", "GZG209", "GZG210", "GZG211", "GZG212", "GZG213", "GZG214", "GZG215",
        "GZG216", "GZG249", "GZG305", "GZG306", "GZG307", "GZG308", "GZG309", "GZG310", "GZG311",
        "GZG312", "GZG313", "GZG314", "GZG327", "GZG328", "GZG401", "GZG403", "GZG414",
    ),
    OTHER_RECORDS: ("GZG304", "GZG322", "GZG325", "GZG326", "GZG410"),
    GIT: (
        "GZG402", "GZG420", "GZG421", "GZG422", "GZG423", "GZG424", "GZG425", "GZG426", "GZG428",
        "GZG429",
    ),
    SURROUNDINGS: ("GZG901", "GZG902"),
}  # fmt: skip

LEFT_TO_CHECKS: Final = {code: reason for reason, codes in _REASONS.items() for code in codes}
"""Code → why only `gzg check` finds it."""
