"""Company: who is connected, by seat, and who of them sees the room."""

from server.runtime.company import Company
from tests.support.links import ListLink


def _inside(company: Company, seat: int, link: ListLink) -> None:
    company.add(seat, link)
    company.welcome(seat, link, inside=True)


def test_a_seat_may_be_open_in_several_places() -> None:
    company, here, there = Company(), ListLink(), ListLink()
    assert company.add(1, here) == 1
    assert company.add(1, there) == 2
    assert company.of(1) == (here, there)
    assert company.remove(1, here) == 1
    assert company.remove(1, there) == 0
    assert company.seats() == ()


def test_the_same_link_counts_once() -> None:
    company, link = Company(), ListLink()
    assert [company.add(1, link), company.add(1, link)] == [1, 1]
    assert company.of(1) == (link,)


def test_a_link_that_is_not_here_cannot_go() -> None:
    company, link = Company(), ListLink()
    assert company.remove(1, link) is None
    company.add(1, ListLink())
    assert company.remove(1, link) is None


def test_a_link_is_sent_nothing_before_it_is_welcomed() -> None:
    company, link = Company(), ListLink()
    company.add(1, link)
    assert company.welcomed(1) == ()
    assert company.welcome(1, link, inside=True)
    assert company.welcomed(1) == (link,)
    assert list(company.insiders()) == [link]


def test_who_is_gone_before_being_welcomed_is_gone() -> None:
    company, link = Company(), ListLink()
    company.add(1, link)
    company.remove(1, link)
    assert not company.welcome(1, link, inside=True)
    assert list(company.insiders()) == []


def test_those_who_wait_do_not_see_the_room_until_they_are_let_in() -> None:
    company, link = Company(), ListLink()
    company.add(2, link)
    company.welcome(2, link, inside=False)
    assert list(company.insiders()) == []
    assert company.let_in(2) == (link,)
    assert list(company.insiders()) == [link]
    company.remove(2, link)
    assert list(company.insiders()) == []


def test_everybody_is_told_with_their_seat() -> None:
    company, one, two = Company(), ListLink(), ListLink()
    _inside(company, 1, one)
    company.add(2, two)
    assert company.everybody() == ((1, one), (2, two))
