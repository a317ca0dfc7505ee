"""Words that say the same, words that say the opposite, and the small ones that turn a statement round."""

from __future__ import annotations

from firsthand.text.wordlists import words

# Each line is one meaning, for the purpose of finding the same claim again: the first word stands for all of them.
_SAME = """
rise rose risen rising rises increase increased increases increasing grow grew grown grows growing climb climbed
fall fell fallen falling falls decrease decreased decreases drop dropped drops decline declined declines shrink shrank
dismiss dismissed sack sacked fire fired
begin began begun begins beginning start started starts starting
end ended ends ending finish finished conclude concluded complete completed
arrest arrested arrests detain detained detains
buy bought buys purchase purchased
sell sold sells
pay paid pays
spend spent spends
build built builds construct constructed construction
close closed closes closing shut
kill killed kills
die died dies
elect elected elects
hold held holds
win won wins
lose lost loses
cause caused causes
approve approved approves adopt adopted pass passed
reject rejected rejects
double doubled doubles twice doubling
country nation
company firm corporation business
employee employees worker workers staff
child children
woman women
man men
percent cent
programme program programmes programs
world worldwide global globally
yearly annually annual
monthly month months
year years
rent rents
wage wages salary salaries
house houses home homes housing
illegal unlawful illegally unlawfully
high highest higher record
low lowest lower
large largest larger big biggest bigger
small smallest smaller
take took taken takes
give gave given gives
leave left leaves
see saw seen sees
find found finds
know knew known knows
make made makes
become became becomes
write wrote written writes
speak spoke spoken speaks
send sent sends
get got gets
bring brought brings
show showed shown shows
tell told tells
law laws
march marched marches
"""
STANDS_FOR = {word: line.split()[0] for line in _SAME.strip().splitlines() for word in line.split()}
_OPPOSITE = """
rise fall; rise lower; raise lower; raise cut; raise reduce; rise cut; rise reduce; increase reduce; high low
large small; more fewer; more less; most least; best worst; better worse; approve reject; support oppose; uphold strike
uphold overturn; admit deny; confirm deny; allow ban; allow forbid; permit ban; win lose; import export; imports exports
enter leave; before after; open close; hire dismiss; legal illegal; guilty innocent; majority minority; gain loss
gain lose; buy sell; begin end; success failure; succeed fail; safe dangerous; ally enemy; join quit; first last
accept refuse; accept reject; convict acquit; above below; north south; east west; northern southern; eastern western
surplus deficit; profit loss; public private; early late; faster slower; longer shorter; older younger; rich poor
"""
OPPOSITES = {
    frozenset(pair.split()) for line in _OPPOSITE.strip().splitlines() for pair in line.split(";") if pair.strip()
}

NEGATIONS = words(
    "no not never none nobody nothing neither nor nowhere without cannot can't n't hardly barely deny denied denies"
)
MODALS = words("may might could possibly perhaps maybe allegedly reportedly potentially")
QUANTITIES = {
    **dict.fromkeys(words("all every each always entirely everybody everyone"), "all"),
    **dict.fromkeys(words("most mostly majority"), "most"),
    **dict.fromkeys(words("some several sometimes"), "some"),
    **dict.fromkeys(words("few fewer fewest rarely little"), "few"),
    **dict.fromkeys(words("many much often lots"), "many"),
    **dict.fromkeys(words("none"), "none"),
}
# Inside a figure, these only write it.
FIGURE_WORDS = words(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    dozen bn mn tn half third thirds quarter quarters fifth fifths tenth tenths per cent percent percentage points point
    dollar dollars euro euros pound pounds yen about around roughly nearly almost some approximately more less fewer
    than over under at least up to just as many an a estimated us usd eur gbp"""
)
# Said of almost anything: having such a word more or less makes no other claim.
LIGHT = words(
    """said say says told tell tells according added also currently now just only still already about around nearly
    almost over under more than less least most such other exist exists per last year years day days month months week
    weeks time times there rate number amount total new while because during between among since until within against
    through per some many much very often one ones off out up down away again both each every all off dr mr mrs ms
    get got make made take took taken give given go went come came keep kept put become became use used claim claimed
    claims told warned announced state stated president minister reported report called"""
)
