"""What can go wrong, said to the user in one line?"""


class ReleaseError(Exception):
    """An error a user can act on: what and where in `message`, what to do next in `hint`."""

    status = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """One line: the message and, after a semicolon, the hint."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(ReleaseError):
    """The command line cannot be read as it stands."""

    status = 2


class IndexProblem(ReleaseError):
    """The index is missing, broken or cannot be written."""

    status = 3


class InputProblem(ReleaseError):
    """One input cannot be taken in; the others go on."""

    status = 4
