"""Rules for telling, arguing, pressing: what a speaker says about themselves, the case, or the other side."""

from game.reader.rule import ActRule

TELLING = (
    ActRule(
        "matters_to_me",
        "share_priority",
        0.85,
        r"\b(?:matters?|counts?|important|priority|comes down)\b.{0,40}\b(?:to|for) me\b|\b(?:for"
        r"|to) me,? (?:it|what|the|this|that).{0,40}\b(?:matters?|counts?|important|comes down)"
        r"|\bfor me it (?:comes down|is about|'s about)|\bwhat (?:i care|matters|counts|i really want"
        r"|i want most|i need most|i'm after)|\bi (?:mainly|mostly|really|only"
        r"|mostly just)? ?care (?:most |mostly |more |a lot )?about|\bmy (?:top |first |main "
        r"|biggest )?priority|\bmost important (?:thing|point|to me|for me)|\bi (?:don't"
        r"|do not) (?:really )?(?:mind|care) about|\bif i had to rank|\bi really need this one",
        ("The pickup matters most to me.", "My priority is the price.", "I care about service."),
        ("What matters to you?", "Does it matter?"),
        asks=False,
    ),
    ActRule(
        "need_told",
        "share_need",
        0.75,
        r"\bi (?:really |badly |urgently |do )?need (?:this|it|the|a|some|more|help)\b"
        r"|\bwe (?:really )?need\b|\b(?:my|the) (?:rent|bills?|mortgage|costs|debts?|landlord|flat (?:is|gets?"
        r"|got|costs?|went|will))\b|\b(?:i'm"
        r"|we're|things are|money is) .{0,12}(?:struggling|broke|short|tight|behind|in trouble"
        r"|under pressure)|\bi (?:can't|cannot) (?:(?:pay|afford) (?:my|the (?:rent|bills))|make ends"
        r"|sleep|get by|lose)|\bthere's a need|\bi'll tell you what this is for|\bthings at home"
        r"|\badd up at home|\bwe'll manage\b|\bi lie awake|\bthat's what this is about"
        r"|\bit has to add up|\bi'm saving|\bi have (?:a family|kids|children|three|two) "
        r"|\bsomeone has to (?:count|pay)|\bsome of us have to count|\btake a (?:real )?weight off"
        r"|\bthat's why i'm here|\bi depend on",
        (
            "I need this for work.",
            "My rent went up.",
            "The flat costs more from September.",
            "Money is tight at the moment.",
        ),
        ("I need 62.", "Do you need it?", "We agreed."),
        asks=False,
    ),
    ActRule(
        "own_alternative",
        "share_alternative",
        0.8,
        r"\bi(?:'ve| have)? (?:also )?(?:do )?(?:have|got|had) (?:\w+ ){0,2}(?:another|other|a second"
        r"|an alternative|somewhere else|something else|a different|two other|a plan b|options?)\b"
        r"|\bi(?:'ve| have)? (?:been|am|'m) (?:also )?(?:talking to|looking at"
        r"|in touch with) (?:\w+ ){0,2}(?:another|other|others|someone else|somebody else|different)"
        r"|\b(?:another|a second|a different) (?:offer|option|company|buyer|seller|job|bike"
        r"|way)\b.{0,25}\b(?:open|waits?|for me|from|on the table|in hand)?|\bi could (?:also|always"
        r"|just) (?:take|keep|buy|go|stay)|\bwithout a deal i(?:'d|'ll| would| will)|\b(?:if (?:we"
        r"|this) (?:don't|doesn't)[^,.]{0,25},? i(?:'d|'ll| would| will| can) (?:just |still )?(?:take"
        r"|keep|stay|go on|buy))|\bsomething else i could|\bsomeone else got in touch|\bsecond option\b"
        r"|\banother way to go|\bi(?:'ve| have)(?: got)? an offer (?:from|elsewhere|in hand)",
        (
            "I have another offer.",
            "I'm also talking to another company.",
            "I could always take the tram.",
            "I have an offer from a recruiter.",
        ),
        ("Do you have another offer?", "Another day, perhaps.", "I've no other wish."),
        asks=False,
    ),
    ActRule(
        "deadline_told",
        "share_deadline",
        0.85,
        r"\bi (?:have to|must|need to|'ve got to|will|'ll) (?:decide|know|answer|sign|hand in|give notice"
        r"|commit)\b.{0,30}\b(?:by|before|until|on|this|today|tomorrow)|\b(?:my|the|our) (?:deadline"
        r"|last day|cut-?off|date is)|\b(?:offer|price) (?:stands|holds|is open|is good|is valid) (?:until"
        r"|till|for)|\bi (?:need|have to have) (?:an answer|a decision|a yes|it|this) (?:by|before|today"
        r"|now|tonight|within|this)|\bafter (?:that|friday|monday|this week|today) (?:it's|i|it is|i'm)"
        r"|\bit has to be (?:now|today|this week)|\bthey want (?:an|my) answer by|\buntil (?:monday"
        r"|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|the end of)|\b(?:it's|is) friday\b"
        r"|\bfriday (?:at )?noon|\bsort of have a date",
        ("I have to decide by Friday.", "My deadline is the end of the month.", "I need an answer today."),
        ("What is your deadline?", "See you on Friday."),
        asks=False,
    ),
    ActRule(
        "cannot_change",
        "share_constraint",
        0.85,
        r"\b(?:my|our) hands are tied|\b(?:it's|it is|that's|that is|this is"
        r"|that part is) (?:not (?:up to me|mine to|my decision|in my power|my call)|fixed|company policy"
        r"|the rule|against (?:the|our) (?:rules|policy))|\bit isn't (?:up to me|mine)|\bi(?:'m"
        r"| am) not (?:allowed|authori[sz]ed|permitted|free|able) to|\b(?:the|our|my) (?:policy|rules?|law"
        r"|contract|budget|limit|maximum|bank|boss) (?:does(?:n't| not)|do(?:n't| not)|won't|says|is"
        r"|allows|forbids)|\bi (?:can't|cannot|can not) (?:change|move|decide|promise|sign|influence"
        r"|touch) (?:that|it|this|the|anything)|\bthere(?:'s| is) (?:a|one) (?:rule|limit|policy"
        r"|thing i can't|law)|\bmore than .{0,12}i (?:don't|do not) have|\b(?:all"
        r"|only) (?:the money )?i have is|\bi only have .{0,20}(?:cash|on me|budget)|\bbound (?:there|by)"
        r"|\bnot mine to|\bi(?:'ve got| have| need) to (?:leave|be (?:home|gone|out))\b.{0,12}\bby \w+",
        (
            "My hands are tied.",
            "I'm not allowed to do that.",
            "That's company policy.",
            "I only have 150 in cash.",
            "I have to leave by four.",
        ),
        ("Are your hands tied?", "I can't do that.", "You can't change it."),
        asks=False,
    ),
    ActRule(
        "will_not_tell",
        "decline",
        0.9,
        r"\b(?:i'd|i would|i'll|i will|i) (?:rather|prefer)(?: to)? (?:not|keep)\b.{0,20}(?:say|answer"
        r"|tell|share|discuss|go into|disclose|talk about|that to myself|private|that one)|\bi(?:'d"
        r"| would) rather not\W*$|\bi(?:'ll| will) keep (?:that|it|this) (?:to myself|private)|\b(?:that's"
        r"|that is|it's) (?:confidential|private|none of your business|personal|not something i(?:'ll"
        r"| will| can|'d) (?:share|discuss|say|answer))|\bi (?:won't|will not|can't|cannot|don't want to"
        r"|shouldn't) (?:say|tell|answer|share|discuss|comment|go into)\b|\bnone of your business"
        r"|\bno comment|\bone i won't answer|\bdon't ask me that|\bokay if i don't say",
        ("I'd rather not say.", "That's confidential.", "I won't answer that."),
        ("I can't do that.", "No.", "I'd rather not sell.", "I'd rather keep the bike."),
    ),
    ActRule(
        "fairness",
        "appeal_fairness",
        0.8,
        r"\b(?:un)?fair(?:er|ly|ness)?\b(?! (?:point|enough|answer|of you|question))|\bequal (?:pay"
        r"|treatment|share)|\b(?:same|as much) as (?:everyone|everybody|anyone|the others|others"
        r"|my colleagues)|\bi'd ask the same|\breasonable for both|\bit(?:'s| is) only right|\bseem even\b"
        r"|\bi (?:\w+ )?deserve\b",
        ("It's only fair.", "I want a fair split.", "I think I deserve more.", "Others get the same as everyone."),
        ("Fair point.", "Fair enough.", "That was a fair answer."),
    ),
    ActRule("evidence_named", "argue", 0.6, r"\w", ("The receipt is here.",), ("Where is the receipt?",), asks=False),
    ActRule(
        "evidence_cited",
        "argue",
        0.7,
        r"\b(?:shows?|proves?|according to|based on|says?|look at|have a look|here(?:'s| is)|i(?:'ve"
        r"| have) (?:brought|found|got|collected|checked|compared|seen)|because|since|given|considering"
        r"|speaks for|there(?:'s| is|'re| are)|evidence|data|facts?|numbers)\b",
        ("The survey shows it.", "According to the receipt, it cost less."),
        ("I disagree.",),
    ),
)

