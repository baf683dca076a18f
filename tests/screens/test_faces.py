"""Faces: every portrait of a scene has a look, every mood an expression, and a change of mood takes its time."""

from game.library import scenario_files
from game.screens.faces import EXPRESSIONS, LOOKS, look_of
from game.screens.portrait import head
from game.screens.portrait_view import LASTS, Face
from game.session.mood import FACES
from tests.screens.stages import stage


def test_every_portrait_has_a_look_and_every_mood_an_expression() -> None:
    used = {seat.portrait for name in scenario_files() for seat in stage(name).scenario.seats}
    assert used <= set(LOOKS) and set(FACES) <= set(EXPRESSIONS)


def test_moods_and_people_look_different() -> None:
    drawn = {head(look, face) for look in LOOKS.values() for face in EXPRESSIONS.values()}
    assert len(drawn) == len(LOOKS) * len(EXPRESSIONS)


def test_an_unknown_portrait_always_has_the_same_face() -> None:
    assert look_of("nobody", "Ann") == look_of("nobody", "Ann")


def test_a_face_goes_over_to_a_mood_and_stays() -> None:
    face = Face(LOOKS["operations"])
    face.turn_to("warm")
    assert face.moving and face.now == EXPRESSIONS["even"]
    face.tick(LASTS / 2)
    assert face.now not in (EXPRESSIONS["even"], EXPRESSIONS["warm"])
    face.tick(LASTS)
    assert not face.moving and face.now == EXPRESSIONS["warm"]
