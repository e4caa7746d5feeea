"""A municipality that writes bokmål, and has everything: its own guide, an action card, and more on the way."""

from guidance.choices import Audience, Kind, Theme
from guidance.examples.shapes import Edited, Example, Status, Text

OWNER = "SLT-koordinatoren"
EVERYONE = (Audience.SCHOOL, Audience.HEALTH, Audience.CHILD_WELFARE, Audience.NAV, Audience.VOLUNTARY)

GUIDE = """
## Slik bruker du veilederen

Dette er et oppdiktet eksempel. Det viser hvordan en kommune kan skrive sin egen veileder: kort, med funksjoner i stedet
for navn, og med samme fire steg som den nasjonale.

## De fire stegene hos oss

1. **Bekymring.** Skriv ned hva du har sett og hørt, og når. Skill det fra det du tror.
2. **Drøft.** Snakk med lederen din. Ring så SLT-koordinatoren og drøft saken uten å si navn.
3. **Samtale.** Den som kjenner ungdommen best, tar praten. Foresatte er med når ungdommen er under 18 år og det er
   trygt.
4. **Oppfølging.** Én tjeneste har ansvaret. Avtal hvem, og når dere snakkes igjen.

## Hvem du drøfter med

| Der du arbeider | Drøft med |
|---|---|
| Skole | rektor, så SLT-koordinatoren |
| Helsetjenesten | fagleder, så SLT-koordinatoren |
| Fritidsklubb og idrett | leder i klubben, så SLT-koordinatoren |
| Nav og barnevern | nærmeste leder, så politikontakten |

Numrene står på kommunens side med kontakter, der de blir bekreftet jevnlig.

## Når det haster

Ved fare for liv og helse: ring 112. Politiet ellers: 02800. Du trenger ikke være sikker.

## Taushetsplikt

Drøft uten navn først. Med samtykke kan tjenestene snakke sammen. Avvergingsplikten går foran taushetsplikten.
"""
GUIDE_NN = """
## Slik bruker du rettleiaren

Dette er eit oppdikta døme. Det viser korleis ein kommune kan skrive sin eigen rettleiar: kort, med funksjonar i staden
for namn, og med dei same fire stega som den nasjonale.

## Dei fire stega hos oss

1. **Uro.** Skriv ned kva du har sett og høyrt, og når. Skil det frå det du trur.
2. **Drøft.** Snakk med leiaren din. Ring så SLT-koordinatoren og drøft saka utan å seie namn.
3. **Samtale.** Den som kjenner ungdommen best, tek praten. Føresette er med når ungdommen er under 18 år og det er
   trygt.
4. **Oppfølging.** Éi teneste har ansvaret. Avtal kven, og når de snakkast igjen.

## Kven du drøftar med

| Der du arbeider | Drøft med |
|---|---|
| Skule | rektor, så SLT-koordinatoren |
| Helsetenesta | fagleiar, så SLT-koordinatoren |
| Fritidsklubb og idrett | leiar i klubben, så SLT-koordinatoren |
| Nav og barnevern | næraste leiar, så politikontakten |

Numra står på sida til kommunen med kontaktar, der dei blir stadfesta jamleg.

## Når det hastar

Ved fare for liv og helse: ring 112. Politiet elles: 02800. Du treng ikkje vere sikker.

## Teieplikt

Drøft utan namn først. Med samtykke kan tenestene snakke saman. Avverjingsplikta går føre teieplikta.
"""
CARD = """
Dette er et oppdiktet eksempel på et kort til oppslagstavla.

1. Er noen i fare nå? Ring 112.
2. Er du bekymret? Snakk med lederen din i dag.
3. Ring SLT-koordinatoren og drøft uten navn. Nummeret står på kommunens side.
4. Er lederen og koordinatoren borte? Ring politiet på 02800 og spør etter politikontakten.

Ikke legg bekymringen i e-post, og ikke start et eget register.
"""
CLUBS = """
Dette er et oppdiktet eksempel på et utkast.

## Før sesongen

Avtal hvem i laget som er barne- og ungdomsansvarlig, og heng opp tiltakskortet.

## Når noe bekymrer

Snakk med ungdommen alene og rolig. Ta det så med den ansvarlige i laget.
"""
NEW_YEAR = """
Dette er et oppdiktet eksempel på noe som publiseres en dag som kommer.

## Hva som er nytt fra nyttår

Fritidsklubbene får faste timer med ungdomskontakten.
"""