PRESSING = (
    ActRule(
        "threat",
        "warn",
        0.85,
        r"\bif you (?:don't|do not|won't|can't|keep|refuse|say no|insist)\b.{0,60}\b(?:i'll|i will|i'd"
        r"|i would|we'll|then i|i have to|i'm going|you'll|you will|there will)|\b(?:i'll|i will|i'd"
        r"|i might|i may) (?:have to|be forced to) (?:act|go|leave(?! it)|quit|look|draw|stop|complain"
        r"|report|resign|do something|take it)|\bor else\b|\byou'll (?:regret|be sorry|lose me|pay for)"
        r"|\bi'm warning you|\bor i(?:'ll| will|'m)? (?:leave|go|quit|walk|gone|resign)"
        r"|\bthere will be consequences|\bwhat follows if|\bhave to act\b|\bif nothing changes"
        r"|\bdon't make me do this|\bit will cost you|\bthis will cost you|\bhave to draw the line"
        r"|\bi might have to\b.{0,20}do something",
        ("If you don't move, I'll have to look elsewhere.", "Sixty-two, or else.", "You'll regret this.", "Or I quit."),
        ("If you agree, I'll sign today.", "I'll have to think."),
    ),
    ActRule(
        "pressure_alternative",
        "claim_alternative",
        0.85,
        r"\b(?:better|higher|cheaper|lower) (?:offer|price|deal|bid)\b.{0,30}\b(?:in hand|elsewhere|from"
        r"|than|somewhere|next door|on the table)?|\b(?:others?|someone else|somebody else|another \w+"
        r"|they|your competitors?|the competition|everyone else)(?: \w+)? (?:would|will|has|have|had|is"
        r"|are|pays?|offers?|offered) (?:\w+ ){0,3}(?:pay|paying|offer|offered|offering|do (?:it|this)"
        r"|more|less|cheaper|take|better|ready)|\bi (?:can|could) (?:\w+ )?(?:go|get it|get one|buy it"
        r"|find one|get that|get more) (?:\w+ ){0,3}(?:elsewhere|somewhere else|anywhere|cheaper|for less"
        r"|next door|down the road)|\b(?:match|beat) (?:it|that|them)\b|\btop that\b|\bplenty of (?:others"
        r"|other)|\bi(?:'ve| have) (?:got )?(?:three|two|several|many|five) (?:other )?(?:offers|buyers"
        r"|candidates|people)",
        ("I have a better offer.", "Others would pay more.", "I can go elsewhere.", "Match it."),
        ("I have another offer.", "Do others pay more often?"),
        asks=False,
    ),
    ActRule(
        "running_down",
        "disparage",
        0.85,
        r"\b(?:your|this|that|the|what you(?:'ve)?) .{0,40}\b(?:is|are|isn't|looks?|was"
        r"|got) .{0,15}\b(?:junk|rubbish|garbage|a joke|worthless|second-rate|third-rate|mediocre"
        r"|amateur\w*|shoddy|sloppy|pathetic|embarrassing|useless|up to the standard|very good|that great"
        r"|a mess|a disgrace|outdated)|\bothers do it better|\byou (?:people|lot)\b.{0,30}\b(?:never|can't"
        r"|always|don't|are)|\bhardly worth|\bnot that great|\bnear the bottom|\bwhat a (?:dump|mess|joke"
        r"|shambles)|\byou(?:'re| are) (?:\w+ )?(?:incompetent|useless|clueless|pathetic"
        r"|an amateur)",
        ("Your offer is a joke.", "Others do it better.", "You are incompetent."),
        ("This is a good one.", "Is it useful?", "You are a liar."),
    ),
    ActRule(
        "venting",
        "vent",
        0.8,
        r"\bi(?:'m| am) (?:so |really |very |a bit |kind of |sort of |just )?(?:frustrated|annoyed|angry"
        r"|disappointed|upset|fed up|sick of|tired of|furious|irritated|hurt)"
        r"|\bthis (?:is (?:so )?(?:frustrating|annoying|ridiculous|absurd|infuriating)|frustrates|annoys)"
        r"|\bi(?:'ve| have) had enough|\bi can't (?:believe|do) this|\bi had hoped (?:for|we)"
        r"|\bwaste of (?:my |our )?time|\byou(?:'re| are) wasting|\byou never listen|\bthat(?:'s"
        r"| is) (?:ridiculous|nonsense|absurd|an insult|insulting|outrageous)|\bi can't do this any ?more"
        r"|\bthis is (?:bullshit|nonsense|rubbish|insulting)",
        ("I'm frustrated.", "I'm disappointed, I had hoped for more.", "This is ridiculous."),
        ("I'm tired today.", "Are you annoyed?"),
        asks=False,
    ),
    ActRule(
        "crowing",
        "gloat",
        0.9,
        r"\bi (?:win|won)(?=[.!,;]|$)|\bthat was (?:too )?easy|\beasier than i|\bi(?:'d"
        r"| would) have (?:taken|settled|paid|accepted|said yes)\b|\bi knew you(?:'d| would)"
        r"|\byou (?:caved|folded|blinked|fell for)|(?:^|[^d] )got you\b(?! right)|\btoo easy\b"
        r"|\b(?:ha ?){2,}|^ha[!,]|\bwhat a steal|\bi got everything|\bi got exactly what"
        r"|\bcan't believe you (?:said yes|agreed|paid)|\ball along\b",
        ("I win.", "I knew you'd cave.", "I'd have paid double."),
        ("I won a prize.", "I've got your number."),
        asks=False,
    ),
)
