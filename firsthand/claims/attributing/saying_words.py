"""Words that report an act of saying, and not what somebody wants, sees or feels."""

from __future__ import annotations

from firsthand.claims.comparing.stems import stem_of
from firsthand.text.wordlists import words

_VERBS = words(
    """say tell told said says add announce warn claim state declare report argue insist deny denied admit confirm
    acknowledge concede accuse allege assert promise pledge vow threaten demand urge call criticise criticize praise
    describe explain note point suggest propose predict forecast estimate reveal disclose testify write wrote written
    tweet post reply replied respond answer ask question wonder complain condemn denounce reject refuse decline rule
    find found conclude indicate stress emphasise emphasize reiterate repeat recall remark observe comment mention
    refer referred cite quote accord advise recommend swear swore boast joke agree blame plead pleaded apologise
    apologize hint imply contend caution assess believe dispute object speak spoke spoken shout whisper interject
    counter retort lament assure reassure issue"""
)
_NOUNS = words(
    """statement warning accusation allegation assertion announcement suggestion proposal argument criticism reference
    admission insistence declaration denial prediction complaint testimony threat belief assessment finding conclusion
    request description rebuke"""
)
_UNNAMED = words(
    """report say said state allege claim assess believe believed think thought rumour rumor announce suggest confirm
    reveal disclose decide decided describe reckon estimate"""
)
_COMMENTS = frozenset(
    map(stem_of, words("highlight underscore emphasise emphasize reflect signal mean serve raise mark"))
)
_SAYING = frozenset(map(stem_of, _VERBS | _NOUNS))
_SAID_BY_NOBODY = frozenset(map(stem_of, _UNNAMED))


def reports_saying(cue: str) -> bool:
    """Whether the words of a cue report an act of saying («has warned», «in a statement», «according to»)."""
    if cue.strip() in {":", "-", "–", "—"}:
        return True
    stems = [stem_of(word) for word in _words(cue)]
    return any(stem in _SAYING for stem in stems) and not _COMMENTS.intersection(stems[-1:])


def reports_unnamed(cue: str) -> bool:
    """Whether the words report what was said without a speaker: «was reported», «has been alleged»."""
    return any(stem_of(word) in _SAID_BY_NOBODY for word in _words(cue))


def _words(cue: str) -> list[str]:
    return [word for word in cue.lower().split() if not word.endswith("ly")]
