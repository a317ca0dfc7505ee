"""Made-up articles with the places marked that an editor would want drafted, for the tests of this folder.

⟦…⟧ is wanted, ⦅…⦆ may be drafted or not. Everything else is to be left alone, or is a repeat of what is marked.
"""

from __future__ import annotations

from typing import NamedTuple

from firsthand.text.spans import Span


class MarkedArticle(NamedTuple):
    """An article without its marks, and the places that were marked."""

    text: str
    published: str
    author: str
    wanted: tuple[Span, ...]
    allowed: tuple[Span, ...]


def unmarked(marked: str, published: str, author: str) -> MarkedArticle:
    """Take the marks out of a text and keep where they stood."""
    text = ""
    places: dict[str, list[Span]] = {"⟧": [], "⦆": []}
    start = 0
    for sign in marked:
        if sign in "⟦⦅":
            start = len(text)
        elif sign in places:
            places[sign].append(Span(start, len(text)))
        else:
            text += sign
    return MarkedArticle(text, published, author, tuple(places["⟧"]), tuple(places["⦆"]))


COURT_REPORT = unmarked(
    """Builder jailed for six years over tower collapse that killed four

By Petra Okafor

DUNMORE (Coast News) — ⟦A judge in Dunmore sentenced the builder Colm Garrity to six years in prison on Friday over \
the collapse of a tower block that killed four people in 2021.⟧ ⟦A jury had found Garrity, 58, guilty of \
manslaughter in March after a trial of eleven weeks.⟧

⟦Judge Aoife Brannigan said Garrity had ignored three written warnings from his own engineers.⟧ ⟦“You put a price on \
safety, and the price was 40,000 euros,” she told him.⟧ It was a cold morning, and few seats in the public gallery \
were empty.

⟦The court fined his company, Garrity Homes, 2.1 million euros⟧ and ⟦banned it from public contracts for five \
years.⟧ ⟦The firm had built 19 blocks in the county between 2012 and 2020.⟧

⦅Families want the other blocks tested⦆

⟦According to the Dunmore fire service, six of the 19 blocks have the same faulty joints.⟧ ⟦The county council said \
last month that it had emptied two of them, and that 84 households were living in hotels.⟧ ⟦Its spokeswoman, Niamh \
Foley, denied that the council had known of the faults before the collapse.⟧

How do you explain this to the children?

⟦Foley told reporters outside the court that the council would test every block by the end of September.⟧ ⦅“We owe the \
families an answer,” she said.⦆

Eoin Casey, whose sister Maeve died on the third floor, sat in the front row every day. ⟦He accused the council of \
hiding an inspection report from 2019.⟧ ⟦The report, which the newspaper has seen, describes cracks up to 12 \
millimetres wide⟧; ⟦it was sent to the building department on 4 June 2019.⟧

⟦Garrity’s lawyer, Brian Toal, said his client would appeal.⟧ ⦅Toal said the sentence was “wildly out of \
proportion”.⦆

Colm Garrity received a six-year prison sentence on Friday for the tower collapse in which four people died.

Photo: Families leave the court in Dunmore

Under Irish law, ⟦manslaughter carries a maximum sentence of life imprisonment.⟧ ⦅The appeal could take two years.⦆

Read also: ⦅Council Emptied Two Blocks Without Telling Residents: Report⦆

Share this article

3 comments

It was 60,000 euros, I was there.""",
    "2023-06-17",
    "Petra Okafor",
)

SCIENCE_STORY = unmarked(
    """Seagrass stores twice as much carbon as thought, study finds

⦅A survey of 64 bays changes the sums for coastal countries⦆

⟦Seagrass meadows store twice as much carbon as earlier estimates assumed, according to a study published on \
Tuesday in \
the journal Coastal Systems.⟧ ⟦Researchers took 2,300 sediment cores from 64 bays in nine countries.⟧

⟦The team found an average of 310 tonnes of carbon per hectare⟧, ⟦while earlier work had put the figure at \
about 150 tonnes.⟧ ⟦“The old numbers came almost entirely from the Mediterranean,” said Ines Vidal, a marine \
ecologist at \
the University of Porto who led the survey.⟧ Science is sometimes like that.

⟦Vidal said the meadows cover only 0.1 per cent of the sea floor.⟧ ⟦She added that they bury about a tenth of the \
carbon that the ocean takes up each year.⟧

What the figures leave out

⟦The study did not measure methane, which seagrass beds also give off.⟧ ⟦Hanna Lindgren, an oceanographer at Lund \
University who was not involved, called the omission “a serious gap”.⟧ ⟦Lindgren’s own group reported in 2022 that \
methane cancels out up to a third of the benefit.⟧

⦅It may be the most beautiful plant in the sea.⦆ Divers love it, and for good reason.

⟦Seagrass has lost ground on every coast: the global area shrank by 29 per cent between 1879 and 2006.⟧ ⟦In Spain, \
trawling was banned over the meadows in 1994⟧, and ⟦the area has since grown by 4 per cent.⟧

A diver counts shoots in the bay of Arrábida, where ⟦the meadow has doubled since 2019.⟧ Photo: Rui Matos

⟦The survey cost 3.2 million euros⟧; ⟦the European Union paid 70 per cent of it.⟧ ⟦The union’s environment agency said \
last week it would add seagrass to national carbon accounts from 2026.⟧ ⦅If it does, Portugal could meet a \
fifth of its target for 2030 with meadows alone.⦆

Vidal is careful. ⦅“A meadow is not a licence to burn more coal,” she said in Lisbon.⦆ ⟦The ecologist warned that a \
heatwave in 2023 killed 40 per cent of the meadows in the Gulf of Cádiz within six weeks.⟧

The study found that seagrass stores twice as much carbon as earlier estimates assumed.

Sign up for our newsletter""",
    "2025-05-15",
    "Marta Weiss",
)

