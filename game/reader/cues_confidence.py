"""What makes a line sound surer or less sure.

Politeness is not weakness: please, thank you and could-you are not here. One "I think" or "maybe" is free. Grammar,
spelling and accent are never looked at.
"""

from game.reader.cue import Cue

CONFIDENCE = (
    Cue(
        "assertive_first_person",
        "confidence",
        6,
        r"\b(?:i'd like|i would like|i want|i propose|i suggest|i'm asking|i am asking|i'd propose"
        r"|i'm proposing|i expect|i'm ready to"
        r"|i've decided|i stand by|i'm staying|i'll stay|let's say|let's settle|my answer is|my offer is"
        r"|i can do|i can give you)\b",
        ("I'd like 62.", "I propose a review in June.", "My offer is 120."),
        ("Would you like 62?", "They want more."),
        at_most=1,
    ),
    Cue(
        "reason_given",
        "confidence",
        4,
        r"\b(?:because|here is why|here's why|the reason is|based on)\b",
        ("Here is why.", "Because the price went up."),
        ("I like it.",),
        at_most=1,
    ),
    Cue(
        "names_a_number",
        "confidence",
        4,
        r"\d|\b(?:percent|thousand|hundred)\b",
        ("62 it is.",),
        ("a bit more",),
        at_most=1,
    ),
    Cue(
        "open_question",
        "confidence",
        3,
        r"^(?:what|how|who|which|where|when|why|tell me|walk me)\b[^?.]{8,90}[?.]",
        ("What would make this possible?", "Tell me what stands in the way."),
        ("Is it ok?", "Maybe what you said works."),
        at_most=1,
    ),
    Cue(
        "mild_hedge",
        "confidence",
        -7,
        r"\b(?:i think|i guess|i feel like|maybe|perhaps|possibly|probably|somehow|a bit"
        r"|a little|somewhat|it seems|"
        r"i believe|more or less|or something|or so|might be able|not sure)\b",
        ("I think maybe 62.", "Perhaps a bit more, I suppose."),
        ("I'd like 62.", "I think 62 is right."),
        at_most=4,
        free=1,
    ),
    Cue(
        "strong_hedge",
        "confidence",
        -18,
        r"\b(?:i guess|(?<!what )(?<!this )(?<!that )(?<!the )(?<!some )(?<!any )(?<!a )(?:sort"
        r"|kind) of(?! you)|i was wondering|i was just|i just (?:wanted|thought|wondered)|if that's (?:ok"
        r"|okay|all right|alright|not too)"
        r"|if it's not too|if you don't mind|if it isn't too|i don't know if|i'm not sure (?:if|whether"
        r"|how|what|that|this|i|it)|i wonder if|i was hoping|"
        r"would it be at all|is there any chance|any chance|or whatever|i don't suppose|i hardly dare"
        r"|if i may ask|i mean(?=,)|you don't have to (?:say|answer)|i suppose\b|i don't know(?=[,.])|i'd kind of"
        r"|well, i|not really sure)\b",
        ("I was wondering if we could talk.", "It's sort of low.", "I guess 62.", "I mean, 62?", "I don't know, 62?"),
        (
            "I'd like 62, please.",
            "What kind of review is it?",
            "Sort the list.",
            "I don't know the date.",
            "I mean 62.",
        ),
        at_most=4,
    ),
    Cue(
        "hesitation",
        "confidence",
        -14,
        r"\b(?:u+h+m*|u+m+|e+r+m*|hm+)\b|\b(?:well|so|it's|i)\.\.\.|\b(\w{1,4})(?:,|\.\.\."
        r"| -) \1\b(?<!no, no)|, well[,.]",
        ("Um, 62?", "Er, could we, uh, talk?", "I, I hoped for more.", "It went, well, badly."),
        ("A humble offer.", "No, no, no.", "The summer was good.", "Her umbrella.", "It went well, thanks."),
        at_most=3,
    ),
    Cue(
        "trailing_off",
        "confidence",
        -8,
        r"\w\.\.\.?(?= |$)(?<!\d\.\.)|\w,? \.\.\.|\bor\?",
        ("I hoped for a little more...", "Well... 62.", "Is it up to you, or?"),
        ("I'd like 62.", "..."),
        at_most=2,
    ),
    Cue(
        "apology",
        "confidence",
        -17,
        r"\b(?:sorry|apologi[sz]e|apologies|forgive me|pardon me)\b(?! (?:to hear|for your loss|about your"
        r"|for the (?:delay|wait)))",
        ("Sorry to bring it up.", "I apologise for asking."),
        ("I'm sorry to hear that.", "No excuses."),
        at_most=3,
    ),
    Cue(
        "disclaimer",
        "confidence",
        -15,
        r"\b(?:i know (?:it's|this is|that's|i'm|you're|things|it sounds|i shouldn't"
        r"|that)(?: \w+)? (?:a lot|a bad|not|probably|asking|busy|much|silly|awkward|a big|terribly|too|no"
        r"|hardly)"
        r"|(?:this|it|that) (?:is|may be|might be|sounds) (?:probably |maybe |perhaps )?(?:silly|stupid"
        r"|a stupid|a silly|too much|out of line|cheeky|a lot to ask|naive|awkward)"
        r"|i (?:may|might|could) be (?:wrong|mistaken|off)|i'm no expert|feel free to say no"
        r"|you can say no|no pressure|no worries if not"
        r"|i (?:really )?don't want to (?:be|cause|seem|make|sound|push|bother|impose)|i hate to (?:ask|bother|be)"
        r"|i shouldn't|it's probably (?:nothing|not)|stop me if|don't take this"
        r"|correct me if|bear with me|it's only|it's just|i realise (?:it's|this)|i hope (?:it's|that's"
        r"|this is|you don't))\b",
        ("I know it's a lot to ask.", "This is probably silly.", "No worries if not!", "I might be wrong."),
        ("I know the market.", "That is a lot of work you did.", "I know you're right about June."),
        at_most=3,
    ),
    Cue(
        "tag_question",
        "confidence",
        -10,
        r"(?:,| -|\.) ?(?:right|okay|ok|isn't it|is that (?:ok|okay|all right|alright|fine)"
        r"|don't you think|you know|does that make sense|or not|or no|maybe|no)\?|, if that makes sense\b",
        ("62 is fine, right?", "I'd take June, is that okay?", "It's fair, isn't it?", "62, if that makes sense."),
        ("Is that the right one?", "What is okay for you?"),
        at_most=2,
    ),
    Cue(
        "minimiser",
        "confidence",
        -8,
        r"\b(?:just (?:a|one|ask|maybe|this|the|wanted|wondering|asking|thinking|trying|thought|so)"
        r"|only a (?:small|little|tiny)|tiny bit|a quick|little question|a small thing|any (?:small"
        r"|little))\b",
        ("Just a quick question.", "Only a small thing."),
        ("A just solution.", "The small bike.", "We just signed it."),
        at_most=2,
    ),
    Cue(
        "small_body_language",
        "confidence",
        -35,
        r"\(you [^)]{0,80}(?:look (?:down|away)|fidget|swallow|stare at your (?:hands|shoes)|shrink|blush)",
        ("(You look down at your hands.)",),
        ("(You look across the table.)", "You look down on us."),
        at_most=1,
    ),
    Cue(
        "gives_in_before_asked",
        "confidence",
        -15,
        r"\b(?:whatever you (?:think|say|want|decide|can)|up to you|as you like|anything (?:is fine"
        r"|would help|works)|i'll take what|i'm fine either way|i can live with (?:less|anything)"
        r"|or less|even less|doesn't have to be|if not,? (?:that's|it's) (?:fine|ok|okay)|forget i"
        r"|never mind|it doesn't matter)\b",
        ("Whatever you think is fine.", "Never mind, forget I asked."),
        ("It's your decision.", "What do you think?"),
        at_most=2,
    ),
    Cue(
        "over_explained_filler",
        "confidence",
        -8,
        r"\b(?:what i'm trying to say|the thing is|to be honest|let me explain|as i said|as i mentioned"
        r"|like i said|in other words|long story|to give you (?:some|the) (?:context|background)"
        r"|for context"
        r"|the reason i'm|and also|and then there's|not to mention|on top of that|and besides|which is why"
        r"|which means|so that's why|and that's why|basically|obviously|what with"
        r"|(?<=, )you see(?=,)|or rather|come to think of it)\b",
        ("What I'm trying to say is this.", "On top of that, the rent.", "It's the rate, you see, and the car."),
        ("Explain that to me.", "Let me see.", "What do you see, looking at it?"),
        at_most=4,
    ),
)
