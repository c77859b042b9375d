"""How fast is search on many releases, and how large is what it reads?"""


def show(number: int) -> None:
    """to be written"""
    print(number)
