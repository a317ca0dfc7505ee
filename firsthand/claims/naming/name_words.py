"""Words that tell what a name names: titles, offices, first names, kinds of bodies, countries."""

from __future__ import annotations

from enum import StrEnum

from firsthand.text.wordlists import words


class Gender(StrEnum):
    """The gender of the pronoun a text uses for a person."""

    FEMALE = "female"
    MALE = "male"


_WOMEN = words(
    """ada agnes alice alicia amanda amelia amy ana andrea angela anita anja anna anne annika antonia astrid barbara
    beatrice birgit brigitte camilla carla carmen carol caroline catherine cecilia charlotte chiara christina claire
    clara claudia cristina daniela deborah diana donna dorothy elena elisa elisabeth elizabeth ella ellen emily emma
    erika esther eva eve evelyn fatima fiona frances franziska gabriela georgia giulia grace greta hanna hannah
    heather heidi helen helena hillary ines ingrid irene irina isabel isabella jane janet jeanne jennifer jessica
    joan joanna johanna judith julia julie karen karin kate katharina katherine kathleen katja kristin laura lauren
    leila lena linda lisa liz louise lucia lucy maja manuela margaret maria marie marina marta martha mary megan
    melanie melissa mia michelle mina monica monika nadia nancy natalia natalie nicola nicole nina nora olga olivia
    pamela patricia paula petra rachel rebecca renate rita rosa ruth sabine samantha sandra sara sarah silvia simone
    sofia sonia sophia sophie stephanie susan susanne svetlana sylvia teresa theresa ulrike ursula valentina vanessa
    vera victoria wendy yasmin yvonne zoe élise hélène zainab aisha amina mei yuki keiko priya ngozi kamala jacinda
    giorgia ursula"""
)
_MEN = words(
    """aaron abdul adam adrian ahmed alan albert alberto alejandro alexander alfred ali allen anders andreas andrej
    andrew andrzej anthony antonio arthur barack ben benjamin bernard bernd bernie bill bob boris brad brian bruce
    bruno carl carlos charles chris christian christoph christopher colin craig daniel dave david dennis derek
    dieter dmitri dmitry donald douglas edward emil emmanuel eric erik ernst felix fernando florian francesco
    francis francisco frank franz fred frederick friedrich gary gavin geoffrey george gerald gerhard giovanni
    giuseppe gordon graham greg gregory guillaume gustav hans harold harry hassan hugh heinrich henrik henry hugo ian
    ibrahim igor ivan jack jacob jacques jakob james jan jason javier jean jeff jeffrey jens jeremy jerry jim
    joachim joe joel johan johann john johannes jonas jonathan jorge josef joseph joshua juan jürgen justin karl
    keith ken kenneth kevin klaus kurt larry lars lawrence leo leon leonard lloyd louis luca luis lukas magnus marc
    marco mario mark markus martin matteo matthew matthias maurice max michael michel miguel mike mohamed mohammed
    muhammad narendra nathan neil nicholas nick nicolas nigel nikolai niklas norman olaf ola oliver olivier omar
    oscar otto owen patrick paul pavel pedro per peter petr philip philipp phillip pierre pietro rafael ralph
    raymond richard rob robert roberto roger roland rolf ron ronald roy rudolf russell ryan samuel scott sean
    sebastian sergei sergey simon stefan stephan stephen steve steven stuart ted terry theodore thomas tim timothy
    tobias tom tomas tony ulrich vaclav victor viktor vladimir volker volodymyr walter warren wayne werner will
    william wolfgang yusuf rajesh hiroshi kenji wei recep benyamin shinzo fumio xavier étienne françois andré josé
    jose"""
)
FIRST_NAMES = {**dict.fromkeys(_WOMEN, Gender.FEMALE), **dict.fromkeys(_MEN, Gender.MALE)}

HONORIFICS: dict[str, Gender | None] = {
    **dict.fromkeys(words("mr sir lord monsieur herr señor signor"), Gender.MALE),
    **dict.fromkeys(words("mrs ms miss mme madame frau dame lady señora signora"), Gender.FEMALE),
    **dict.fromkeys(words("dr prof professor rev hon gen lt col sgt capt sen rep gov doctor"), None),
}
_WOMENS_OFFICES = words(
    """spokeswoman chairwoman congresswoman policewoman businesswoman councilwoman queen princess actress mother sister
    widow ministerin sprecherin präsidentin kanzlerin bürgermeisterin"""
)
_MENS_OFFICES = words(
    """spokesman chairman congressman policeman businessman councilman king prince actor father brother sprecher"""
)
OFFICES_OF = {
    **dict.fromkeys(_WOMENS_OFFICES, Gender.FEMALE),
    **dict.fromkeys(_MENS_OFFICES - {"actor", "sprecher"}, Gender.MALE),
}
OFFICES = (
    words(
        """minister president chancellor premier governor mayor senator secretary ambassador commissioner director head
    chief chair chairperson leader spokesperson professor analyst economist researcher scientist lawyer attorney
    prosecutor judge justice general admiral colonel captain lieutenant sergeant officer commander inspector editor
    author journalist reporter correspondent coach manager founder co-founder owner executive ceo cfo expert adviser
    advisor deputy councillor representative congressperson envoy consul bishop archbishop pope cardinal rabbi imam
    dean rector teacher doctor engineer historian biologist physicist chemist epidemiologist virologist psychologist
    sociologist surgeon nurse activist campaigner candidate member mp mep treasurer principal superintendent
    coordinator organiser organizer negotiator diplomat fellow lecturer critic writer novelist speaker supervisor
    counsel democrat republican congressman candidate singer striker midfielder goalkeeper captain defender farmer
    student resident president-elect whistleblower ministre président présidente maire porte-parole kanzler
    bundeskanzler bundeskanzlerin präsident bürgermeister vorsitzender vorsitzende abgeordneter abgeordnete
    geschäftsführer geschäftsführerin direktor direktorin lawmaker physician solicitor barrister paediatrician
    pediatrician psychiatrist oncologist cardiologist geologist climatologist ecologist astronomer statistician
    anthropologist archaeologist coroner magistrate sheriff pilot architect auditor trustee"""
    )
    | _WOMENS_OFFICES
    | _MENS_OFFICES
)
SPOKESPEOPLE = words("spokesperson spokeswoman spokesman")

