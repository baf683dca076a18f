"""One play-through without any screen: submitting moves, the journal that keeps them, the voice that answers."""
