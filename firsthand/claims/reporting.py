"""Words that attribute: reporting verbs with their forms and frames, and the nouns made from them."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.text.wordlists import words

_CLAUSE = words(
    """say tell add ask note report announce suggest argue write tweet claim state explain acknowledge declare insist
    warn reveal reply respond continue recall predict maintain contend assert admit confirm conclude believe think feel
    fear hope expect estimate indicate signal stress emphasise emphasize remark observe comment joke quip promise vow
    pledge swear complain lament caution allege testify show find determine rule assume disclose deny imply hint mention
    repeat reiterate post answer wonder inform advise remind assure concede counter object protest charge propose
    recommend demand request threaten agree point mean speculate boast brag muse opine theorise theorize forecast
    calculate assess judge deem underline highlight plead"""
)
_NOUN = words(
    """accuse blame criticise criticize condemn denounce praise reject support oppose endorse urge defend dismiss
    describe cite question demand want threaten attack slam welcome dispute deny refuse decline propose express mention
    call promise back favor favour blast mock ridicule applaud ask seek plan consider discuss reference"""
)
_OBJECT_FIRST = words("tell inform advise remind assure warn ask urge notify accuse blame charge")
_FACTUAL = words(
    "show find feel mean continue point rule want back seek plan consider support attack call question post"
)
_ALSO_NOUNS = words(
    """statement warning accusation claim claims allegation allegations assertion remark remarks comment comments
    announcement promise pledge suggestion proposal argument call calls demand demands criticism mention reference
    admission insistence declaration denial prediction forecast estimate complaint testimony threat threats vow view
    belief opinion assessment finding findings conclusion question request description"""
)
