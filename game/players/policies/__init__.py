"""The ten policies of the command line, by name. A new one is a file of its own and a line here."""

from game.players.policies.aggressive import aggressive
from game.players.policies.apologetic import apologetic
from game.players.policies.chance import chance
from game.players.policies.conceder import conceder
from game.players.policies.desperate import desperate
from game.players.policies.hardliner import hardliner
from game.players.policies.logroller import logroller
from game.players.policies.prepared_and_calm import prepared_and_calm
from game.players.policies.price_first import price_first
from game.players.policies.tit_for_tat import tit_for_tat
from game.players.policy import Policy

POLICIES: dict[str, Policy] = {
    "random": chance,
    "hardliner": hardliner,
    "conceder": conceder,
    "tit_for_tat": tit_for_tat,
    "logroller": logroller,
    "price_first": price_first,
    "apologetic": apologetic,
    "desperate": desperate,
    "aggressive": aggressive,
    "prepared_and_calm": prepared_and_calm,
}
