"""Rules for the acts of asking. Where an act names something (an issue), the item is found by ``lexicon``."""

from game.reader.rule import ActRule

ASKING = (
    ActRule(
        "how_important",
        "ask_priority",
        0.85,
        r"\bhow (?:much|important|big|crucial)\b.{0,40}\b(?:matter|important|weigh|mean|worth|care|value)"
        r"|\bhow important\b|\bwhere does .{1,40} stand on"
        r"|\b(?:does|do) .{1,40} matter\b|\bhow (?:do|would) you (?:rank|weigh)"
        r"|\bwhat does .{1,40} mean to you|\btell me about .{1,40} from your side"
        r"|\bdo you (?:even )?care about|\bhow heavy is\b|\bcost you much\b|\ba big thing for you\b"
        r"|\bi know how you see\b"
        r"|\b(?:what|which)(?: of \w+| one)? (?:matters|is|counts)(?: the)? (?:most"
        r"|more)? ?(?:important )?(?:to|for) you\b|\bwhat(?:'s| is) (?:most important|more important"
        r"|your priority|the priority)"
        r"|\bwhat (?:matters|counts) (?:most|more)|\bwhat do you care (?:most )?about|\bhow you see\b",
        ("How important is the price to you?", "How much does pickup matter to you?", "What matters most to you?"),
        ("How much is it?", "It matters to me."),
    ),
    ActRule(
        "why",
        "ask_reason",
        0.85,
        r"^(?:and |but |so |ok |okay )*(?:why\b(?! (?:don't|not) (?:we|you|i)\b| not \d)|how come"
        r"|what for)|\bwhat(?:'s| is) (?:behind|the (?:real )?(?:reason|problem|issue|trouble|matter))"
        r"|\bwhat (?:really )?was (?:really )?(?:behind|the (?:real )?(?:reason|problem|trouble))"
        r"|\bwhat makes (?:this|it|that) (?:\w+ )?(?:difficult|hard|impossible|tricky)"
        r"|\b(?:what|which) (?:exactly |part |part of it |bit )?(?:doesn't|does not|didn't|did not) (?:fit"
        r"|work|suit|convince)|\bwhat(?:'s| is) the reason|\b(?:can|could|would|will) you (?:tell me"
        r"|explain|say) (?:me )?why|\bmay i ask why|\bwhat are your reasons|\bwhat is it really"
        r"|\bthe real reason"
        r"|\btell me why|\bask why\b|\bif there was .{0,12}a reason|\bwhat i did wrong|\bwhat(?:'s| is) really"
        r"|\bwhat did i do wrong|\bhelp me understand(?: why)?|\bwhat(?:'s| is) bothering you",
        (
            "Why not?",
            "What exactly didn't fit?",
            "What's behind the no?",
            "How come?",
            "So what really was the problem?",
        ),
        ("Why don't we say 62?", "That is why I'm here."),
    ),
    ActRule(
        "who_decides",
        "ask_decision",
        0.9,
        r"\bwho (?:else )?(?:decides|signs|approves|has to (?:agree|approve|sign)|makes the (?:decision"
        r"|call)|is (?:involved|deciding)|needs to (?:agree|approve|sign)|gets to decide|would have to)"
        r"|\bhow (?:is|does|do|will|would) .{0,25}(?:decide|decided|decision|a yes|get approved)"
        r"|\b(?:is it|are you) .{0,20}(?:you who decides|the one who decides|your decision|able to decide)"
        r"|\bcan you (?:\w+ )?decide|\bis (?:it|this|that) (?:sort of |even |really )?(?:your (?:decision"
        r"|call)|up to you)"
        r"|\bwhat(?:'s| is) the (?:decision )?process\b|\b(?:by )?what criteria|\bwhat do they look at"
        r"|\bdo you need (?:anyone|anybody|someone|approval|to ask)|\bhow it's decided|\bwho i have to ask"
        r"|\b(?:do|does) (?:they|he|she|anyone|anybody|somebody|someone|(?!i\b)\w+) (?:else )?(?:have|has"
        r"|need) to (?:sign|approve"
        r"|agree)|\b(?:can|can't|cant|cannot)(?: you)? (?:say yes|decide|agree|sign)(?: \w+){0,3} (?:on your own"
        r"|alone"
        r"|by yourself)"
        r"|\bdo you have the (?:authority|power|last word|final say)|\bhas the (?:last|final) (?:word|say)",
        (
            "Who decides this?",
            "Is it your call?",
            "Who else has to agree?",
            "Do they have to sign it?",
            "Can you say yes on your own?",
        ),
        ("I have to decide by Friday.", "You decide.", "Do I have to sign?"),
    ),
    ActRule(
        "other_options",
        "ask_alternatives",
        0.85,
        r"\bwhat (?:will|would|do|else)\b.{0,40}\b(?:if (?:we|the two of us|this|it|i) (?:\w+ )?(?:don't"
        r"|doesn't|can't|falls?|fail|say no|leave)|without (?:a deal|this|me)|fall back)"
        r"|\bdo you have (?:\w+ ){0,3}(?:other (?:offers?|options?|buyers?|candidates?|choices?|plans?)"
        r"|somebody else|someone else|alternatives?|a plan b)"
        r"|\bwhat (?:else are you|else (?:have|do) you|are your (?:other )?(?:alternatives|options)"
        r"|other (?:options|offers|candidates))|\b(?:is|are) (?:there )?(?:anyone|anybody|somebody|someone"
        r"|others?) (?:else )?(?:interested|asking|in the running)|\bwhat(?:'s| is) your (?:plan b"
        r"|alternative|next step then|fallback)|\bhave (?:somebody|someone) else in mind"
        r"|\bwho else (?:is (?:interested|asking)|are you talking|do you think)"
        r"|\b(?:anyone|anybody) else (?:interested|asked|asking)|\bhave you got other|\bwhat else, besides"
        r"|\bgiving it to someone else",
        ("What will you do if we don't agree?", "Do you have other offers?", "What are your alternatives?"),
        ("I have other offers.", "What else?"),
        asks=True,
    ),
    ActRule(
        "what_is_fixed",
        "ask_constraint",
        0.85,
        r"\bwhat (?:is it that )?(?:you )?(?:can't|cannot|can you not) (?:you )?(?:change|move|do|touch"
        r"|go)|\b(?:what|where)(?:'s| is| are)? (?:exactly )?(?:fixed|your limits?|your constraints?"
        r"|your hands tied|the limits?|the obstacle|the sticking point|tied)|\b(?:what"
        r"|which things?) (?:stands?|stood|gets?|got|is|was|are) (?:\w+ )?in (?:the|your|our) way"
        r"|\bwalk me through (?:what|why|how)|\bwhat(?:'s| is) (?:stopping|holding|blocking|preventing"
        r"|in the way)"
        r"|\b(?:any|are there|is there) (?:a |any |sort of a )?(?:limits?|rules?|constraints?|polic(?:y"
        r"|ies)|restrictions?|budget)|\bwhat (?:rules?|limits?|constraints?|polic(?:y|ies)|budget) "
        r"|\byour (?:limit|maximum|minimum|bottom line|ceiling|floor)\b|\bis (?:it|that) (?:really )?fixed"
        r"|\bwhich of these rules|\bwhat is fixed|\ba limit somewhere|\bhow much room (?:is there"
        r"|do you have)|\bdo you have (?:any )?(?:room|leeway|a budget|a limit)",
        (
            "What can't you change?",
            "What stood in the way last time?",
            "Walk me through what stands in the way.",
            "Is there a limit?",
            "What's holding you back?",
        ),
        ("I can't change that.", "There is a limit for me."),
        asks=None,
    ),
    ActRule(
        "how_did_i_do",
        "ask_feedback",
        0.9,
        r"\bfeedback\b|\bhow (?:do|am) i (?:come|coming) across|\bhow did (?:i|that|it) (?:do|come across|land"
        r"|sound|go)|\bwhat (?:could|should"
        r"|would|did) (?:i|you have me) .{0,25}(?:different|better|wrong next)|\bwhat should i take away"
        r"|\bhow (?:can|could) i (?:do better|improve)|\bwhat (?:lost|won) (?:it|you|me)|\bwhat worked\b"
        r"|\bwas it .{0,12}bad\b|\bwhat was wrong with it|\bsomething i could have done",
        ("Do you have any feedback for me?", "What could I have done better?", "How do I come across?"),
        ("How did you decide?", "It went back and forth."),
    ),
    ActRule(
        "what_would_work",
        "ask_whatif",
        0.85,
        r"\bwhat (?:would|could|might|will|does|do|can)\b.{0,45}\b(?:take|work|good for you|possible|say yes|help"
        r"|need(?: to)? see|need|change|easier|convince|suit|agree|happen)\b|\b(?:which"
        r"|what) (?:arrangement|condition|conditions|terms|package|way)\b.{0,40}\b(?:work|suit|fit"
        r"|possible|help|accept)|\bunder what (?:conditions|circumstances|terms)|\bhow (?:could|can|might"
        r"|would) (?:we|i|you) (?:make|get|find|solve|bridge|work)"
        r"|\btell me what it takes|\bis there .{0,8}any version\b|\bis there (?:\w+ )?(?:another|any|a"
        r"|some) (?:other )?(?:way|arrangement|combination)"
        r"|\bwhat if (?:we|you|i|it)\b|\bsuppose (?:we|you|i)\b|\bwhat do you (?:need|want|suggest"
        r"|propose)\b|\bwhat are you (?:thinking|offering)|\bwhat(?:'s| is) (?:possible|your (?:offer"
        r"|proposal|counteroffer|price|best price|best offer))\b|\bhow much (?:do|would|are|is) (?:you|it"
        r"|that|the)\b(?!.{0,30}\b(?:matter|weigh|mean|care|value))"
        r"|\bwhat(?:'s| is) the (?:most|best|highest|lowest|least|furthest) (?:that )?you (?:can|could|would|'d)"
        r"|\b(?:can|could|would|will) you (?:go|come|do|get) (?:(?:a|bit|little|any|some|something"
        r"|much) ){0,3}(?:higher|lower|better|closer|up|down)\b(?!.{0,20}\d)"
        r"|\bmake you say yes|\bwhat could you (?:do|offer)|\bwhat can you (?:do|offer)"
        r"|\bwould there .{0,45}another way|\bmake (?:it|this) easier for you",
        (
            "What would it take?",
            "Which arrangement would work for you?",
            "What if we took it in stages?",
            "What can you offer?",
            "What's the most you could do on pay?",
            "Can you go a bit higher?",
        ),
        ("It would take two days.", "There is no other way."),
    ),
)