LOCAL_POLITICS = unmarked(
    """Council votes to close two libraries

⟦Harwick town council voted 14 to 9 on Monday to close two of its five libraries in a bid to save £640,000 a \
year.⟧ ⟦The branches in Eastgate and Millbrook will shut on 31 March.⟧

⟦Council leader Joan Pickering said visits had fallen by half since 2015.⟧ “Nobody enjoys this,” she said. ⟦The \
Labour group’s leader, Samir Haddad, said the figure was misleading because the council had cut opening hours by 60 \
per cent over the same period.⟧

Reserves at issue

⟦Haddad told the meeting at Harwick Town Hall that the council held £11m in reserves, the third-highest sum of any \
district in the county.⟧ ⟦Pickering did not dispute the sum but said £9m of it was set aside by law.⟧

⟦The council’s budget gap is £4.3m this year⟧ and ⟦its auditors warned in October that it could run out of cash by \
2027.⟧ ⟦Grants from central government have shrunk by 38 per cent since 2010, according to the county treasurers’ \
society.⟧

⟦More than 3,000 people signed a petition against the closures.⟧ ⦅“It is a disgrace,” said Ruth Oyelaran, who has \
run a reading group in Eastgate for 22 years.⦆ ⟦She said that 40 children come every week.⟧

A library is more than its shelves, and everybody in the chamber seemed to know it. What happens now?

⟦Under the Public Libraries Act of 1964, councils must provide a “comprehensive and efficient” service.⟧ ⟦In 2021 \
the High Court ruled that Northshire had broken that law when it closed eight branches.⟧ ⟦Haddad said he would ask \
the culture secretary to intervene.⟧

⟦A spokesman for the Department for Culture said that it had received 12 such complaints since January⟧, but he \
declined to comment on Harwick.

⟦Eastgate, which opened in 1911, is the oldest library in the county.⟧ ⦅The building is expected to be sold.⦆

The council’s decision on Monday to close two of its five libraries will save £640,000 a year.

Related: ⦅Harwick Council Tax to Rise by 5 Per Cent⦆

Follow us on Facebook""",
    "2024-12-11",
    "Lewis Grant",
)

SPORTS_BUSINESS = unmarked(
    """Larsen sells Northgate to US fund for £310m

⟦Northgate Athletic’s owner, Henrik Larsen, has agreed to sell the club to the American investment fund Bridgewell \
Partners for £310m, both sides said on Wednesday.⟧ ⟦The Dane bought the club in 2011 for £45m.⟧

⟦The league must approve the sale, which needs the votes of 14 of its 20 clubs.⟧ ⟦Bridgewell already owns 22 per \
cent of the French side Valmont.⟧ ⦅“We are buying a community, not a company,” said its founder, Dana Cho.⦆

⟦Cho promised to spend £80m on the stadium within four years.⟧ ⟦She said ticket prices would be frozen until \
2027.⟧ ⟦The supporters’ trust noted that Bridgewell had raised prices at Valmont by 35 per cent in two seasons.⟧

A club in the red

⟦Northgate lost £28.4m in the year to June, its fourth loss in a row.⟧ ⟦Wages rose to 81 per cent of turnover⟧, \
⟦while sponsorship income fell by £6m after the betting firm Lucky88 withdrew.⟧ ⟦Larsen has lent the club £120m in \
all, and he will write off £50m of it.⟧

Everyone loves a new beginning. ⦅Northgate have not won a trophy since 1978.⦆

⟦The league’s chief executive, Paul Amory, said in Manchester that the board would decide by the end of \
January.⟧ ⟦In 2022 the league blocked the sale of Kingsbury Town because the buyer could not show where the money \
came from.⟧ ⟦Amory denied that the rules had been relaxed since then.⟧

⟦Striker Tom Ferreira has scored 17 goals this season, more than anyone else in the division⟧, but ⟦his contract ends \
in June.⟧ ⟦His agent told the newspaper that two Italian clubs had made offers.⟧ ⦅Should Ferreira leave, Northgate \
would lose a third of their goals.⦆

Striker Tom Ferreira during the win over Eastvale on Saturday

⟦The fund manages assets of $14bn and has its seat in Boston.⟧ ⟦It was fined $2.5m in 2019 by American regulators for \
misleading investors.⟧ Time will tell.

Larsen, who bought Northgate in 2011 for £45m, declined to comment.

Tags: football, business""",
    "2025-12-11",
    "Ade Bello",
)

MARKED = {
    "court report": COURT_REPORT,
    "science story": SCIENCE_STORY,
    "local politics": LOCAL_POLITICS,
    "sports business": SPORTS_BUSINESS,
}
