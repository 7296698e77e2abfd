"""What leaves at the end of a moment is, for every link, what would have left frame by frame, and in few pieces."""

from hypothesis import given, settings, strategies as st

from server.runtime.bag import Bag
from server.runtime.company import Company
from tests.support.links import ListLink
from tests.support.manual_clock import ManualClock

LINKS = 4

steps = st.lists(
    st.one_of(
        st.tuples(st.just("everybody"), st.just(0)),
        st.tuples(st.sampled_from(("one", "joins", "leaves")), st.integers(0, LINKS - 1)),
        st.tuples(st.just("moment"), st.just(0)),
    ),
    max_size=60,
)


class House:
    """A room's links, and the clock that says when a moment is over."""

    def __init__(self, *, at_once: bool) -> None:
        self.clock = ManualClock()
        self.clock.holds = not at_once
        self.company = Company()
        self.bag = Bag(self.company, self.clock.soon)
        self.links = [ListLink() for _ in range(LINKS)]
        for seat, link in enumerate(self.links, 1):
            self.company.add(seat, link)
            self.company.welcome(seat, link, inside=False)

    def does(self, what: str, which: int, frame: bytes) -> None:
        """One step of a story."""
        link = self.links[which]
        match what:
            case "everybody":
                self.bag.to_everybody(frame)
            case "one":
                self.bag.to_one(link, frame)
            case "joins":
                self.bag.joins(link)
                self.company.let_in(which + 1)
            case "leaves":
                self.bag.empty()
                self.company.remove(which + 1, link)
                self.company.add(which + 1, link)
                self.company.welcome(which + 1, link, inside=False)
            case _:
                self.clock.releases()

    def heard(self) -> list[bytes]:
        """All bytes of each link."""
        return [b"".join(link.payloads) for link in self.links]


@given(steps)
@settings(max_examples=300, deadline=None)
def test_every_link_gets_the_same_bytes_as_frame_by_frame(story: list[tuple[str, int]]) -> None:
    together, alone = House(at_once=False), House(at_once=True)
    for number, (what, which) in enumerate(story):
        frame = b"<%d>" % number
        together.does(what, which, frame)
        alone.does(what, which, frame)
    together.clock.releases()
    assert together.heard() == alone.heard()


def test_a_moment_is_one_piece_for_each_link_and_the_same_one_for_most() -> None:
    house = House(at_once=False)
    for which in range(LINKS):
        house.does("joins", which, b"")
    for number in range(16):
        house.does("everybody", 0, b"<%d>" % number)
    house.does("one", 0, b"<answer>")
    assert house.heard() == [b""] * LINKS, "something left before the moment was over"
    house.clock.releases()
    assert [len(link.payloads) for link in house.links] == [1] * LINKS
    assert house.links[1].payloads[0] is house.links[2].payloads[0], "the same bytes, not a copy for each"
    assert house.links[0].payloads[0].endswith(b"<15><answer>")


def test_nothing_is_sent_where_nothing_waits() -> None:
    house = House(at_once=True)
    house.bag.joins(house.links[0])
    house.bag.empty()
    assert house.heard() == [b""] * LINKS
