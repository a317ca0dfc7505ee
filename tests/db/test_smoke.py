from tests.makers import *
from db.queries import claims, search, statistics, sources, articles, history, people
from db.rows import *
def test_all(database):
    with database.write() as s:
        c=make_claim(s); make_evidence(s,c); make_comment(s,c)
        for st in WorkState: make_claim(s, work_state=st)
        chain.append(s,[event(1),event(2)])
        cid=c.id
    with database.read() as s:
        print(claims.page(s,ClaimFilter()))
        print(claims.file(s,cid))
        print(search.search(s,'bridges'))
        print(statistics.board(s,None), statistics.totals(s))
        print(sources.page(s,SourceFilter()))
        print(history.page(s,EventFilter()), history.actors(s))
        print(people.users(s), people.desks(s), people.speakers(s))
