from game.reader.by_rules import RULES, work
def read(text, scenario, seat_id, last_offer=None):
    return work(text, scenario, seat_id, last_offer).reading
