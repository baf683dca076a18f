from game.reader.rules_answering import ANSWERING, EASING, ENDING, PROCESS
from game.reader.rules_asking import ASKING
from game.reader.rules_telling import PRESSING, TELLING
RULES = (*ASKING, *TELLING, *PRESSING, *ANSWERING, *EASING, *PROCESS, *ENDING)
