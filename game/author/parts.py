"""The parts a scenario file is made of, in the order in which an author meets them."""

from typing import Final

from game.scenario import model, reaction

PARTS: Final = (
    model.Scenario, model.Meeting, model.Moment, model.Event, model.Issue, model.Option, model.NumericRange,
    model.Detail, model.Evidence, model.Research, model.Favour, model.Condition, model.Process, model.Seat, model.Hand,
    model.AuthorityLimit, model.Interaction, model.Line, model.Wording, reaction.Reaction, reaction.When, reaction.Then,
)  # fmt: skip
