"""What kind of statement a sentence is, by its words alone."""

from __future__ import annotations

import re

from db.vocabulary import ClaimType
from firsthand.claims.figures import find_figures
from firsthand.text.wordlists import phrases


def _any_of(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"\b{phrases(*expressions)}\b", re.IGNORECASE)


_PREDICTION = _any_of(
    "will|won['’]t|shall|going to|set to|(?:is|are|was|were) (?:un)?likely to|expected to|poised to|bound to",
    "(?:could|might|may|would)(?! (?:not )?have (?!to\\b))|risks? (?:becoming|being|losing)",
    "in the coming (?:days|weeks|months|years)",
)
_OPINION = _any_of(
    "should|ought to|must|needs? to|have to|had better|i (?:think|believe|hope|feel|suspect)|in my (?:view|opinion)",
    "we can only|hopefully|unfortunately|sadly|arguably|disgrace\\w*|shameful|absurd|outrageous|wonderful|terrible",
    "makes? (?:no )?sense|sounds? (?:good|bad)|always a|the real (?:question|problem)|apparently|deliberately",
    "(?:un)?precedented in its|serves as a (?:stark )?reminder|deserves?|better off",
)
_COMMENTARY = _any_of(
    "raises? (?:\\w+ )?questions|(?:underscores?|highlights?) the (?:need|importance|potential|high|risks?)",
    "complex web",
    "serves? as a (?:\\w+ )?(?:reminder|warning)|remains to be seen|(?:far-reaching|serious) implications",
    "speaks volumes",
    "(?:difficult|stark) (?:dilemma|choice)|high stakes|only time will tell",
    "(?:crucial|critical|essential) (?:in|component)",
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|why|how|what|whether|because|since|although|though|so|hence|for)\b[^,;]*$",
    re.IGNORECASE,
)
_LEGAL = _any_of(
    "laws?|bill|court|judges?|ruling|ruled|legal|illegal|lawful|unlawful|treaty|constitution\\w*|amendment|doctrine",
    "agreement|pact|convention|legislation|regulations?|statutes?|convicted|acquitted|sued|verdict|clause|enshrined?",
    "ban(?:ned|s)?|licen[cs]e[ds]?|charter|decree|directive|sentenced|declares?|declared",
)
_GEOGRAPHY = _any_of(
    "located|lies|lie|borders?|bordering|situated|proximity|kilomet(?:re|er)s? from|miles from|close to|near|adjacent",
    "(?:north|south|east|west)(?:ern)? of|on the (?:coast|border|island)|islands?|off the coast",
    "geographic\\w*|territory",
)
_ACT = _any_of(
    r"(?:has|have|had|was|were) (?:\w+ly )?\w{3,}(?:ed|en|wn)|\w{3,}ed|said|voted|made|took|gave|went|won|lost",
    r"sent|built",
    "left|became|began|held|met|ran|sold|spent|told|wrote|came|shut|struck|beat|fell|rose|grew|drew|broke|brought",
)
_QUESTION = re.compile(r"[?？؟][\"”’»)]*\s*$")
_QUOTED = re.compile(r"[“«„「『\"].{12,}[”»“」』\"]", re.DOTALL)
_LONGEST = 2000  # characters; the kind shows in the beginning of anything longer
_COUNTED = frozenset({"%", "‰", "percentage points"})


def claim_type_of(sentence: str) -> ClaimType:
    """Return the kind of a sentence; opinions and predictions are told first, since no source can settle them.

    Whether a sentence is a quote depends on its attribution; here it counts as one where it is mostly quotation.
    """
    sentence = sentence[:_LONGEST]
    own_words = _QUOTED.sub(" ", sentence)
    if _in_main_clause(_PREDICTION, own_words):
        return ClaimType.PREDICTION
    if _QUESTION.search(sentence) or _in_main_clause(_OPINION, own_words) or _COMMENTARY.search(own_words):
        return ClaimType.OPINION
    quoted = _QUOTED.search(sentence)
    if quoted and len(quoted.group()) > len(sentence) // 2:
        return ClaimType.QUOTE
    figures = find_figures(sentence)
    if any(figure.unit in _COUNTED or figure.scale > 1 or figure.value > 1 for figure in figures):
        return ClaimType.STATISTIC
    for kind, pattern in ((ClaimType.LEGAL, _LEGAL), (ClaimType.GEOGRAPHY, _GEOGRAPHY), (ClaimType.EVENT, _ACT)):
        if pattern.search(sentence):
            return kind
    return ClaimType.CHARACTERISATION


def _in_main_clause(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the pattern stands where no word before it in its part of the sentence makes the clause depend on one."""
    return any(
        not _SUBORDINATE.search(sentence[max(0, found.start() - 200) : found.start()])
        for found in pattern.finditer(sentence)
    )
