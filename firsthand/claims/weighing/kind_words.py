"""The words by which the kind of a statement shows.

All but the openings, ``RULE``, ``MAY`` and ``PRESENT`` are looked for in the sentence in small letters, which is
several times faster than a search that ignores the case.
"""

from __future__ import annotations

import re

from firsthand.claims.weighing.sign_words import SIGN_WORDS
from firsthand.text.wordlists import phrases


def _any_of(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"\b{phrases(*expressions)}\b")


SAID = _any_of(
    "said|says|told|denied|denies|confirmed|claimed|claims|stated|argued|argues|wrote|insisted|insists",
    "(?<!the )accused|promised (?:that|to)|declared|warned|warns|added|acknowledged|tweeted|replied",
    "rejected the (?:claim|charge|accusation)s?",
    "(?:called|dismissed)(?= (?:[\\w’']+ ){0,8} ?“)",
    "according to (?!(?:figures|data|statistics|the law))",
)
PREDICTION = _any_of(
    "will|\\w+['’]ll|won['’]t|shall|going to|set to|poised to|bound to",
    "(?:is|are|was|were) (?:un)?likely to|expected(?: to)?(?! by\\b)",
    "expects?|(?:is|are) due to (?:be|begin|start|open|meet|reach|arrive|end|take|return|speak|vote)",
    "about to|plans to|hopes to|wants to|aims to|likely to",
    "(?:could|might|would)(?! (?:not )?have (?!to\\b))|risks? (?:becoming|being|losing)",
    "in the coming (?:days|weeks|months|years)",
)
MAY = re.compile(r"\bmay\b(?! (?:not )?have (?!to\b))")  # in the sentence as written: no month
JUDGEMENT = _any_of(
    "should|ought to|must|needs? to|have to|had better|cannot go on|arguably|surely",
    "hopefully|unfortunately|sadly",
    "i (?:honestly |really |still |just )?(?:think|believe|hope|feel|suspect|suppose|wonder|wish|never wanted|want)",
    "i(?:['’]d| would| should) (?:love|like|rather)|in my (?:view|opinion)|we can only",
    "i(?:['’]m| am) (?:proud|happy|sorry)",
    "disgrace\\w*|shameful|absurd|outrageous|wonderful|terrible|ridiculous|joyful|naive|a sad|a joke",
    "(?:it is|it['’]s|it would be) (?:tempting|easy|hard|a scandal|a shame)",
    "makes? (?:no )?sense|sounds? (?:good|bad)|always a|the real (?:question|problem)|apparently|deliberately",
    "(?:un)?precedented in its|serves as a (?:stark )?reminder|deserves?|better off|high time",
    "would be (?:naive|wrong|foolish|better|wise)|let us",
    "leaves much to be desired|bodes? (?:well|ill)|an? (?:\\w+ )?illusion|nobody (?:needs|likes)",
    "honestly|frankly|to be frank|little comfort|better than this|easy answers?|would do well",
)
OPENING_OF_OPINION = re.compile(
    r"\s*(?:An? [\w-]+(?: \w+){0,4} (?:is (?:not )?an?|deserves?)|Let us|We (?:need|owe|should|cannot|believe)"
    r"|There (?:is|are) no (?:easy|doubt|excuse)|How to|Why|Perhaps|Maybe|Everything you|If we|Some call|One may"
    r"|(?:Three|Five|Seven|Ten) (?:questions|reasons|things|ways|tips)|Thank you|Thanks for|Good (?:morning|evening)"
    r"|Welcome|We are (?:\w+ )?(?:proud|delighted|pleased|grateful))\b"
)
INSTRUCTION = re.compile(
    rf"\s*{phrases(*sorted(verb[1:].capitalize() for verb in SIGN_WORDS['instruction']))}"
    r" (?:the|an?|your|you|it|them|in|into|out|up|off|on|at|to (?!\d)|towards|with|whether|yourself|plenty|early|not"
    r"|never|along|here|for|before|until|all|any)\b"
)
COMMENTARY = _any_of(
    "raises? (?:\\w+ )?questions|(?:underscores?|underlines?|highlights?) the (?:need|importance)",
    "(?:underscores?|underlines?|highlights?) the (?:potential|high|risks?)|complex web",
    "serves? as a (?:\\w+ )?(?:reminder|warning)|remains to be seen|(?:far-reaching|serious) implications",
    "speaks volumes|powerful signal|delicate balance|hard to overstate",
    "(?:difficult|stark) (?:dilemma|choice)|high stakes|stakes (?:are|could)|only time will tell",
    "(?:crucial|critical|essential) (?:in|component)",
)
LAW = _any_of(
    "(?:law|laws|statutes?|treaty|constitution|convention|directive|charter|pact|agreement|regulations?|act|decree)"
    r"(?: \w+){0,4}? (?:forbids?|bans?|bars?|allows?|permits?|requires?|obliges?|prohibits?|applies|apply|says"
    "|protects?|does not|do not|did not|makes?|sets?|gives?|defines?)",
    "under (?:the|current|international|existing)(?: \\w+){0,2} (?:law|pact|treaty|constitution|convention|agreement)",
    "court (?:ruled|rules|struck|lifts|lifted|upheld|upholds|overturned|sentenced|found|ordered)|sentenced|convicted",
    "acquitted|vetoe[ds]|electoral law|has been approved for|article \\d+|amendments?",
)
RULE = re.compile(r"\bmust (?!have\b)[a-z]+")
LAW_TOO = _any_of(
    "(?<!-)laws?|legal|illegal|lawful|unlawful|treaty|constitution\\w*|doctrine|convention|legislation|regulations?|statutes?",
    "verdict|clause|enshrined?|banned|bans|licen[cs]e[ds]?|charter|decree|directive|may not|cannot be",
)
GEOGRAPHY = _any_of(
    "located|lies (?!ahead|flat)|lie (?:in|on|to|at|between)|borders(?! on)|bordering|situated|proximity",
    "(?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?) (?:from|(?:north|south|east|west)(?:ern|-\\w+)? of|off|away)",
    "less than \\d+ met(?:re|er)s from|adjacent to|(?:is|are|lies|runs?) (?:\\w+ ){0,4}(?:close|near|closer) to",
    "(?:north|south|east|west)(?:ern)? of|along the \\w+ (?:shore|coast|border)|marks the border|within range of",
    "geographic\\w*",
)
_MANY = (
    "(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
    "|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?)"
)
_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
MEASURE = re.compile(
    rf"\b{_MONTHS} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}\b"
    r"|\b(?:1[5-9]|20)\d\ds?\b(?! \w+s\b)|\b\d+-\w+(?:-old)?\b|\b(?:article|version|line|chapter|section|route) \d+"
    r"|\b\d[\d.,]* ?(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|miles|years?|months|weeks|days|hours?|minutes|[ap]\.m\.)"
    rf"|\b{_MANY} (?:years?|months|weeks|days|hours|minutes|met(?:re|er)s)\b|\b\d{{1,2}}[:.]\d\d\b"
)
QUANTITY = re.compile(
    rf"\d|[%‰]|\bper ?cent\b|\b{_MANY}\b"
    r"|\b(?:half|third|quarter|fifth|tenth|quarters|thirds) (?:of|as|more|less)\b|\b(?:doubled|halved|tripled|twice)\b"
    r"|\b(?:one|two|three|four|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|ten|every)\b"
    r"|\bevery (?:second|third|fourth|fifth|tenth)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten) times as\b"
)
PRESENT = _any_of(
    "is|are|isn['’]t|aren['’]t|has|have|can|cannot|does|do|belongs?|contains?|costs|earns?|owes?|pays?|owns?|crosses|sends?",
    "means|makes?|needs?|gets?|gives?|holds|keeps?|knows?|lies|looks?|serves?|spends?|stands?|stays?|supplies|takes?",
    "imports?|exports?|employs?|sells|uses?|works?|plays?|produces?|carries|hangs|depends?|supports?|publishes|wipes",
)
