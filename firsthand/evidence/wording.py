"""Words that a quotation may not lose, gain or change unseen: negations, modal verbs, qualifiers, numbers."""

from __future__ import annotations

import re
from enum import StrEnum

from firsthand.text.wordlists import words


class Weight(StrEnum):
    """Why a word weighs more than another."""

    NEGATION = "negation"
    MODAL = "modal"
    NUMBER = "number"
    QUALIFIER = "qualifier"


_NEGATIONS = words(
    """
    not no never none nobody nothing neither nor nowhere cannot without hardly barely scarcely dont cant wont aint
    nicht nichts nie niemals niemand niemandem niemanden kein keine keinen keinem keiner keines weder nirgends
    keineswegs keinesfalls ohne
    ne n' pas jamais rien aucun aucune ni sans
    nunca jamás nada nadie ningún ninguno ninguna tampoco
    non mai nessuno nessuna niente senza
    não nem nenhum nenhuma ninguém
    niet geen nooit
    не нет ни никогда никто никого никому ничего ничто нельзя без никакой никаких нигде никак нету
    不 没 沒 無 无 未 非 否 莫 勿
    """
)
_MODALS = {
    form: forms.split()[0]
    for forms in (
        "can cannot can't",
        "will won't",
        "shall shan't",
        *words("may must would should could might ought"),
        "können kann",
        "könnte könnten",
        "müssen muss",
        "müsste müssten",
        "sollen soll",
        "sollte sollten",
        "dürfen darf",
        "werden wird",
        "würde würden",
        "pouvoir peut peuvent",
        "pourrait pourraient",
        "devoir doit doivent",
        "devrait devraient",
        "poder puede pueden",
        "podría podrían",
        "deber debe deben",
        "debería deberían",
        "мочь может могут можем могу",
        "должен должна должно должны",
        "следует надо нужно",
        "будет будут будем буду",
    )
    for form in forms.split()
}
_QUALIFIERS = words(
    """
    only almost nearly about around roughly approximately some most many few several all every always often usually
    sometimes rarely seldom possibly probably perhaps maybe allegedly reportedly apparently if unless except but however
    although though partly mostly mainly largely until least more less than
    nur fast etwa rund einige meisten manche alle immer oft selten vielleicht wahrscheinlich angeblich falls wenn aber
    außer teilweise
    seulement presque environ quelques souvent parfois peut-être si mais sauf
    sólo solo casi algunos siempre quizás pero salvo
    только почти около некоторые многие все всегда часто редко возможно вероятно якобы если но однако кроме частично
    """
)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
_SHORTEST_OPPOSITE = 4  # letters: «able» and «unable»
_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {
    **{word: value for value, word in enumerate(_UP_TO_TWENTY.split())},
    **{word: 10 * tens for tens, word in enumerate(_TENS.split(), 3)},
}
_SCALES = words(
    """
    hundred thousand million billion trillion dozen half third quarter twice double triple
    一 二 三 四 五 六 七 八 九 十 百 千 万 萬 億 亿
    """
)
_ONE = frozenset({"one"})  # mostly a pronoun
_DIGIT = re.compile(r"\d")


def negates(key: str) -> bool:
    """Whether the word denies what stands beside it."""
    return key in _NEGATIONS or key.endswith("n't") or key.startswith("n'")


def modal(key: str) -> str | None:
    """Return the modal verb that the word is a form of, or None: «can't» is a form of «can»."""
    if key in _MODALS:
        return _MODALS[key]
    stem = key.removesuffix("n't")
    if key.endswith("'ll"):
        return "will"
    return stem if stem != key and stem in _MODALS else None


def numeric(key: str) -> str | None:
    """Return a form of the number that is the same in digits and in words, or None where the word is no number."""
    if _DIGIT.search(key):
        return key
    if key in NUMBER_WORDS and key not in _ONE:
        return str(NUMBER_WORDS[key])
    return key if key in _SCALES else None


def qualifier(key: str) -> str | None:
    """Return the word where it limits what is said, or None."""
    return key if key in _QUALIFIERS else None


def opposites(one: str, other: str) -> bool:
    """Whether one of two words is the other with a prefix that denies it: «likely» and «unlikely»."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_OPPOSITE and any(long == prefix + short for prefix in _PREFIXES)


def weights(key: str) -> tuple[Weight, ...]:
    """Return every reason why leaving the word out may change the sense."""
    found = []
    if negates(key):
        found.append(Weight.NEGATION)
    if modal(key):
        found.append(Weight.MODAL)
    if numeric(key):
        found.append(Weight.NUMBER)
    if qualifier(key):
        found.append(Weight.QUALIFIER)
    return tuple(found)
