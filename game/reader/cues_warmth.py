"""What makes a line sound friendly, and what makes it curt."""

from game.reader.cue import Cue

WARMTH = (
    Cue(
        "thanks",
        "warmth",
        20,
        r"\b(?:thank you|thanks|many thanks|(?:never|haven't|should have) thanked you"
        r"|i appreciate|i'm grateful|much appreciated|appreciate (?:it"
        r"|that|your|you))\b(?! for nothing)",
        ("Thank you for the time.", "I appreciate that.", "I never thanked you."),
        ("Thanks for nothing.",),
        at_most=2,
    ),
    Cue("please", "warmth", 5, r"\bplease\b", ("62, please.",), ("It pleases me.",), at_most=1),
    Cue(
        "gladness",
        "warmth",
        20,
        r"\b(?:i'm (?:so )?(?:glad|happy|pleased|delighted)|good to (?:see|hear|meet|know|talk)"
        r"|nice to (?:see|hear|meet|talk)|lovely|a pleasure|my pleasure|gladly|with pleasure|happy to"
        r"|glad to|i enjoyed|i enjoy|i like (?:working|talking|how|that|what|the way|your)|i'd love"
        r"|looking forward|i like you|i trust you|no hurry|smile)\b",
        ("Good to see you.", "I'm happy to wait."),
        ("A good price.", "Like this one?"),
        at_most=2,
    ),
    Cue(
        "understanding",
        "warmth",
        15,
        r"\b(?:i (?:can |do |completely |fully |really |quite )?(?:understand|hear|see) (?:you|that|why"
        r"|how|what|this|your|it|the)|i get (?:that|why|it)|that (?:makes sense|sounds (?:hard|tough|heavy"
        r"|like a lot|stressful|difficult)|must be|can't be easy)|i can imagine|sorry to hear"
        r"|you're in a (?:hard|tough|difficult)|not easy for you|on your side|a lot on your|fair point"
        r"|good point|you're right|take your time|no rush|i know what (?:that|this|it) (?:costs|takes)(?: you)?"
        r"|i know (?:this|it|that) (?:isn't|is not"
        r"|can't be) easy)\b",
        ("I understand that budgets are tight.", "That sounds hard.", "Take your time.", "I know what that costs you."),
        ("Do you understand?", "Do you hear noise?"),
        at_most=3,
    ),
    Cue(
        "praise",
        "warmth",
        15,
        r"\b(?:well done|good work|great work|good job|you've (?:been|done|built|made|put|always|given"
        r"|taken|kept)|that's (?:kind|generous|helpful|good of|thoughtful|decent)|you were (?:fair|open"
        r"|kind|patient|right)|kind of you|good of you|generous of you|generous|helpful|fair of you"
        r"|decent of you|your (?:patience|openness|honesty|candour|time|help)"
        r"|thoughtful)\b(?! of you to finally)",
        ("That's kind.", "You've been very fair."),
        ("He does good.", "It's kind of low."),
        at_most=2,
    ),
    Cue(
        "together",
        "warmth",
        10,
        r"\b(?:together|both of us|for us both|for both|we both|each other|our|between us|work(?:s"
        r"|ed)? for you|suits? you(?:r|rs)?|for you too|for you as well|as well as for me|hard for you"
        r"|you backed|you needn't|you shouldn't have to|you can be proud|make it worth|be glad of|glad of"
        r"|i like it here|helps you|help you|help us|neither of us|what does it mean to you|good for you"
        r"|easier for you|make (?:it|this) easy)\b",
        ("Let's find it together.", "What works for you?"),
        ("We gather data.",),
        at_most=2,
    ),
    Cue(
        "care",
        "warmth",
        12,
        r"\b(?:how are you|how have you been|how was your|hope you're|hope you are|hope (?:all|the|your"
        r"|that helps)|(?:are|will) you (?:be )?(?:all right|okay|well)|coffee|take care|all the best"
        r"|have a (?:good|nice)|enjoy your|safe (?:trip|journey)|see you|don't worry|let me (?:help|get"
        r"|bring)|can i (?:get|bring|offer) you)\b",
        ("How are you?", "All the best."),
        ("How is it decided?",),
        at_most=2,
    ),
    Cue(
        "curt",
        "warmth",
        -15,
        r"^(?:no|nope|wrong|and\?|so\?|noted|whatever|your call|not interested|next|pass|done)[.!?]*$"
        r"|\b(?:full stop|end of (?:story|discussion)|that's it|take it or leave it|not my problem"
        r"|your problem)\b",
        ("No.", "Take it or leave it."),
        ("No, thank you, I'd rather not.",),
        at_most=2,
    ),
)
