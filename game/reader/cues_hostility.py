"""What makes a line sound hostile, and what makes it gloat. Disappointment said plainly is neither."""

from game.reader.cue import Cue

_SWEAR = (
    r"damn|damned|hell|bullshit|crap|shit|fuck\w*|bloody|idiots?|stupid|moron|fool|liar|cheats?"
    r"|cheating|crooks?|greedy|cheapskates?|stingy|pathetic|clueless|incompetent|useless|worthless"
    r"|shameless|coward"
)

HOSTILITY = (
    Cue(
        "accusation",
        "hostility",
        50,
        r"\b(?:you(?:'re| are) (?:just |only |always |clearly |obviously |all )?(?:wasting|lying|stalling"
        r"|playing|bluffing|hiding|dodging|ignoring|using|trying to (?:cheat|trick|push|squeeze|fool|rip)"
        r"|taking (?:me|us|advantage)|not (?:listening|even|serious|being (?:honest|straight|serious"
        r"|fair))|being (?:unreasonable|ridiculous|dishonest|difficult|stubborn|absurd)|unreasonable"
        r"|the problem|out of touch|dishonest)"
        r"|(?<!have )(?<!do )(?<!did )(?<!will )(?<!can )you (?:always|never|people|lot|clearly don't"
        r"|obviously don't|don't even|haven't (?:even )?(?:listened|heard|bothered|thought|done)"
        r"|didn't (?:even )?(?:listen|bother|think)|couldn't care|wouldn't know|only care|think i'm"
        r"|take me for|keep (?:dodging|stalling|changing|ducking|hiding|moving|saying|repeating|avoiding"
        r"|telling)|promised and|broke|made (?:this|it) (?:a )?mess|owe me)|your (?:fault|doing|games?"
        r"|excuses?|tricks?|stalling|dodging)|blame you|like you people"
        r"|you've been (?:lying|stalling|bluffing|dodging|ignoring|wasting|hiding|avoiding|using (?:me|us))\b"
        r"|you know (?:perfectly|very|full|damn) well"
        r"|you(?:'d)? (?:always )?hid(?:e|ing)? behind"
        r"|that's what you (?:always )?(?:tell|say to) (?:everyone|everybody|all of)"
        r"|not an excuse|(?:another|more|just|only) excuses?"
        r"|did you (?:really|honestly|seriously) think|(?:me|us|everyone|people) on the cheap)\b",
        (
            "You never listen.",
            "You're wasting my time.",
            "You people never learn.",
            "Spare me your excuses.",
            "You know perfectly well what it costs.",
            "You hide behind the rules.",
            "That's what you tell everyone.",
            "I want an answer, not another excuse.",
            "Did you really think I'd sign that?",
            "You get people on the cheap.",
            "You've been using us.",
        ),
        (
            "You are right.",
            "Have you always worked here?",
            "Thank you.",
            "You know the routes well.",
            "There's no excuse for me, I was late.",
            "Did you think it over?",
            "You've been using the new sheet well.",
            "The cheap one is fine.",
            "That's what you told me.",
        ),
        at_most=2,
    ),
    Cue(
        "contempt",
        "hostility",
        50,
        r"\b(?:ridiculous|nonsense|rubbish|absurd|laughable|an? (?:bad |sick )?joke|insult\w*|disgrace\w*"
        r"|outrageous|shameful|waste of (?:my |our |everyone's )?time|garbage|trash|junk|amateur\w*"
        r"|embarrassing|beneath me|second-rate|third-rate|shoddy|sloppy|a farce|hopeless|mediocre|feeble"
        r"|flimsy|not worth (?:much|the|a)|hardly worth|any fool|rip-?off|robbery|daylight robbery)\b",
        ("That is ridiculous.", "Is that a joke?"),
        ("I told a good one.", "It is too low for me.", "The joker won."),
        at_most=2,
    ),
    Cue(
        "insult",
        "hostility",
        50,
        rf"\b(?:{_SWEAR})\b(?! (?:question|of me|if i|remark|mistake|thing i))",
        ("You are a liar.", "This is bullshit."),
        ("Hello there.", "Sorry, a stupid question."),
        at_most=2,
    ),
    Cue(
        "threat",
        "hostility",
        50,
        r"\b(?:or else|you'll (?:regret|be sorry|pay for|see what|wish|lose|find out what|hear from|miss)"
        r"|you will (?:regret|be sorry|pay|lose)|don't (?:push|test|try|tempt) me|i'm warning you"
        r"|last warning|i'll make sure (?:you|everyone|they|that everyone)|see you in court|my lawyer"
        r"|i'll (?:ruin|expose|tell everyone)|consider (?:this|yourself) (?:a warning|warned)"
        r"|everyone will (?:hear|know)|people will hear|word gets around|it won't end well"
        r"|this will cost you|it will cost you|the consequences|watch (?:it|yourself|how fast|me))\b",
        ("You'll regret this.", "Sixty-two, or else."),
        ("You will see the data on Monday.", "I'll make sure it is done."),
        at_most=2,
    ),
    Cue(
        "sarcasm",
        "hostility",
        50,
        r"\b(?:how (?:very |terribly |incredibly )?(?:generous|kind|convenient|original|nice for you"
        r"|touching|thoughtful|surprising)\b(?! of you to (?:offer|wait))|thanks for nothing|oh,? (?:great"
        r"|wonderful|please|sure|brilliant|lovely|of course)|what a (?:surprise|coincidence|shock|treat)"
        r"|congratulations on|well,? well|very funny|nice try|good luck with that|as if[.!]|yeah,? right"
        r"|big surprise|don't strain yourself|if you can manage|if you can (?:be bothered|count|spare)"
        r"|lucky me|bravo|spare me|finally,? (?:a|some|an) |some (?:favour|help) you|took you long enough"
        r"|about time|wonders never|there you are, finally)\b",
        ("How generous.", "Thanks for nothing.", "What a surprise."),
        ("How kind of you to wait.", "Sure, June works."),
        at_most=2,
    ),
    Cue(
        "command",
        "hostility",
        50,
        r"\b(?:stop (?:\w+ing|it|this|that)|don't (?:give me|lecture|insult|play|waste|you dare|start"
        r"|patroni[sz]e|pretend|hide|be (?:absurd|silly|ridiculous))|quit \w+ing|shut up"
        r"|get (?:real|serious|lost|over it)|grow up|wake up|cut the|cut it out|enough (?:of|with|excuses"
        r"|games|already|stalling|talk)|drop the|save (?:it|your|the speech)|just answer|answer (?:me"
        r"|the question)|listen to me|out with it|make up your mind|do(?:ne)? your (?:job|homework)"
        r"|going nowhere|who do you think|what is wrong with|what's wrong with you|do you (?:even|actually"
        r"|seriously|really think)|are you (?:even|serious|deaf|joking|kidding)|can you (?:even|actually)"
        r"|is that (?:seriously|really) (?:all|it|the best|your)|that's all you|why on earth"
        r"|(?:have|did) you even|is (?:it|this|that) even (?:you|your)|why should i (?:even|believe|care))\b",
        (
            "Stop stalling.",
            "Don't give me that.",
            "Are you serious?",
            "Is it even you who signs?",
            "Have you even read it?",
        ),
        ("Don't worry.", "Let's stop here.", "Please give me a day.", "Is it even possible?"),
        at_most=2,
    ),
    Cue(
        "blunt_refusal",
        "hostility",
        35,
        r"\b(?:unacceptable|no way|not a chance|forget it|dream on|over my dead body|absolutely not"
        r"|out of the question|i'm sick of|sick and tired|fed up|cross your arms|glare|i've had (?:it"
        r"|enough)|had enough of|i don't (?:care|believe you)|none of your business|mind your own"
        r"|what do you take me for|not my problem|your problem, not mine|i don't owe you"
        r"|insist on wasting)\b",
        ("No way.", "I'm fed up."),
        ("I can't do that.", "That's less than I had in mind."),
        at_most=2,
    ),
    Cue(
        "absolute",
        "hostility",
        20,
        r"\b(?:every single time|once again you|as usual|typical|of course you|yet again|always the same"
        r"|not one|not once|nobody in their right|how many times|for the last time"
        r"|you take(?:n)? it like that|have it your way|unlike you|opinion on everything)\b",
        ("Typical.", "As usual, nothing."),
        ("I always walk to work.", "The usual price."),
        at_most=2,
    ),
    Cue("shouting", "hostility", 25, r"!{2,}|\?!|!\?", ("No!!", "What?!"), ("Great!",), at_most=2),
)

