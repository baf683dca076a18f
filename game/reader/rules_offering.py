"""Rules for putting something on the table: which clauses offer what they name, and the turns of phrase of a trade."""

import re

from game.reader.rule import ActRule

OFFERING = (
    ActRule(
        "i_want",
        "offer",
        0.9,
        r"\b(?:i|we)(?: really| just| only| still| definitely)* (?:want|propose|suggest|need|offer|prefer"
        r"|expect|request|ask for|say|can only do|insist on)\b"
        r"|\b(?:i'd|i would|i'll|i will|i can|i could|i might|i may|i want to|i need to|we'd|we'll|we can"
        r"|we could)(?: also| really| just| only| happily| gladly| still| rather| definitely| maybe"
        r"| sort of| like to| want to| be (?:willing|ready|prepared|happy) to)*"
        r" (?:like|want|propose|suggest|ask(?:ing)? for|take(?: on)?|accept|go (?:for|to|up|down|as)|do"
        r"|pay|say|settle|agree (?:to|on)|need|prefer|offer|sign|live with|give(?: up| you)?|expect"
        r"|aim for|hope for|start (?:at|with)|drop|let go|skip|move to|come (?:down|up)|request"
        r"|be (?:happy|fine|ok|okay|good|content|glad) with|cover|pick up|see|have|get)\b"
        r"|\b(?:i'm|i am|we're) (?:asking for|looking for|looking at|thinking (?:of|about)|hoping for"
        r"|proposing|offering|suggesting|after|aiming|at \d|willing to|ready to|prepared to)"
        r"|\bi was (?:(?:kind|sort) of |just |really |actually |maybe )?(?:thinking|hoping|looking)",
        ("I'd like 62.", "I can do 120.", "I was kind of hoping for a review in June.", "We propose 62,000."),
        ("You pay 62.", "Why 62?", "They offered me 64."),
    ),
    ActRule(
        "could_we",
        "offer",
        0.9,
        r"\b(?:could|can|shall|should|may|might|would|will) (?:we|you|i)(?: maybe| mabye| perhaps| please| pls"
        r"| possibly| just| also| at least| instead| both| be able to| consider| agree to| agree on"
        r"| be (?:ok|okay|happy|willing) (?:with|to))* (?:do|say|get|have|make|go|agree|accept|take|offer"
        r"|give|settle|put|move|add|meet|pay|include|set|come|stretch|raise|manage|\d|live with"
        r"|consider|work(?= (?:from|one|two|three|a|\d)\b))\b"
        r"|\bhow about\b|\bwhat about\b|\bwhat if (?:we|you|i|it)\b|\bwhy (?:don't|not) (?:we|you)\b"
        r"|\bwhat would you say to\b|\bhow (?:does|would) .{1,60} (?:sound|look|work|suit)\b"
        r"|\bis .{1,40} possible\b|\bwould .{1,60} (?:work|be (?:ok|okay|possible|fine|acceptable"
        r"|at all possible)|do|suit|fit)\b|\bwould (?:you|that) .{0,12}(?:at|for) \d|\bcan i (?:get"
        r"|have)\b|\bdo you (?:accept|take)\b|\bare you (?:ok|okay|happy|fine|good) with\b",
        (
            "Could we do 62 and a review in June?",
            "How about 120?",
            "Would 62 work?",
            "Is 110 possible?",
            "Could I work two days at home?",
        ),
        ("Could you explain it?", "Is it raining?"),
    ),
    ActRule(
        "lets_say",
        "offer",
        0.9,
        r"\b(?:let's|let us) (?:say|do|make|go|agree|settle|call|take|meet|try|put|set)\b|\bmake (?:it"
        r"|that)\b|^(?:then |so |ok(?:ay)?,? |well,? )*say \d|\bmy (?:\w+ )?(?:offer|price|number|figure"
        r"|proposal|suggestion|answer|counteroffer|ask|target|request|best|last word) (?:is|would be"
        r"|stands|now is)|\b(?:it|that|this) (?:would|should|could|has to|will|'d) (?:be|have to be"
        r"|need to be)\b|\bhere(?:'s| is) (?:my|what|an|the)|\bwhat (?:works|would work) for me|\b(?:would"
        r"|will|'d) (?:work|do|be (?:fine|ok|okay|good|perfect|great|fair|enough|right)) (?:for me"
        r"|with me)|\b(?:i|we) (?:want|need|think) (?:it|the \w+) (?:to be|at|should)|\b(?:works"
        r"|would work|is fine|is ok|is what i|'s what i|is my|it is|sounds right|seems fair|seems right"
        r"|would be (?:fair|fine|great|good|right|ok))\b|\bput me down for\b|\bgive me\b|\bmake me\b"
        r"|\bmeet (?:me|in the middle|halfway)\b|^(?:please )?(?:raise|lower|drop|add|include|throw in|pay"
        r"|take)\b|\bin (?:exchange|return)\b|\bfinal offer\b|\bsomething like\b|\bwhat i (?:can|could"
        r"|want|would like|have in mind)\b.{0,40}\bis\b|\bthat would come to\b|\btake it or leave it\b"
        r"|\bno less than\b"
        r"|\bat least\b|\bfor me,? it's\b|\beither\b.{1,80}\bor\b|\boption (?:one|a|1)\b",
        ("Let's say 62.", "My offer is 120.", "62 would work for me.", "Make it 110 and I'm happy."),
        ("You said 62.", "They say 62 is normal."),
    ),
)

