"""The words by which the signs of check-worthiness show: up to three words in lower case, by the sign's name.

A term that begins with an underscore counts only at the beginning of a sentence.
"""

from __future__ import annotations

from firsthand.claims.weighing.terms import NUMBER, YEAR
from firsthand.text.wordlists import words

_COMPARED = words(
    "more less fewer higher lower larger bigger smaller greater better worse stronger weaker faster older"
)
_COMPARED |= words("newer cheaper closer longer shorter heavier richer poorer earlier later rather")
_UNITS = words("year month week decade night summer winter spring autumn season")
_OPINED = words("think believe feel hope guess suppose want would am wish wonder fear doubt love hate trust admit")

HAPPENED = words(
    "said voted made took gave went won lost sent put cut built left became began held met ran sold spent told wrote "
    "lied came got did struck shut withdrew broke drew hid knew rose fell grew beat bought paid found bore tore stole "
    "sank flew threw chose wore spoke froze taught caught sought brought fought kept dealt swept led fled fed shot "
    "stood dug"
)

SIGN_WORDS: dict[str, frozenset[str]] = {
    "figure": frozenset({NUMBER}),
    "counted": words(
        "hundred hundreds thousand thousands million millions billion billions trillion percent dozen dozens half "
        "twice double doubled triple tripled third thirds quarter quarters fifth tenth two three four five six seven "
        "eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty "
        "forty fifty sixty seventy eighty ninety"
    )
    | {"per cent"},
    "share": words("percent % million billion trillion percentage")
    | {"per cent", f"$ {NUMBER}", f"€ {NUMBER}", f"£ {NUMBER}"},
    "date": frozenset({YEAR})
    | {
        *words("january february march april june july august september october november december"),
        *words("monday tuesday wednesday thursday friday saturday sunday yesterday overnight ago since"),
        *(f"last {unit}" for unit in _UNITS),
        *(f"previous {unit}" for unit in _UNITS),
    },
    "superlative": words(
        "most least largest biggest highest lowest worst best greatest longest shortest strongest weakest smallest "
        "oldest youngest newest richest poorest fastest slowest closest deadliest hottest coldest deepest heaviest"
    ),
    "first_ever": words("first only record unprecedented never ever")
    | {"no other", "nobody else", "no one else", "never before", "second time", "third time", "ever built", "for ever"},
    "ranking": frozenset({"of any"})
    | {
        *("in the world", "in the country", "in the region", "on the continent", "of its kind", "one in"),
        *("than any", "than in any", "in europe", "in asia", "in africa", "one of the", "in every"),
    },
    "comparison": words("than compared unlike equal twice")
    | {f"{word} than" for word in _COMPARED}
    | {"as much as", "as many as", "up from", "down from", "the same as", "less than", "more than"},
    "change": words(
        "rose risen rises rising fell fallen falls grew grown grows growing increase increased increases increasing "
        "decrease decreased decline declined dropped drop drops doubled tripled halved shrank shrunk soared plunged "
        "climbed widened expanded slumped lost gained raised lowered cut cuts slashed reduced lifted"
    ),
    "negated": words("not never none nobody neither nor nothing without cannot hardly seldom")
    | words("didn't doesn't don't hasn't haven't hadn't wasn't weren't isn't aren't")
    | {"no one", "there is no", "has no", "had no", "have no", "did not", "does not", "has not"},
    "act": HAPPENED,
    "quoted": frozenset({'"'}),
    "body": words(
        "ministry minister government parliament senate council court police army navy agency commission committee "
        "board company firm corporation bank university hospital regulator regulators inspectors prosecutors "
        "prosecutor union federation association authority authorities office department institute broadcaster "
        "museum club alliance coalition party parties president governor mayor chancellor secretary senator judge "
        "troops soldiers officials auditors researchers scientists investigators administration congress "
        "municipality operator manufacturer airline supplier insurer states forces militia junta brigade"
    ),
    "deed": words(
        "arrested charged fined sued sold bought closed banned published withdrew withdrawn dismissed resigned "
        "appointed admitted refused destroyed killed wounded injured signed leaked copied forged hid hidden suspended "
        "approved rejected abolished introduced adopted launched tested deployed withheld concealed paid received "
        "built opened stopped shut seized attacked struck bombed fired hired evicted deported freed released "
        "jailed stole stolen donated funded owned acquired spent merged ordered recalled replaced joined left "
        "agreed reached completed cancelled delayed exported imported produced developed discovered found recorded "
        "won beat defeated lost died born elected expelled promised failed knew ignored broke violated breached"
    ),
    "holding": words(
        "contain contains contained employ employs employed earn earns earned pay pays own owns belong belongs cost "
        "costs produce produces import imports export exports use uses sell sells spend spends supply supplies"
    ),
    "legal": words(
        "law laws bill act court ruled legal illegal lawful unlawful treaty constitution constitutional "
        "amendment doctrine agreement pact convention legislation regulation regulations statute directive decree "
        "ban bans banned verdict convicted sentenced acquitted clause enshrined enshrines obliges forbids prohibits "
        "bars allows permits requires charter licence patent extradition veto vetoed vetoes article protocol sanctions"
    ),
    "record": words(
        "voted opposed supported passed signed vetoed proposed promised failed refused raised created lied claimed "
        "denied abstained"
    ),
    "counted_thing": words(
        "tax taxes jobs job unemployment deficit debt budget inflation economy trade wage wages poverty spending "
        "income cost costs price prices export exports import imports rate rates revenue profit loss turnover rent "
        "subsidies turnout votes seats population births deaths cases casualties pupils patients passengers visitors"
    ),
    "attributed": words(
        "said says told announced reported warned claimed stated denied confirmed declared argued wrote called "
        "accused insisted acknowledged promised report study survey poll statistics figures data documents audit "
        "inquiry emails officials spokesman spokeswoman spokesperson according show shows showed finds"
    ),
    "correction": words("actually") | {"not true", "in fact", "the fact is", "the truth is"},
    "causal": words("because caused causes causing due resulted") | {"led to", "as a result", "owing to", "result of"},
    "place": words(
        "kilometres kilometers miles metres located lies borders bordering border situated coast shore island islands "
        "north south east west northern southern eastern western province provinces crosses strait territory"
    ),
    "opinion": words(
        "should must ought deserve deserves hopefully unfortunately sadly surely perhaps arguably frankly disgrace "
        "shameful absurd outrageous naive tempting dangerous wonderful terrible beautiful joyful sad brittle joke "
        "illusion better soul shame wise foolish simply needs tragedy lovely brilliant dull"
    )
    | {"high time", "in my view", "in my opinion", "we need", "we can", "we cannot", "have to", "had better"}
    | {"poor guide", "no business", "bodes well", "let us", "can not", "there are no", "must not"}
    | {f"i {verb}" for verb in _OPINED},
    "prediction": words("will won't shall would could might may likely unlikely expected poised hopes plans next soon")
    | {"going to", "set to", "bound to", "if the", "about to", "in the coming", "remains to be", "_if", "_should"},
    "courtesy": words(
        "thanks thank please welcome okay sorry congratulations congratulate ladies gentlemen dear proud grateful "
        "applause pleased delighted excited warmly"
    )
    | {"good morning", "good evening", "let me", "let's", "you know"},
    "first_person": words("i i'm i've i'd i'll my me mine myself"),
    "we": words("we we're we've we'll our us ourselves"),
    "reader": words("you your yours you're you'll yourself"),
    "exclaimed": frozenset("!"),
    "vague": words(
        "some many things something somehow someone somebody maybe kind sort sometimes always everybody everyone "
        "everything anything often seems seem seemed perhaps rather little lots ways certain various several"
    ),
    "feeling": words(
        "feel feels feeling love loves loved hope hopes hoped afraid tired happy sad lonely joy tears laugh laughs "
        "laughed fascinates dream dreams dreamed memory memories remember remembers childhood heart sigh sighs shy "
        "smile smiles smiled grief wonder"
    ),
    "scene": words(
        "smell smells smelled smelt quiet silence silent morning afternoon evening noon dusk dawn light sun sky wind "
        "rain drizzle heat dust mud smoke window windows door table desk chair coffee tea wine bread soup cup mug "
        "hands fingers eyes face voice shoulders gloves stairs corridor corridors square garden street dog dogs cat "
        "photograph piano bell clock colour green grey golden soft slate stage lectern sits stands stares stare "
        "wipes painted studio sleeps walks waits looks whispers hums peeling hangs crowd seats waiting"
    ),
    "practical": words(
        "ticket tickets available diverted subscribe newsletter opening booking register registration admission "
        "receipt recipe tips updates coverage inbox"
    )
    | {"are asked", "find out", "how to", "read more", "at the door", "stay with us", "stay tuned"},
    "instruction": frozenset(
        f"_{verb}"
        for verb in words(
            "add allow apply ask avoid book bring call check choose click come compare consider cook cover cut "
            "do don't drink eat enjoy fill follow get give go keep leave let listen look make mix never note open pay "
            "pour put read remember restart save see send sign stay stir stop take talk tell think try turn use visit "
            "wait walk wash watch wear write"
        )
    ),
    "teaser": frozenset(
        f"_{word}" for word in words("how why what who where when which is are can could does do has have did")
    ),
}
