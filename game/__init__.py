"""Counteroffer: a role-play negotiation simulator."""

__version__ = "0.1.0"