#: "If you do this, I do that": what follows is the condition.
CONDITIONAL = re.compile(r"\b(?:if|provided(?: that)?|as long as|on (?:the )?condition that|assuming|so long as)\b")
#: "This for that": what follows is the other side of the swap.
SWAP = re.compile(
    r"\b(?:in exchange(?: for)?|in return(?: for)?|against|as a trade for|in trade for|swap(?:ped)? for)\b"
)
#: A plain "for" swaps only after a verb of giving.
GIVE_FOR = re.compile(
    r"\bi(?:'ll| will| can| could|'d| would)? (?:be (?:happy|willing|ready|prepared) to )?(?:give"
    r"|take on|take over|drop|cover|do|accept|pick up|let go|swap|trade|offer"
    r"|throw in)\b.{1,80}?\bfor\b"
)
#: The speaker takes, rather than gives, what this clause names.
GETTING = re.compile(
    r"\b(?:i|we)(?:'d| would| really|'ll| will)? (?:like|want|need|get|expect|ask|have)|\b(?:could|can"
    r"|would|will|do) you\b|\byou(?:'ll| will|'d| would| could| can|'re)?(?: \w+)? (?:give|pay|do|go"
    r"|agree|accept|raise|offer|add|come|move|make|meet|manage|get|take|can|could|say|include)\b"
    r"|\bfor me\b|\bgive me\b"
)
GIVING = re.compile(
    r"\b(?:i|we)(?:'ll| will| can| could|'d| would|'m (?:ready|willing|prepared"
    r"|happy) to)?(?: be (?:happy|willing|ready|prepared) to)?(?: also| happily| gladly)? (?:give|take"
    r"|drop|cover|do|accept|pick|let|swap|trade|offer|throw|skip|pay|go|agree|keep|live|stay|move|come"
    r"|sign|settle)\b"
)
#: Words before a value that say whose side of a bargain it is: ``mine`` is what the speaker gives.
SIDE = re.compile(
    r"(?P<mine>\byou(?:'ll|'d| can| could| will)? (?:get|have|want)\b|\bi(?:'ll|'d| will| can| could"
    r"| would)?(?: gladly| happily)? "
    r"(?:give|offer|take on|take over|do|drop|stay at|stay|hold at|pay|accept|cover|let go)\b"
    r"|\byour (?=(?:two|three|one|\d|figure|number|offer|price|discount|rebate))"
    r"|\bfrom (?:me|us)\b|\bkeep your\b|\bok(?:ay)? to\b|\bfine with\b|\b(?:ok|fine|yes),? (?=\d))"
    r"|(?P<theirs>\bi(?:'ll|'d| will| would)? (?:get|want|need|have|like)\b|\byou (?:take|pay|give|hold"
    r"|sign|stock|do|go|agree|let|put|keep|commit|order|buy|train)\b"
    r"|\b(?:just )?give me\b|\bfrom you\b|\bfor me\b|\bif\b|\bprovided\b|\bbut (?:then|only|with)\b"
    r"|\bthen\b|\bfor that\b|\bin return\b)"
)
#: A line in which both sides get something.
SIDES = re.compile(
    r"\byou(?:'ll|'d| can)? (?:get|have|want)\b.{1,80}[,;.?] ?(?:and |but |then |so )?(?:i |then\b|you )"
    r"|\byou (?:take|pay|hold|sign|stock|give)\b.{1,60}[,;.] ?(?:and )?(?:i|you get)\b"
    r"|\bi(?:'ll|'d| can)? (?:give|do|drop|take)\b.{1,60}[,;.] ?(?:and |but )?you (?:take|pay|hold|sign"
    r"|stock|give|do|let|put)\b"
    r"|\byour (?:two|three|one|\d\S*|figure|number|offer|price|discount|rebate|page"
    r"|terms)\b.{0,30}\b(?:but|if|provided|against|only)\b"
    r"|\bkeep your .{1,40}\bgive me\b|\bfrom (?:me|us)\b.{1,60}\bfrom you\b|\bbut then\b|\b(?:and"
    r"|,) for that\b|\bfor it you\b"
)
#: Words by which a line may hold both halves of a bargain.
BARGAINS = re.compile(
    r"\b(?:if|then|but|provided|against|in return|in exchange|for (?:that|it|them|\d)|you (?:get|take|give))\b"
)
FINAL = re.compile(
    r"\b(?:final offer|last offer|best and final|that's final|that is final|my last word"
    r"|take it or leave it|final word|not a (?:cent|euro|penny) (?:more|less)|i won't go (?:higher"
    r"|lower|further|beyond|below)|this is final|final)\b"
)
EITHER = re.compile(r"\b(?:or|alternatively|option (?:two|three|2|3|b|c))\b")
#: Just before a value: it is not what is offered.
NOT_THIS = re.compile(
    r"(?:\bnot|\binstead of|\brather than|\bno longer|\bwithout|\bmore than|\bless than|\bother than"
    r"|\bbut not|\bfrom|\bcompared to|\bnever|\bthan|\babove|\bbelow|\bover|\bunder|\bbeyond)(?: the"
    r"| a| an| any)? ?[€$£]?$"
)
AT_LEAST = re.compile(r"\b(?:no|not) (?:less|more|lower|higher) than(?: the| a)? ?[€$£]?$")
