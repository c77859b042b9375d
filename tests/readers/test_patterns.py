import pytest

from releasecli.errors import UsageError
from releasecli.readers.patterns import path_fields


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        (
            "{issuer}/{day}{mon}{year}{_}.txt",
            "/x/senate/Doe/7Mar2011Doe4.txt",
            {"issuer": "Doe", "published": "7 Mar 2011"},
        ),
        (
            "{issuer}/{day}{mon}{year}{issuer}{n}.txt",
            "/x/Doe/7Mar2011doe4.txt",
            {"issuer": "Doe", "published": "7 Mar 2011"},
        ),
        ("{category}/{year}/{mon}/{_}.md", "news/2024/02/a-b.md", {"category": "news", "published": "2024-02"}),
        ("{year}-{mon}-{day}-{_}.html", "2021-5-9-call.html", {"published": "2021-05-09"}),
        ("{year}{mm}{dd}T{hour}{minute}.txt", "20210509T1722.txt", {"published": "2021-05-09T17:22"}),
        ("{dd}{mm}{yy}.txt", "090521.txt", {"published": "2021-05-09"}),
        ("{language}/**/{_}.txt", "en/a/b/c.txt", {"language": "en"}),
        ("{issuer}\\{year}\\{_}.txt", "Court/2021/a.txt", {"issuer": "Court", "published": "2021"}),
    ],
)
def test_a_path_says_what_the_pattern_names(pattern: str, path: str, found: dict[str, str]) -> None:
    assert path_fields(pattern, path) == found


@pytest.mark.parametrize("path", ["Doe/7Mar20111Roe4.txt", "Doe/notes.txt", "a.md", "Doe/7Mar2011Roe4.txt"])
def test_a_path_that_does_not_fit_says_nothing(path: str) -> None:
    assert path_fields("{issuer}/{day}{mon}{year}{issuer}{n}.txt", path) is None


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"\{issuer\}"):
        path_fields("{who}.txt", "a.txt")
