"""Rules for answering, easing, process and ending. Offers are read in ``offers.py`` from what is named."""

from game.reader.rule import ActRule

ANSWERING = (
    ActRule(
        "plain_yes",
        "accept",
        0.9,
        r"^(?:\w+, )?(?:ok(?:ay)?,? |all right,? |alright,? |fine,? |well,? |yes,? |great,? |good,? |then "
        r"|so )*(?:it's a deal|that's a deal|deal|agreed|done|sold|you(?:'ve"
        r"| have) got (?:yourself )?a deal|you have a deal|we have a deal|we've got a deal)(?:[.!,]|$"
        r"| then)"
        r"|\bi (?:\w+ )?(?:accept|agree to (?:that|your|this|it)|agree)(?:[.!,]|$| (?:your|the|this|that"
        r"|it|to|with (?:that|it|your)))|\bi(?:'ll| will) (?:take|accept) (?:it|that|your offer|the offer"
        r"|the deal|this|the (?:first|second|third)(?: one)?)\b|\b(?:that|this|it|which) (?:works|suits"
        r"|is fine|'s fine|is good|'s good|is acceptable|sounds good|sounds fair|would work)(?: (?:for"
        r"|with|by) me)?(?: too)?\W*$|^(?:ok(?:ay)?,? |yes,? |great,? )*(?:sounds (?:good|fair"
        r"|great)(?: to me)?|let's do (?:it|that)|count me in|i'm in|you win|with pleasure"
        r"|i can live with (?:that|it|this)|i(?:'ll| will) sign)\b|\bi'm in\b|\blet's say yes\b|\bi(?:'m"
        r"| am) (?:happy|fine|ok|okay) with (?:that|it|this|your offer)",
        ("Deal.", "I accept.", "OK, that works for me.", "Agreed!", "You've got a deal."),
        ("That's a big deal.", "I can't accept that.", "We agreed on June.", "I don't agree."),
        asks=False,
    ),
    ActRule(
        "bare_yes",
        "accept",
        0.6,
        r"^(?:yes|yep|yeah|ok|okay|sure|fine|all right|alright|of course|certainly|good|great"
        r"|very well)(?:,? (?:yes|then|ok|okay|fine|please|sure|good|great|thank you|thanks))*[.! ]*$",
        ("Yes.", "OK, fine.", "Sure!"),
        ("Yes, but not today.", "Fine weather.", "Yes?"),
        asks=False,
        whole=True,
    ),
    ActRule(
        "subject_to_approval",
        "agree_subject_to_approval",
        0.9,
        r"\bsubject to (?:approval|sign-?off|my|the|their)|\bpending (?:approval|sign-?off)"
        r"|(?<!who )\bi(?:'ll| will|'d| would)? ?(?:still )?(?:have to|need to|must|'d have to"
        r"|'ll) (?:check with|ask|run it by|clear it|get (?:it )?(?:approv|sign)|get approval"
        r"|have it (?:approved|signed)|take (?:this|it) (?:to|upstairs))|\bi(?:'ll| will) (?:ask upstairs"
        r"|take (?:it|this) (?:to|upstairs)|recommend it)|\b(?:yes|agreed?|deal|fine|ok"
        r"|okay)\b.{0,30}\bif (?:my|the) (?:boss|manager|sister|brother|wife|husband|partner|bank|board"
        r"|committee|team)\b|\bone signature i still need|\bneeds? (?:to be )?(?:sign(?:ed|-off)"
        r"|approv(?:ed|al))|\bsigned off above|\bit isn't final until|\bi'd sign it now if they"
        r"|\bneed a signature",
        ("Agreed, subject to approval.", "I still need to check with my boss.", "Yes, if my manager agrees."),
        ("Do you need approval?", "If you agree, we have a deal."),
        asks=False,
    ),
    ActRule(
        "refusal",
        "hold",
        0.85,
        r"^(?:and |well,? |sorry,? |oh |hm+,? |um,? )*(?:no|nope|no way|never|not (?:really|yet|at that"
        r"|for that|like that|good enough|a chance)|no deal|no,? thank(?:s| you)|no can do|forget it"
        r"|absolutely not|out of the question)\b(?! (?:problem|worries|hurry|rush|doubt|idea|one|service"
        r"|matter))|\b(?:that|this|it|which|\d[\d,.]*k?) (?:\w+ )?(?:doesn't|does not|won't|will not|isn't"
        r"|is not|wouldn't) (?:\w+ )?(?:work|do|enough|fit|suit|possible|good enough|acceptable"
        r"|something i can)|\b(?:that's|that is|it's|this is|it is) (?:\w+ ){0,2}(?:too (?:low|high|little"
        r"|much|expensive|far)|not enough|below|a bit low|less than|more than i|unacceptable)|\bi(?:'m"
        r"| am) (?:staying|sticking|not (?:moving|budging|going|paying|accepting|taking|signing"
        r"|interested))|\bi(?:'ll| will) (?:stay|stick|stand) (?:at|with|by|where)|\bi (?:can't|cannot"
        r"|can not|couldn't|won't|will not|don't think i can|don't) (?:really |possibly |just "
        r"|quite )?(?:do|accept|agree|go|take|pay|sign|give|offer|lower|raise|come|say yes|move|live with"
        r"|manage|afford)\b|\bi (?:must|have to|need to) (?:refuse|decline|say no|pass)|\bi(?:'ll"
        r"| will) pass\b|\bnot for me\b|\bi stand by|\bi(?:'d| would) rather not (?:sell|buy|pay|do|go"
        r"|take|sign|give)|\bcan't be a yes|\bi reject|\bnot a price i|\bget serious\b"
        r"|\bdon't make me go there"
        r"|\b\d[\d,.]*k? (?:is|would be) (?:\w+ )?(?:too (?:low|high|little|much|far)|an insult|insulting|a joke"
        r"|ridiculous|not enough|nothing)\b",
        ("No.", "I can't go below 60.", "That doesn't work for me.", "That's too low.", "58 is an insult."),
        ("No problem.", "No rush.", "I can't say.", "Is it too low?", "62 is good."),
        asks=False,
    ),
)

