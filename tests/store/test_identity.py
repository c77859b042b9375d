from dataclasses import replace

from releasecli.model import Header
from releasecli.store.identity import by_hand, hash_bytes, merged, mint, record_path, seals, text_hash, version_path

HEADER = Header(title="Call with Əliyev", issuer="Press Service", published="2023-03", published_candidates=("a", "b"))


def test_an_id_is_the_day_with_unknown_parts_zero_and_eight_digits_of_the_hash() -> None:
    digest = text_hash("x\n")
    assert mint(HEADER, digest) == f"2023-03-00-{digest[:8]}"
    assert mint(Header(), digest) == f"undated-{digest[:8]}"
    assert mint(Header(published="2023-03-21T19:22:00+04:00"), digest).startswith("2023-03-21-")


def test_a_record_stands_in_the_folder_of_its_month_under_a_readable_name() -> None:
    path = record_path("2023-03-21-7f3c2a9e", "Call with Əliyev / Алиев: “yes”!", "yaml")
    assert path == "releases/2023/03/2023-03-21-7f3c2a9e-call-with-eliyev-aliev-yes.yaml"


def test_a_record_without_a_date_or_title_has_a_place_too() -> None:
    assert record_path("undated-7f3c2a9e", "", "json") == "releases/undated/undated-7f3c2a9e.json"
    assert version_path("undated-7f3c2a9e", 1, "yaml") == "versions/undated-7f3c2a9e/v1.yaml"


def test_a_long_title_gives_no_long_file_name() -> None:
    assert len(record_path("2023-03-21-7f3c2a9e", "x" * 500 + " y" * 500, "yaml")) < 120


def test_values_as_the_machine_wrote_them_fit_their_seals() -> None:
    assert by_hand(HEADER, seals(HEADER)) == ()


def test_seals_written_by_an_earlier_version_still_fit() -> None:
    written = {"title": "d6e645", "published_candidates": "7e18f7"}
    assert by_hand(Header(title="Call", published_candidates=("a", "b")), written) == ()


def test_a_hash_is_kept_as_its_bytes_and_what_is_none_as_nothing() -> None:
    assert [hash_bytes("7f3c"), hash_bytes("undated")] == [b"\x7f\x3c", b""]


def test_a_changed_an_added_and_a_deleted_value_are_a_persons() -> None:
    edited = replace(HEADER, issuer="The Press Service", side="AZ", published_candidates=())
    assert set(by_hand(edited, seals(HEADER))) == {"issuer", "side", "published_candidates"}


def test_a_persons_values_win_over_a_new_reading() -> None:
    edited = replace(HEADER, issuer="The Press Service")
    again = merged(Header(title="New", issuer="PS"), edited, by_hand(edited, seals(HEADER)))
    assert (again.title, again.issuer) == ("New", "The Press Service")
