"""Which figures does a text claim: how many of what, how much, which share?"""

from releasecli.extract.figures.release import figures

__all__ = ["figures"]