def _guide(body, body_nn):
    return {
        "nb": Text(
            "Bekymret for noen i Bærum? Lokal veileder (eksempel)",
            "eksempel-baerum-veileder",
            "Et oppdiktet eksempel på en kommunes egen veileder: fire steg, hvem du drøfter med og når det haster.",
            body,
        ),
        "nn": Text(
            "Uroa for nokon i Bærum? Lokal rettleiar (eksempel)",
            "eksempel-baerum-rettleiar",
            "Eit oppdikta døme på rettleiaren til ein kommune: fire steg, kven du drøftar med og når det hastar.",
            body_nn,
        ),
    }


RESOURCES = (
    # The guide itself, in its second edition, while somebody is writing the third.
    Example(
        Kind.LOCAL_GUIDE,
        "baerum",
        OWNER,
        themes=(Theme.CONCERN, Theme.LOCAL_GUIDES),
        audiences=EVERYONE,
        editions=(
            Edited(_guide(GUIDE.split("## Taushetsplikt")[0], GUIDE_NN.split("## Teieplikt")[0]), published=-400),
            Edited(_guide(GUIDE, GUIDE_NN), published=-30, change_note="Et avsnitt om taushetsplikt er kommet til."),
            Edited(
                _guide(f"{GUIDE}\n## Språk\n\nBruk tolk.", f"{GUIDE_NN}\n## Språk\n\nBruk tolk."),
                status=Status.DRAFT,
                change_note="Om tolk.",
                remark="Si også hvem som bestiller tolken.",
            ),
        ),
    ),
    Example(
        Kind.ACTION_CARD,
        "baerum",
        OWNER,
        themes=(Theme.CONCERN,),
        audiences=EVERYONE,
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Tiltakskort for ansatte i Bærum (eksempel)",
                        "eksempel-baerum-tiltakskort",
                        "Et oppdiktet eksempel på et kort til oppslagstavla, med fire punkter.",
                        CARD,
                    )
                },
                published=-30,
            ),
        ),
    ),
    Example(
        Kind.LOCAL_GUIDE,
        "baerum",
        OWNER,
        themes=(Theme.CONCERN, Theme.YOUTH),
        audiences=(Audience.VOLUNTARY,),
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Veileder for idrettslag i Bærum (eksempel)",
                        "eksempel-baerum-idrett",
                        "Et oppdiktet eksempel på et utkast som venter på godkjenning.",
                        CLUBS,
                    )
                },
                status=Status.REVIEW,
            ),
        ),
    ),
    Example(
        Kind.ARTICLE,
        "baerum",
        OWNER,
        themes=(Theme.YOUTH,),
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Ungdomskontakt på klubbene (eksempel)",
                        "eksempel-baerum-nytt",
                        "Et oppdiktet eksempel på noe som er godkjent og publiseres om to uker.",
                        NEW_YEAR,
                    )
                },
                published=14,
            ),
        ),
    ),
    Example(
        Kind.LOCAL_GUIDE,
        "baerum",
        OWNER,
        themes=(Theme.CONCERN,),
        audiences=EVERYONE,
        reviewed=-1200,
        review=-800,
        archived=-380,
        superseded_by="eksempel-baerum-veileder",
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Gammel veileder for Bærum (eksempel)",
                        "eksempel-baerum-gammel",
                        "Et oppdiktet eksempel på en veileder som er tatt ut av bruk.",
                        CARD,
                    )
                },
                published=-1200,
            ),
        ),
    ),
)