EASING = (
    ActRule(
        "small_talk",
        "chat",
        0.75,
        r"^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|morning)\b|\bhow (?:are you"
        r"|have you been|was your|is your|are things|'s (?:it|the|your|life)|is (?:the family|life"
        r"|it going))|\bhow's the week|\bnice (?:weather|day|place|office|to (?:see|meet))"
        r"|\bgood to (?:see|meet) you|\bdid you (?:get here|have a good|see the|watch)|\blovely (?:weather"
        r"|day|place)|\b(?:rain|weather|sunny|weekend|holiday)\b.{0,20}(?:isn't it|today|lately|was)"
        r"|\bi like (?:what you've done|your (?:coffee|shop|office|place|dog|cat))"
        r"|\bnice of you to look up",
        ("Hello!", "How was your weekend?", "Nice weather today."),
        ("How is it decided?", "A day is enough."),
    ),
    ActRule(
        "heard_them",
        "acknowledge",
        0.75,
        r"\bi (?:can |do |completely |fully |really |quite |totally |sort of )?(?:understand|realise"
        r"|realize)\b|\bi (?:can |do |completely |fully |really |quite |totally |sort of )?(?:hear|see|get"
        r"|appreciate|realise|realize|know) (?:you(?:\b(?!r)|'re)|that|why|how (?:hard|much|that"
        r"|difficult)|your (?:position|point|situation|concern|worry|side)|what you|this (?:is|must|isn't)"
        r"|it(?:'s| is)|the (?:pressure|position|problem))|\bthat (?:must be|sounds"
        r"|can't be) (?:\w+ )?(?:hard|tough|difficult|heavy|stressful|frustrating|easy|a lot|like)"
        r"|\byou(?:'re| are) (?:under|in a (?:hard|tough|difficult)|carrying|worried|having)"
        r"|\bso you(?:'re| are) saying|\b(?:if i (?:understand|got|hear)|let me check that i have) "
        r"|\bthis (?:has got|is getting|feels|got) (?:a bit |rather )?tense|\bi(?:'m| am) (?:a bit "
        r"|also )?(?:nervous|tense)|\bsorry to hear|\bfair (?:point|enough)|\bthat makes sense"
        r"|\byou have a point|\bgood point|\bi heard that\b|\byou have it hard|\bin your place",
        ("I understand your position.", "That sounds hard.", "Fair enough.", "So you're saying the cellar is full."),
        ("Do you understand me?", "I see a bike."),
        asks=False,
    ),
    ActRule(
        "thanked",
        "credit",
        0.75,
        r"\b(?:thank you|thanks|many thanks|much appreciated|i appreciate|i'm grateful"
        r"|cheers)\b(?! for nothing)|\b(?:well done|good (?:work|job|idea)|great (?:work|job|idea)"
        r"|nice work|beautiful(?:ly)?|you(?:'ve| have) (?:done|been|put|made|built|kept|worked)"
        r"|you clearly (?:built|put|know|took|worked))\b|\bthat(?:'s| is| was) (?:very |really "
        r"|sort of )?(?:kind|helpful|generous|good of|nice of|fair of|honest|a fair answer|decent"
        r"|a good idea)|\bi (?:like|admire|respect) (?:how|what|the way|your (?:work|honesty|openness"
        r"|patience))|\byour (?:idea|patience|honesty)\b|\byou didn't have to|\ba straight answer",
        ("Thank you.", "That's very helpful.", "You've done good work here."),
        ("Thanks for nothing.", "I'd like it."),
    ),
    ActRule(
        "sorry",
        "apologise",
        0.75,
        r"\b(?:i(?:'m| am) (?:\w+ )?sorry|i apologi[sz]e|my apologies|sorry|forgive me|my (?:mistake|fault"
        r"|bad)|the (?:mistake|fault) was mine|i take (?:it|that) back|i shouldn't have (?:said|done"
        r"|raised)|that came out wrong|i was (?:wrong|rude|out of line))\b(?!,? (?:to hear|but no|no\b"
        r"|for your|you're taking))",
        ("I'm sorry about that.", "I apologise.", "My mistake."),
        ("I'm sorry to hear that.", "Sorry, no."),
        asks=False,
    ),
    ActRule(
        "offers_help",
        "give",
        0.7,
        r"\b(?:i(?:'ll| will| can| could|'d be (?:glad|happy) to)|let me|i(?:'d| would) (?:gladly"
        r"|happily))\b|\bwant me to\b|\bshall i\b|\bhere(?:'s| is) something i can do",
        ("I'll help with that.", "Let me do it.", "Shall I carry it?"),
        ("You can do it.",),
    ),
    ActRule(
        "says_nothing",
        "silence",
        0.9,
        r"^[(*]?\s?(?:silence|i say nothing|say nothing|says nothing|(?:i )?(?:stay|stays|staying|remain"
        r"|keep) (?:silent|quiet)|i wait|waits?|pause|you say nothing|you (?:take a sip|nod|cross your"
        r"|open your mouth)|let me think\b(?!.{0,30}\b(?:night|over)))",
        ("(silence)", "I say nothing.", "Let me think for a second."),
        ("Nothing to add.",),
    ),
)

