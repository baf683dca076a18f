"""A typed line becomes a reading: what was done, about what, and how it sounded.

First form: documented rules only. ``acts.read`` is the way in; the rules are the tables in ``rules_*.py`` (acts) and
``cues_*.py`` (signals), each with sentences it must match and sentences it must not.
"""
