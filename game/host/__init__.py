"""A class on one laptop: rooms, seats and clocks as plain values, a store, and the pages of students and teacher."""
