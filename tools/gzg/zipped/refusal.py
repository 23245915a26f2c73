"""Why a zip is not taken in, as a value; the command has the sentences, in `texts/receive.yml`."""

from enum import StrEnum


class Problem(StrEnum):
    """What stands in the way; each has its sentence under this key."""

    NOT_THERE = "not-there"
    NOT_A_ZIP = "not-a-zip"
    OFFICE = "office"
    CUT_OFF = "cut-off"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    METHOD = "method"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    BOMB = "bomb"
    EMPTY = "empty"
    LINK = "link"
    DEVICE = "device"
    OUTSIDE = "outside"
    TWICE = "twice"
    ALIKE = "alike"
    NAME = "name"
    NO_DOSSIER = "no-dossier"
    NO_DOSSIER_NEAR = "no-dossier-near"
    SEVERAL = "several"
    BESIDE = "beside"
    NO_CALL = "no-call"
    NO_ID = "no-id"
    NOT_AN_ID = "not-an-id"
    EXISTS = "exists"
    DECIDED = "decided"
    LINKED_FOLDER = "linked-folder"
    UNSAVED = "unsaved"
    NOT_WRITTEN = "not-written"
    NO_REPOSITORY = "no-repository"
    BRANCH_NAME = "branch-name"
    BRANCH_EXISTS = "branch-exists"
    BRANCH_IN_USE = "branch-in-use"
    NO_IDENTITY = "no-identity"
    NEEDS_BRANCH = "needs-branch"
    NEEDS_HOUR = "needs-hour"
    IN_FUTURE = "in-future"


class RefusalError(Exception):
    """The zip is not taken in: `values` fill the problem's sentence, which the edge writes."""

    def __init__(self, problem: Problem, **values: object) -> None:
        super().__init__(problem, values)
        self.problem = problem
        self.values = values
