"""What makes a line sound as if the speaker had no other way. A need or a final deadline told calmly is not here."""

from game.reader.cue import Cue

DESPERATION = (
    Cue(
        "begging",
        "desperation",
        60,
        r"\b(?:i'm begging|i beg|i beg you|begging you|please,? please|please,? i (?:really )?need"
        r"|on my knees|have mercy|have a heart|i implore|i'm pleading|for pity's sake|i'd do anything"
        r"|i'll do anything|do anything|your eyes are begging)\b",
        ("I'm begging you.", "Please, please say yes."),
        ("Could you say yes, please?", "Please sit."),
        at_most=2,
    ),
    Cue(
        "plea",
        "desperation",
        50,
        r"\b(?:you have to help|help me out(?: here)?|you've got to|can't you (?:just|please|do)"
        r"|isn't there (?:anything|something|(?:any|some) way)|there must be (?:some|a way|any)\w*|there has to be"
        r"|give me a chance|just this once|just once|do me this|don't (?:say no|turn me down|send me away"
        r"|leave me|make me|do this to me|let this|let me|walk|go|give up on|end it|stop)\b"
        r"|please don't|i'd be so grateful|anything at all|anything you can|any little thing|throw me"
        r"|meet me somewhere|i can't (?:go home|leave) (?:without|with nothing|empty)"
        r"|please,? (?:just )?(?:say yes|say we|tell me there)|(?:just )?say yes to one"
        r"|(?:does|doesn't) (?:that|it|this|all that) (?:count|stand) for (?:anything|something|nothing)|(?:just"
        r"|only) (?:please )?say yes|only please)\b",
        (
            "There must be something you can do.",
            "Just this once.",
            "Please don't say no.",
            "Doesn't that count for anything?",
        ),
        ("Is there a way to do it?", "We can help each other.", "That should count for something."),
        at_most=3,
    ),
    Cue(
        "no_other_way",
        "desperation",
        50,
        r"\b(?:i don't know (?:what|how) (?:i'll|i'd|we'll|to do|else|i'm|to go on)|i have no (?:choice"
        r"|other|alternative|way"
        r"|idea what)|i've got nothing|i have nothing (?:else|left)|nothing else|it's all i have"
        r"|all i've got|my last (?:chance|hope)|only (?:chance|hope|option i have)|i can't afford to lose|"
        r"without (?:this|it|you) i'm|i'm (?:desperate|lost|finished|stuck|done for|at the end of"
        r"|running out|out of options)|i'm in (?:real )?trouble|i'll (?:take|accept) anything|i'd (?:have )?(?:take"
        r"|taken|accept|accepted) anything|anything is better|i can't lose this|i depend on|i'm counting on"
        r"|everything depends)\b",
        ("I don't know what I'll do.", "I'm desperate.", "I'd take anything.", "I'd have taken anything."),
        ("I have another choice.", "The last chance to see the show is June."),
        at_most=3,
    ),
    Cue(
        "heavy_need",
        "desperation",
        35,
        r"\b(?:i really(?:,? really)? (?:need|want|hope|can't|have to)|i (?:so|badly|urgently"
        r"|desperately) need|i need (?:this|it|you) (?:so|badly|to|really)|i need this\b|need this so"
        r"|need it so|so badly|so much to me|means (?:everything|the world|so much)|more than (?:you know"
        r"|anything|i can say))",
        ("I really need this.", "It means the world to me."),
        ("I need two days to read it.", "You really did well."),
        at_most=3,
    ),
    Cue(
        "oversharing",
        "desperation",
        20,
        r"\b(?:my rent|the rent|my bills|(?:pay|paying|cover|covering|meet|face|facing|afford) the bills"
        r"|the bills (?:are|keep) piling|my debts?|in debt|my kids|my children|the mortgage"
        r"|my mortgage|my landlord|lose (?:my|the) (?:flat|house|home|job)|can't (?:sleep|pay|make ends)"
        r"|haven't slept|make ends meet|overdrawn|broke|my savings|barely (?:manage|cope|get by)|behind on"
        r"|keeps me awake|awake at night|lie awake|up at night|i could cry|nearly in tears)\b",
        ("I can't pay my rent.", "I haven't slept since.", "How do I pay the bills?"),
        ("The shop is rented.", "The bill says 60.", "I've brought the bills from last year."),
        at_most=3,
    ),
    Cue(
        "urgency",
        "desperation",
        15,
        r"\b(?:right now|as soon as (?:possible|you can)|immediately|can't wait|cannot wait|today, please"
        r"|before it's too late|running out of time|no time left|it has to be (?:now|today)|i need (?:it"
        r"|this|an answer|a yes) (?:now|today|tonight))\b",
        ("I need it now.", "It can't wait."),
        ("I decide on Friday.", "The offer stands until Friday."),
        at_most=2,
    ),
    Cue(
        "gratitude_in_advance",
        "desperation",
        25,
        r"\b(?:i'd be (?:so|forever|eternally) (?:happy|grateful|thankful)|i'd owe you|forever grateful"
        r"|i'd never forget|you'd save me|you'd be saving|a lifesaver)\b",
        ("You'd save me.", "I'd be forever grateful."),
        ("Thank you for your time.",),
        at_most=2,
    ),
    Cue(
        "please_again", "desperation", 12, r"\bplease\b", ("Please, 62, please.",), ("62, please.",), at_most=3, free=1
    ),
)