BODY_NOUNS = words(
    """ministry department agency authority office bureau administration council commission committee board court
    tribunal parliament senate assembly congress government cabinet company corporation firm bank fund university
    college school hospital clinic institute institution academy laboratory organisation organization association
    federation union league society foundation trust charity party club group alliance coalition consortium police
    watchdog regulator newspaper magazine broadcaster airline carmaker manufacturer operator retailer supermarket
    museum theatre theater embassy secretariat directorate inspectorate ombudsman consultancy observatory"""
)
_NAMED_BODIES = words(
    """house office network army navy force service services church team chamber centre center ministerium
    bundesministerium bundesamt landesamt bundestag bundesrat bundesbank universität gericht
    bundesverfassungsgericht verband gewerkschaft partei stiftung ministère université conseil banque institut inc
    ltd corp plc llc gmbh ag kg se sa spa nv bv co holdings systems industries airlines motors technologies rovers
    wanderers athletic fc post times guardian tribune herald gazette reuters nations"""
)
NAMED_BODY = BODY_NOUNS | _NAMED_BODIES
FIRM_ENDINGS = words("inc ltd corp plc llc gmbh ag kg se sa spa nv bv co holdings corporation company group")
CLUB_ENDINGS = words("rovers wanderers athletic fc")

PARTICLES = words("van von bin ibn de da di del der el al")

DOCUMENT_NOUNS = words(
    """report study survey paper poll review analysis letter statement memo ruling judgment judgement verdict treaty
    lawsuit complaint audit inquiry document resolution petition bill"""
)

PLACE_NOUNS = words(
    """islands island county province river lake mount bay valley street road avenue square sea ocean peninsula strait
    desert mountains coast airport bridge region"""
)
COUNTRIES = words(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium bolivia bosnia botswana brazil britain bulgaria cambodia cameroon canada chad chile china colombia congo
    croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia finland france gabon gambia georgia
    germany ghana greece guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
    lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco
    mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
    pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal
    serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania
    thailand togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
    zimbabwe deutschland frankreich österreich schweiz allemagne"""
)
PLACES = COUNTRIES | words(
    """us uk u.s. u.k. uae usa america europe asia africa antarctica washington moscow beijing tokyo brussels london
    paris berlin kyiv vienna rome madrid alabama alaska arizona arkansas california colorado connecticut delaware
    florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont virginia wisconsin wyoming bavaria saxony scotland catalonia lisbon athens warsaw prague budapest geneva
    ottawa canberra delhi tehran jerusalem ankara cairo seoul taipei"""
)
DAYS_AND_MONTHS = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
    christmas easter ramadan"""
)
FUNCTION_WORDS = words(
    """a an the this that these those some any each every all both many most several few other another such no one two
    three four five six seven eight nine ten in on at to of for from by with about against into over under between
    through during before after since until while when where whether if as because although though unless despite
    without within among amid and or but nor so yet then than however moreover meanwhile also still even only just
    now neither either here there what who whom whose which why how not never i you he she it we they me him her us
    them my your his its our their mine yours is are was were be been being am has have had do does did will would
    can could may might must shall should said says say according asked added told via like der die das den dem des
    ein eine einer eines und oder aber im in am an auf von vom zu zur zum mit bei nach für le la les un une des du
    de et ou mais dans sur pour par avec selon ce cette il elle"""
)
PLACES_OF_SEVERAL_WORDS = frozenset(
    {
        "united states",
        "united kingdom",
        "united arab emirates",
        "new zealand",
        "new york",
        "south africa",
        "north korea",
        "south korea",
        "saudi arabia",
        "sri lanka",
        "costa rica",
        "el salvador",
        "czech republic",
        "ivory coast",
        "burkina faso",
        "sierra leone",
        "papua new guinea",
        "new delhi",
        "hong kong",
        "los angeles",
        "west virginia",
        "new hampshire",
        "new jersey",
        "new mexico",
        "north carolina",
        "south carolina",
        "north dakota",
        "south dakota",
        "rhode island",
        "las vegas",
        "puerto rico",
        "middle east",
        "east africa",
        "west africa",
        "southeast asia",
        "east asia",
        "san francisco",
    }
)
