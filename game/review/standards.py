"""The numbers that a verdict hangs on. A teacher can change them: they are read from ``assets/review.yaml``."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.reaction import Part

Points = Annotated[float, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=2, le=4096)]


class Marks(Part):
    """Points lost from which on, for sure, a move gets the mark; ``brilliant``: points gained over the next best."""

    brilliant: Points
    inaccuracy: Points
    mistake: Points
    blunder: Points


class Curve(Part):
    """Accuracy of a move, 0..100: ``100 * exp(-loss / (points * (1 + allowance * hardness)))``."""

    points: Annotated[float, Field(gt=0, le=100)]
    allowance: Annotated[float, Field(ge=0, le=5)]


class Budget(Part):
    """How many rollouts: for every alternative, for each of the short list, for those that are measured."""

    screen: Count
    shortlist: Annotated[int, Field(ge=4, le=64)]
    compare: Count
    measure: Count


class Standards(Part):
    """All of them.

    Attributes:
        fault: points that a move must have cost, for sure, to be named a fault, or ``set_back``: points that the
            counterpart asks for more because of it. slide: points that several small steps
            down must have cost together. sure: half-width of an interval in standard errors. likeness: how likely a
            reply of another kind counts beside one of the same kind. floor: least likelihood of a hand.
        turning_points: how many at most.
    """

    format: Literal["1"]
    marks: Marks
    fault: Points
    set_back: Points
    slide: Points
    accuracy: Curve
    sure: Annotated[float, Field(gt=0, le=5)]
    likeness: Annotated[float, Field(gt=0, le=1)]
    floor: Annotated[float, Field(ge=0, le=0.3)]
    turning_points: Annotated[int, Field(ge=0, le=3)]
    budget: Budget

    def lighter(self) -> "Standards":
        """The same with half the rollouts: for suggestions during play."""
        less = {name: max(2, getattr(self.budget, name) // 2) for name in ("screen", "compare", "measure")}
        return self.model_copy(update={"budget": self.budget.model_copy(update=less)})

    def doubled(self) -> "Standards":
        """The same with twice the rollouts: what a test of steadiness compares with."""
        more = {name: 2 * getattr(self.budget, name) for name in ("screen", "compare", "measure")}
        return self.model_copy(update={"budget": self.budget.model_copy(update=more)})
