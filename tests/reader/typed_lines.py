"""Typed lines and what they are read as on the small scene by the buyer, in notation; '?' asks back.

Where a line stands under THEIRS, the seller's last offer (130, no service, today) is on the table.
"""

THEIRS = {"price": "130", "service": "none", "pickup": "today"}

FRESH = {
    # offers
    "120": "offer price=120",
    "a hundred and ten": "offer price=110",
    "How about 110?": "offer price=110",
    "My offer is €120.": "offer price=120",
    "I'd like to pay 110 and pick it up today.": "offer price=110 pickup=today",
    "Could we do 120 with new brakes?": "offer price=120 service=brakes",
    "120, today, my final offer": "offer price=120 pickup=today final",
    "Would you take 120?": "offer price=120",
    "Is 110 possible?": "offer price=110",
    "What if I paid 120?": "offer price=120",
    "from 160 to 120": "offer price=120",
    "110 instead of 120": "offer price=110",
    "20 less": "offer price=120",
    "let's meet at 120": "offer price=120",
    "I can't pay 140, but 120 would work.": "offer price=120",
    "No, 110.": "offer price=110",
    "Thank you. Could we say 110?": "offer price=110 & credit",
    "I understand the cellar is full. Could we do 110 and pickup today?": "offer price=110 pickup=today & acknowledge",
    "There is rust on the chain, so how about 110?": "offer price=110 & argue rust",
    "I'd like 110 because the same model is listed for 100.": "offer price=110 & argue listing",
    "110 or 120": "offers {price=110} {price=120}",
    "Either 110 with no service or 130 with full service.": "offers {price=110 service=none} {price=130 service=full}",
    "I can do 110 if you include new brakes.": "trade price=110 for service=brakes",
    "If you put on new brakes, I'll pay 130.": "trade price=130 for service=brakes",
    "I'd pay 140 in exchange for a full service.": "trade price=140 for service=full",
    "I'll give you 130 for a full service.": "trade price=130 for service=full",
    # a number that is not an offer, or not one thing
    "62": "?",
    "125": "?",
    "Why 140?": "ask reason",
    "Is 140 your limit?": "ask constraint",
    "Thanks for the 140 offer.": "credit",
    "I can't pay 140.": "hold",
    "I can't go above 120.": "hold",
    "I'm staying at 110.": "hold",
    "The listing for the same model says 110.": "argue listing",
    "I only have 150 in cash.": "share constraint",
    "I rode 120 km last week.": "?",
    "I get up at 110 past nowhere, he said 120, who knows.": "?",
    "If it stays as it is, I'll have to look elsewhere.": "warn",
    "I'd like to know more about the price.": "?",
    # asking
    "How important is the price to you?": "ask priority price",
    "What matters most to you?": "?",
    "Why not?": "ask reason",
    "What exactly doesn't fit?": "ask reason",
    "Who decides?": "ask decision",
    "Do you have other buyers?": "ask alternatives",
    "Walk me through what stands in the way.": "ask constraint",
    "What would make it work for you?": "ask whatif",
    "Do you have any feedback for me?": "ask feedback",
    "That's too much. What would work for you?": "ask whatif",
    # telling
    "Pickup matters most to me.": "share priority pickup",
    "I need it for work.": "share need",
    "I have another offer.": "share alternative",
    "I have to decide by Friday.": "share deadline",
    "My hands are tied.": "share constraint",
    "I'd rather not say.": "decline",
    # arguing
    "There is rust on the chain.": "argue rust",
    "It's only fair.": "appeal fairness",
    # answering without an offer on the table
    "No.": "hold",
    "No. Why not?": "ask reason",
    "Yes": "?",
    "Deal, if I can have a test ride first.": "?",
    "I'd agree, but I need to check with my sister.": "agree-subject-to-approval",
    # easing
    "Hello Robin, how are you?": "chat",
    "I can see that this is hard for you.": "acknowledge",
    "Thank you, that's kind.": "credit",
    "I can carry a box to the cellar for you.": "give carry_box",
    "I'm sorry about that.": "apologise",
    "...": "silence",
    "": "silence",
    # process
    "Are the lights included?": "clarify lights",
    "So far we have the price and pickup.": "summarise",
    "Let's talk again this evening.": "propose later_today",
    "Let's take five minutes.": "adjourn",
    "Can I speak to your sister?": "escalate",
    # pressing
    "If you don't move, I'll have to look elsewhere.": "warn",
    "I have a better offer at 100. Match it.": "claim alternative",
    "Your bicycle is junk.": "disparage",
    "I'm frustrated.": "vent",
    "Ha! I'd have paid double.": "gloat",
    # ending
    "Goodbye.": "leave",
    "Let's talk next week.": "leave next next_week",
    # other
    "Bonjour, je voudrais le vélo": "?",
    "🙂🙂": "?",
    "asdf qwer": "?",
}

UNDER_THEIRS = {
    "Yes.": "accept",
    "Deal.": "accept",
    "OK, that works for me.": "accept",
    "Agreed, 130.": "accept",
    "Agreed, 120.": "?",
    "Yes, but not today.": "?",
    "Yes. But only with a helmet.": "?",
    "Deal, unless it rains.": "?",
    "Goodbye, then. Or 120?": "?",
    "That doesn't work for me.": "hold",
}
