"""How fast is search on many releases, and how large is what it reads?"""


def show(number: int) -> None:
    """To be written"""
    print(number)