GLOATING = (
    Cue(
        "victory",
        "gloating",
        60,
        r"\b(?:i (?:win|won)(?= ?(?:[.!,;]|$|this|again|that))|i've won|victory|i beat you"
        r"|(?<!i )(?<!if i )got you(?! right)|gotcha|i got (?:you|exactly|everything|all|the better"
        r"|more than)|you (?:caved|folded|blinked|lost|gave in|gave up|fell for|never stood|never saw"
        r"|walked right|practically gave)|i knew (?:you'd|you would|i'd (?:win|get))|told you so"
        r"|i told you|score one|one nil|like taking candy|child's play|my lucky day|checkmate"
        r"|who's laughing|i came out (?:on top|ahead)|outplayed|out-?smarted|round to me|that goes to me"
        r"|beaten)\b",
        ("I win.", "I knew you'd cave.", "Got you."),
        ("I won a prize in 2019.", "The window is open.", "We both win.", "I want you to win."),
        at_most=2,
    ),
    Cue(
        "too_easy",
        "gloating",
        60,
        r"\b(?:(?:that was|was) (?:too |so |almost too |even |much |far |surprisingly )?easy"
        r"|easier than (?:i|expected)|too easy|i'd have (?:taken|settled|paid|accepted|said yes)\b(?! anything)"
        r"|i would have (?:taken|settled|paid|accepted|said yes|gone)|should have (?:held out|asked for"
        r"|pushed|started higher)|bargain of the|what a steal|can't believe you (?:agreed|said|gave|paid"
        r"|let)|you could have (?:had|got|paid|asked|held)|you left (?:money|so much)|all along"
        r"|without even trying|half of that would have)\b",
        ("That was easy.", "I would have taken less."),
        ("It is easy to reach by tram.", "You should have a look."),
        at_most=2,
    ),
    Cue(
        "crowing",
        "gloating",
        30,
        r"\b(?:ha(?: ?ha)+|ha[!,.]|hah|yes!|woo+|wait till i tell|wait until (?:they|everyone|i tell"
        r"|the others)|the others will|better luck|cheer up|no hard feelings|don't feel bad"
        r"|don't take it (?:too )?hard|not bad for|i'm (?:rather |quite |really |very )?(?:good at this"
        r"|pleased with myself|proud of (?:myself|that one)))\b|(?:^|\s)(?:ha|yes)!",
        ("Ha! Sold.", "Better luck next time."),
        ("That has merit.", "I shall see."),
        at_most=2,
    ),
)
