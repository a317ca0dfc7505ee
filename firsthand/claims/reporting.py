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
    """show find feel mean continue point rule want back seek plan consider support attack call question post dismiss"""
)
_SPELT_LIKE_NOUNS = words(
    """state report attack call charge plan question claim comment remark tweet promise demand estimate request hope
    fear show post mock dispute note back point object rule reference support forecast threat favor favour"""
)
_ONLY_WITH_A_CLAUSE = words(
    """continue maintain highlight underline emphasise emphasize stress mean determine rule show find feel signal imply
    indicate suggest judge assess calculate deem assume point object hint reveal answer respond post agree"""
)
_PARTICLES = {
    "call": ("for", "on"),
    "point": ("to", "out"),
    "hint": ("at",),
    "object": ("to",),
    "respond": ("to",),
    "agree": ("to", "with"),
    "threaten": ("to",),
    "refuse": ("to",),
    "decline": ("to",),
    "comment": ("on",),
}
_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "find": "finds found found finding",
    "swear": "swears swore sworn swearing",
    "show": "shows showed shown showing",
    "mean": "means meant meant meaning",
    "forecast": "forecasts forecast forecast forecasting",
    "seek": "seeks sought sought seeking",
}
_DOUBLED = words("plan quip brag admit")
_ELSEWHERE = words(
    """sagte sagt erklärte erklärt betonte warnte meinte berichtete dit déclare déclaré affirme affirmé explique
    expliqué dijo afirmó declaró explicó advirtió disse spiegò dichiarò zei verklaarde"""
)


class ReportingVerb(NamedTuple):
    """One form of a reporting verb; ``form`` is base, third, past, ing, or elsewhere for another language's."""

    lemma: str
    form: str

    @property
    def takes_clause(self) -> bool:
        """Whether a clause or a quotation may be its content."""
        return self.lemma in _CLAUSE

    @property
    def takes_noun(self) -> bool:
        """Whether a noun phrase may be its content."""
        return self.lemma in _NOUN

    @property
    def object_first(self) -> bool:
        """Whether the person spoken to comes right after it."""
        return self.lemma in _OBJECT_FIRST

    @property
    def also_factual(self) -> bool:
        """Whether it reports only in some of its uses."""
        return self.lemma in _FACTUAL

    @property
    def needs_clause(self) -> bool:
        """Whether it reports only before «that», a particle or a quotation, and means an act otherwise."""
        return self.lemma in _ONLY_WITH_A_CLAUSE

    @property
    def may_be_noun(self) -> bool:
        """Whether the form is spelt like a noun: «states», «reports»."""
        return self.lemma in _SPELT_LIKE_NOUNS and self.form in {"base", "third"}

    @property
    def particles(self) -> tuple[str, ...]:
        """Particles that belong to it where they follow."""
        return _PARTICLES.get(self.lemma, ())


def _forms(lemma: str) -> dict[str, str]:
    """Return the forms of a verb, each with its name."""
    if lemma in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[lemma].split()
        return {participle: "past", past: "past", third: "third", ing: "ing", lemma: "base"}
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    past, third, ing = stem + "ed", lemma + "s", stem + "ing"
    if lemma.endswith("e"):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past, third = lemma[:-1] + "ied", lemma[:-1] + "ies"
    elif lemma.endswith(("s", "sh", "ch", "x")):
        third = lemma + "es"
    return {past: "past", third: "third", ing: "ing", lemma: "base"}


VERBS = {form: ReportingVerb("say", "elsewhere") for form in _ELSEWHERE} | {
    form: ReportingVerb(lemma, kind) for lemma in sorted(_CLAUSE | _NOUN) for form, kind in _forms(lemma).items()
}

NOUNS = words(
    """statement warning accusation claim claims allegation allegations assertion remark remarks comment comments
    announcement promise pledge suggestion proposal argument call calls demand demands criticism mention reference
    admission insistence declaration denial prediction forecast estimate complaint testimony threat threats vow view
    belief opinion assessment finding findings conclusion question request description"""
)