PROCESS = (
    ActRule(
        "asks_detail",
        "clarify",
        0.75,
        r"\?|\b(?:clarify|clear up|define|settle|spell out|pin down|be clear|specif(?:y|ic)|agree on what"
        r"|what exactly|does (?:it|that|this) include|included?|before we talk|one thing to settle"
        r"|i'd like to know|tell me|i want to know|go over|get (?:this|it) clear|mention this)\b",
        ("Let's clarify that.", "What exactly is included?", "Can we define it?"),
        ("I agree.",),
    ),
    ActRule(
        "sums_up",
        "summarise",
        0.85,
        r"\b(?:to sum(?:marise|marize)? up|to summari[sz]e|let me (?:summari[sz]e|recap|sum up"
        r"|say where we are|repeat what)|in summary|to recap|so far we(?:'ve| have)"
        r"|where (?:do )?we (?:stand|are)\b(?: now)?|what we(?:'ve| have) (?:agreed|got) so far"
        r"|shall i put it in one sentence|here is what you agreed|so we(?:'re| are) (?:nearly there"
        r"|agreed on)|we sort of said|we're about halfway)",
        ("So far we have the price and the date.", "Let me recap.", "To sum up, two points are open."),
        ("How far is it?",),
    ),
    ActRule(
        "suggests_process",
        "propose",
        0.75,
        r"\b(?:i (?:suggest|propose|recommend)|let's|let us|(?:could|can|shall|should|may|might"
        r"|would) (?:we|you|it|i)|how about|what about|why don't we|what if we|i(?:'d| would) (?:like"
        r"|prefer|rather|suggest|propose)|one step first|is now a (?:good|bad)|enough of this back)\b",
        ("Let's start with an agenda.", "Could we do a pilot first?"),
        ("I want it.",),
    ),
    ActRule(
        "asks_for_the_moment",
        "propose",
        0.8,
        r"\b(?:is|are|was) (?:now|this|it) (?:really )?(?:a |the )?(?:good|bad|right|wrong|better)"
        r" (?:time|moment|day)\b|\b(?:better|another|good|bad) (?:time|moment) (?:for you|to talk)\b"
        r"|\bdoes (?:now|this|it) suit you\b|\bdo you have (?:a moment|time) (?:now|for this)\b"
        r"|\bcaught? you at a bad (?:time|moment)\b",
        ("Is now a bad moment for you?", "Is this a good time?", "When would be a better time for you?"),
        ("Is it a good price?", "Take your time."),
    ),
    ActRule(
        "takes_break",
        "adjourn",
        0.85,
        r"\b(?:take|have|need|want|do with|time for|earned) (?:a|five|ten|two|a few|a short|a quick"
        r"|a moment|a minute|some)(?: \w+)?\s?(?:break|minutes?|pause|breather|walk|air|coffee|moment"
        r"|minute|second)\b|\b(?:i need|give me|let me have|just) (?:a|one) (?:moment|minute|second|break"
        r"|breather)\b|\bstep (?:out|outside)\b|\b(?:a|short|quick) (?:break|pause|breather)\b"
        r"|\bget some (?:fresh )?air|\blet's (?:pause|stop here for a moment)|\bstop here for a moment"
        r"|\bi need a break|\btake five\b|\bi need a moment",
        ("Let's take a five minute break.", "I need a moment.", "Could I step outside?"),
        ("The brakes need work.", "We met for five minutes."),
    ),
    ActRule(
        "higher_up",
        "escalate",
        0.85,
        r"\b(?:speak|talk|go|turn) (?:to|with) (?:your|the) (?:boss|manager|supervisor|director|sister"
        r"|owner|superior|head)|\b(?:bring|get|call|ask|involve"
        r"|invite) (?:in )?(?:\w+ ){0,2}(?:your (?:boss|manager|supervisor|sister|director)|the (?:boss"
        r"|manager|owner|director)|someone (?:who|above|higher|else|with)|somebody (?:who|above|higher"
        r"|else|with)|whoever (?:signs|decides))|\b(?:over your head|above you)\b"
        r"|\bwho could say yes to this|\bsomeone (?:else|who can decide|who could decide"
        r"|with authority)\b.{0,15}\b(?:join|decide|help)|\btalk to (?:somebody|someone) else"
        r"|\bsomeone else could join",
        ("Can I talk to your boss?", "Let's bring in someone who can decide."),
        ("I'll ask my boss.", "Someone else offered more."),
    ),
)

