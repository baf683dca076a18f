"""How good was each move: every decision of a finished game weighed against what else could have been said."""
