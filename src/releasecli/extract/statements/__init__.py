"""Who said what to whom?"""

from releasecli.extract.statements.release import statements

__all__ = ["statements"]