ENDING = (
    ActRule(
        "goodbye",
        "leave",
        0.9,
        r"^(?:\w+,? )?(?:good ?bye|bye|farewell)\b|\b(?:goodbye|bye)[.!]*$|\bi(?:'m| am) (?:leaving"
        r"|done here|going now|out of here|off|out)(?:[.!,]|$)|\bi(?:'ll| will) (?:go now|leave (?:it|now"
        r"|you)|end it here|walk away|be going|be off|go then)|\bthen i'll go\b"
        r"|\blet's (?:leave it (?:there|at that)|call it off|forget (?:it|the whole))|\bwe won't (?:do it"
        r"|agree|find)|\b(?:this|it) (?:isn't|is not) going to work(?: out)?(?: this time)?|\bthere(?:'s"
        r"| is) no deal (?:here|for us)|\bi(?:'m| am) walking away|\bi(?:'ll| will) have to leave it"
        r"|\b(?:i think )?i should,? .{0,12}go\b|\bi'm done(?=[.!,]|$)",
        ("Goodbye.", "I'm leaving.", "This isn't going to work.", "I'll walk away."),
        ("I'm leaving the price at 62.", "Shall we buy it?", "I'm done with the report."),
        asks=False,
    ),
    ActRule(
        "another_day",
        "leave_next",
        0.9,
        r"\b(?:talk|speak|meet|continue|carry on|pick (?:it|this) up|come back|sit down|see (?:each other"
        r"|you)|get together|resume|finish|discuss (?:it|this)|do this|decide|revisit (?:it|this)"
        r"|return to (?:it|this))\b.{0,25}\b(?:another (?:day|time)|next (?:week|month|time|year|monday"
        r"|tuesday|wednesday|thursday|friday)|tomorrow|again (?:soon|next|in|on|another|when)|in (?:a|two"
        r"|three|four|one|a few) (?:days?|weeks?|months?)|some other time|later (?:this|in)|on (?:monday"
        r"|tuesday|wednesday|thursday|friday|saturday|sunday)|when you)|\b(?:postpone|adjourn until"
        r"|reschedule|sleep on it|find another (?:day|time|date)|not today, then|another day"
        r"|think (?:about )?(?:it|this) over ?night|(?<!to )(?:meet|sit down) again(?! about)|one more meeting"
        r"|when can we sit down again)\b|\bsee you (?:next"
        r"|tomorrow|on|in)\b",
        ("Let's talk next week.", "Can we continue another day?", "Let me sleep on it.", "Could we meet again?"),
        ("Pickup next week would be nice.", "We spoke last week.", "Nice to meet again."),
    ),
)
