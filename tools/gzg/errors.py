"""The one exception that a person is meant to read."""


class GzgError(Exception):
    """Something outside the content is wrong: the use, the surroundings, the machine.

    The message is already in the reader's language and says what was tried, with what, and what
    to do now. A fault in the content is never an exception: it is a diagnostic.
    """

    def __init__(self, message: str, *, exit_code: int = 2) -> None:
        super().__init__(message)
        self.exit_code = exit_code
