"""Made-up articles on several subjects, for the tests of this folder."""

HEALTH = """Measles cases double in northern counties

Health officials in the northern counties have recorded 214 measles cases since January, more than twice the number \
for the whole of last year, according to figures released on Monday by the regional health authority.

“We are seeing the consequences of five years of falling vaccination rates,” said Dr. Lena Hartwig, who heads the \
authority’s infection unit. “Nobody should be surprised.”

The share of two-year-olds who have had both doses fell from 94 per cent in 2018 to 87 per cent last year.

Hartwig added that three children were in intensive care, but she declined to name the hospitals.

Tom Reilly, a spokesman for the group Free Choice, accused the authority of “spreading panic” and told reporters \
that most of the cases were mild.

If Hartwig is right, schools in Brenn and Marlow may have to close before the summer holidays.

Read more: Hospital Trust Cancels 300 Operations

Share this article

Leave a comment

I think 214 cases is nothing, said nobody ever."""

SPORT = """Rovers sack coach after sixth defeat in a row

By Carla Mendes

Northfield Rovers dismissed head coach Andrej Novak on Sunday, hours after a 4-1 home defeat by Eastvale.

It was the club's sixth loss in succession, its worst run since 1987. Chairman Ola Berg called the decision \
"painful but unavoidable".

"I leave with my head held high," Novak wrote on the club's website. "The players gave everything."

According to the newspaper Sportbladet, the club has already contacted former national coach Eva Lindqvist.

Is this the end of an era?"""

COURT = """The appeals court in Marlow ruled on Thursday that the city had acted unlawfully when it cut housing \
benefits for 1,300 families in 2021.

However, the mayor, Jonas Feld, said he would study the judgment. It was reported last month that the council had \
been warned twice by its own lawyers.

Marlow lies 40 kilometres north of the border. Feld’s promise that rents would fall has not been kept."""
