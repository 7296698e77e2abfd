"""Who holds the room: roles, handing over, several facilitators, and nobody."""

from tests.room.edges.row import Row, Section

_LEADING = "room/test_leading.py"
_HOLDING = "room/test_holding.py"
_EDGES = "room/test_edges_of_holding.py"

SECTION = Section(
    title="Who holds the room",
    about="Roles are offered and accepted. When nobody holds the room it says so, waits, and closes kindly.",
    rows=(
        # --- roles
        Row(
            "A role is offered",
            "A role is offered to one person and changes nothing by itself",
            f"{_LEADING}::TestRoles",
        ),
        Row("A role is accepted", "Everybody sees that a role was accepted", f"{_LEADING}::TestRoles"),
        Row("A role is declined", "Only the one who offered a role learns of a no", f"{_LEADING}::TestRoles"),
        Row("A role was not offered", "Nobody takes a role that was not offered", f"{_LEADING}::TestRoles"),
        Row("Everybody else", "Nobody becomes a facilitator by staying", "room/test_facilitation.py::TestPowers"),
        Row("No answer for a minute", "The offer of a role is over after a while", f"{_LEADING}::TestRoles"),
        Row("The one to ask is away", "Who is away is not offered a role", f"{_LEADING}::TestRoles"),
        # --- handing over
        Row("Facilitation is handed over", "The lead is handed over and the turn goes on", f"{_LEADING}::TestTheLead"),
        Row(
            "The one who handed over",
            "Who handed facilitation over stays or becomes a member, as they wish",
            f"{_EDGES}::TestSeveralFacilitators",
        ),
        Row("Two offers of the lead", "A later offer of the lead replaces the earlier", f"{_LEADING}::TestTheLead"),
        Row("Somebody else offers the lead", "Only the lead hands the lead over", f"{_LEADING}::TestTheLead"),
        # --- the lead is gone
        Row(
            "The lead loses connection, another is here",
            "A co-facilitator who is here leads at once when the lead is gone",
            f"{_LEADING}::TestTheLead",
        ),
        Row(
            "Several others are here",
            "The next to lead is who took the role first",
            f"{_EDGES}::TestSeveralFacilitators",
        ),
        Row(
            "Another is here for long",
            "With another facilitator here the room is never unheld",
            f"{_EDGES}::TestSeveralFacilitators",
        ),
        Row(
            "The lead is back and asks for it",
            "Who led before gets the lead back on asking",
            "room/test_holding_together.py::TestTheLeadAfterALostConnection",
        ),
        # --- nobody is here
        Row("A short loss of connection", "A short loss of connection is no news", f"{_HOLDING}::TestUnheld"),
        Row("No facilitator for 30 s", "The room says that it waits for a facilitator", f"{_HOLDING}::TestUnheld"),
        Row(
            "Meanwhile: open conversation",
            "Open conversation is slow while nobody holds the room",
            f"{_HOLDING}::TestUnheld",
        ),
        Row("Meanwhile: the door", "Nobody new comes into an unheld room", f"{_HOLDING}::TestUnheld"),
        Row(
            "Meanwhile: turns",
            "without a facilitator a turn may finish and none begins; a round goes on where the group chose that",
            "web_client/src/room/standing.test.ts",
        ),
        Row(
            "No facilitator for 15 min",
            "An unheld room closes kindly, with notice five minutes before",
            f"{_HOLDING}::TestUnheld",
        ),
        Row(
            "A role is accepted meanwhile",
            "An offer accepted while nobody holds the room holds it again",
            f"{_EDGES}::TestTheLastFacilitator",
        ),
        Row(
            "A group that talks on slowly",
            "Open conversation goes on slowly without a facilitator where the group chose so",
            "room/test_holding_together.py::TestOpenlyAndSlowly",
        ),
        Row(
            "People whom the host trusts",
            "Members whom the host named may accept to facilitate",
            not_yet="Hosts cannot name such people yet.",
        ),
        Row(
            "A room that its members hold",
            "A room that its members hold is never unheld",
            f"{_HOLDING}::TestHeldByItsMembers",
        ),
        # --- a facilitator with the piece
        Row(
            "A facilitator with the piece is gone",
            "When a facilitator with the piece is gone the piece waits first, and then the room",
            f"{_EDGES}::TestAFacilitatorWithThePiece",
        ),
        Row(
            "A facilitator with the piece is back",
            "A facilitator who is back in time goes on with the same turn",
            f"{_EDGES}::TestAFacilitatorWithThePiece",
        ),
        # --- two at once
        Row(
            "Two facilitators at once",
            "Of two facilitators at once the first is heard, and both see who it was",
            f"{_EDGES}::TestSeveralFacilitators",
        ),
        Row(
            "Two ask for another way of talking",
            "Of two ways of talking that are asked for the later is awaited",
            f"{_EDGES}::TestSeveralFacilitators",
        ),
        Row(
            "Moving on, offering, lowering a hand, giving time",
            "Every use of a power says by whom",
            "room/test_holding_together.py::TestWhoDidIt",
        ),
        # --- checking, and going
        Row(
            "A check on facilitation",
            "A check on facilitation leads to an offer and to nothing else",
            not_yet="The check is not built yet.",
        ),
        Row(
            "The last facilitator wishes to leave",
            "The last facilitator is asked: hand over, close, or leave the room without",
            "web_client/src/parts/more/last_leave.test.tsx",
        ),
        Row(
            "The last facilitator leaves",
            "A room that its last facilitator leaves waits and then closes kindly",
            f"{_EDGES}::TestTheLastFacilitator",
        ),
        Row(
            "The last facilitator lays the role down",
            "A room whose last facilitator lays the role down is unheld",
            f"{_EDGES}::TestTheLastFacilitator",
        ),
    ),
)
