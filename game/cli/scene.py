"""A scenario, a seat and hands by the names given on the command line."""

from game.cli.problems import CannotDo, readable
from game.library import find_scenario
from game.scenario.load import load_scenario
from game.scenario.model import Scenario, Seat


def scenario_and_seat(name: str, seat_id: str | None) -> tuple[Scenario, Seat]:
    """The scenario, and the seat of that id (the first without one). Raises CannotDo."""
    with readable():
        scenario = load_scenario(find_scenario(name))
    return scenario, scenario.seats[seat_number(scenario, seat_id)]


def seat_number(scenario: Scenario, seat_id: str | None) -> int:
    """0 or 1. Raises CannotDo for a seat that is not there."""
    ids = [seat.id for seat in scenario.seats]
    if seat_id is not None and seat_id not in ids:
        raise CannotDo(f"There is no seat '{seat_id}' in {scenario.id}; there is: {', '.join(ids)}.")
    return ids.index(seat_id) if seat_id is not None else 0


def hands_of(scenario: Scenario, hand: str | None) -> tuple[str | None, str | None]:
    """The hand given, at the seat that has it. Raises CannotDo for a hand that nobody has."""
    if hand is None:
        return None, None
    held = [any(each.id == hand for each in seat.hands) for seat in scenario.seats]
    if not any(held):
        every = ", ".join(f"{each.id} ({seat.id})" for seat in scenario.seats for each in seat.hands)
        raise CannotDo(f"There is no hand '{hand}' in {scenario.id}; there is: {every}.")
    return (hand if held[0] else None, hand if held[1] else None)
