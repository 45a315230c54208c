"""The yardstick of the linearity tests can tell a line from a square."""

from tests.timing import grows_linearly


def test_it_can_say_no() -> None:
    assert grows_linearly(lambda text: sum(map(ord, text)), lambda size: "a" * size, 30_000)
    assert not grows_linearly(lambda text: [sum(map(ord, text)) for _ in text], lambda size: "a" * size, 300)
