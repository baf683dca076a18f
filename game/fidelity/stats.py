"""Effect sizes with 95 % intervals: differences standardised by the pooled within-arm standard deviation, gaps between
rates, correlations and slopes; and how those of several scenes come together.

Formulas: Cohen 1988 for d, Hedges and Olkin 1985 for its variance, Fisher 1915 for the interval of a correlation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
_Z = 1.959964


@dataclass(frozen=True)
class Estimate:
    """A measured size with its standard error; not-a-number where there was nothing to measure."""

    value: float
    error: float

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval."""
        return self.value - _Z * self.error, self.value + _Z * self.error


def _clean(values: NDArray[np.generic]) -> Values:
    numbers = np.asarray(values, float)
    kept: Values = numbers[np.isfinite(numbers)]
    return kept


def mean(values: NDArray[np.generic]) -> Estimate:
    """A mean; not-a-numbers are left out, as everywhere here."""
    x = _clean(values)
    return Estimate(float(x.mean()), float(x.std(ddof=1) / np.sqrt(len(x)))) if len(x) > 1 else _NOTHING


def spread(values: NDArray[np.generic]) -> Estimate:
    """A standard deviation (error: that of a normal variable's)."""
    x = _clean(values)
    if len(x) < 2:
        return _NOTHING
    sd = float(x.std(ddof=1))
    return Estimate(sd, sd / np.sqrt(2 * (len(x) - 1)))


def standardised(higher: NDArray[np.generic], lower: NDArray[np.generic]) -> Estimate:
    """d: the first arm's mean minus the second's, in pooled within-arm standard deviations."""
    a, b = _clean(higher), _clean(lower)
    if min(len(a), len(b)) < 2:
        return _NOTHING
    pooled = np.sqrt(((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / (len(a) + len(b) - 2))
    gap = float(a.mean() - b.mean())
    if pooled == 0:
        return Estimate(0.0 if gap == 0 else float(np.copysign(np.inf, gap)), 0.0)
    d = gap / float(pooled)
    return Estimate(d, float(np.sqrt(1 / len(a) + 1 / len(b) + d * d / (2 * (len(a) + len(b))))))


def gap(more: NDArray[np.generic], less: NDArray[np.generic]) -> Estimate:
    """The difference of two means or rates, in their own unit."""
    a, b = _clean(more), _clean(less)
    if min(len(a), len(b)) < 2:
        return _NOTHING
    return Estimate(float(a.mean() - b.mean()), float(np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))))


def correlation(x: NDArray[np.generic], y: NDArray[np.generic]) -> Estimate:
    """Pearson's r over the pairs that are complete."""
    a, b = np.asarray(x, float), np.asarray(y, float)
    both = np.isfinite(a) & np.isfinite(b)
    a, b = a[both], b[both]
    if len(a) < 4 or a.std() == 0 or b.std() == 0:
        return _NOTHING
    r = float(np.corrcoef(a, b)[0, 1])
    return Estimate(r, (1 - r * r) / float(np.sqrt(len(a) - 3)))


def slope(x: NDArray[np.generic], y: NDArray[np.generic], held: Sequence[NDArray[np.generic]] = ()) -> Estimate:
    """The slope of y on x with the variables in ``held`` held constant (least squares)."""
    columns = [np.asarray(c, float) for c in (x, *held)]
    target = np.asarray(y, float)
    both = np.isfinite(target) & np.all([np.isfinite(c) for c in columns], axis=0)
    design = np.stack([*(c[both] for c in columns), np.ones(int(both.sum()))], axis=1)
    if len(design) <= design.shape[1]:
        return _NOTHING
    found, *_ = np.linalg.lstsq(design, target[both], rcond=None)
    left = target[both] - design @ found
    variance = float(left @ left) / (len(design) - design.shape[1])
    return Estimate(float(found[0]), float(np.sqrt(variance * np.linalg.pinv(design.T @ design)[0, 0])))


def together(estimates: Sequence[Estimate]) -> Estimate:
    """The mean of several scenes' sizes, each scene counting the same; scenes with nothing to measure are left out."""
    kept = [e for e in estimates if np.isfinite(e.value)]
    if not kept:
        return _NOTHING
    values, errors = [e.value for e in kept], [e.error for e in kept]
    return Estimate(float(np.mean(values)), float(np.sqrt(np.sum(np.square(errors))) / len(kept)))


def difference(one: Estimate, other: Estimate) -> Estimate:
    """The difference of two independent sizes."""
    return Estimate(one.value - other.value, float(np.hypot(one.error, other.error)))


_NOTHING = Estimate(float("nan"), float("nan"))
