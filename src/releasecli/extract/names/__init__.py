"""Which people, bodies and places does a text name, and which mentions mean the same one?"""

from releasecli.extract.names.cast import Member, cast
from releasecli.extract.names.release import names

__all__ = ["Member", "cast", "names"]
