"""A municipality that writes nynorsk and is behind with its review, a police district, and a guide that outlived its
publisher."""

from guidance.choices import Audience, Kind, Theme
from guidance.examples.shapes import Edited, Example, Text

GUIDE_NN = """
## Kort om rettleiaren

Dette er eit oppdikta døme. Det viser korleis to små kommunar kan skrive ein rettleiar på nynorsk, med få ord.

## Slik gjer du

1. Skriv ned kva du har sett, utan namn.
2. Snakk med leiaren din same dag.
3. Ring SLT-koordinatoren, som vi deler med nabokommunen. Drøft utan namn.
4. Avtal kven som snakkar med ungdommen, og når de møtest igjen.

## I ei lita bygd

Her kjenner alle alle. Difor drøftar vi utan opplysningar som kan peike på éin person: ikkje alder, klasse eller grend.

## Når det hastar

Fare for liv og helse: 112. Politiet elles: 02800.
"""
CARD_NN = """
Dette er eit oppdikta døme på eit kort til oppslagstavla.

1. Fare no? Ring 112.
2. Uroa? Snakk med leiaren din i dag.
3. Drøft med SLT-koordinatoren utan namn.
4. Får du ikkje svar? Ring 02800.
"""
DISTRICT = """
Dette er et oppdiktet eksempel. Det viser hva et politidistrikt kan gi alle kommunene sine.

## Før du ringer

- Ha klart hva du har sett og hørt, og når.
- Du trenger ikke si hvem det gjelder.

## Hvem du ringer

1. Fare for liv og helse: 112.
2. Politikontakten i kommunen. Nummeret står på kommunens side.
3. Er politikontakten borte: 02800, og spør etter forebyggingskontakten.

## Etterpå

Avtal når dere snakkes igjen, og hvem som gjør hva. Politiet forteller hva de kan, og hva de ikke kan.
"""
DISTRICT_NN = """
Dette er eit oppdikta døme. Det viser kva eit politidistrikt kan gi alle kommunane sine.

## Før du ringjer

- Ha klart kva du har sett og høyrt, og når.
- Du treng ikkje seie kven det gjeld.

## Kven du ringjer

1. Fare for liv og helse: 112.
2. Politikontakten i kommunen. Nummeret står på sida til kommunen.
3. Er politikontakten borte: 02800, og spør etter førebyggingskontakten.

## Etterpå

Avtal når de snakkast igjen, og kven som gjer kva. Politiet fortel kva dei kan, og kva dei ikkje kan.
"""
OLD = """
Dette er et oppdiktet eksempel på en veileder som er eldre enn den som ga den ut.

## Kontakt

Ring Eksempelkontoret for forebygging.
"""
NEWER = """
Dette er et oppdiktet eksempel på veilederen som kom i stedet for en gammel.

## Slik gjør du

1. Snakk med lederen din.
2. Drøft med kommunens kontaktpunkt, uten navn.
3. Ved fare: 112. Politiet ellers: 02800.
"""

RESOURCES = (
    Example(
        Kind.LOCAL_GUIDE,
        "valle",
        "SLT-koordinatoren",
        themes=(Theme.CONCERN, Theme.LOCAL_GUIDES),
        audiences=(Audience.SCHOOL, Audience.HEALTH, Audience.VOLUNTARY),
        editions=(
            Edited(
                {
                    "nn": Text(
                        "Uroa for nokon i Valle? Lokal rettleiar (eksempel)",
                        "eksempel-valle-rettleiar",
                        "Eit oppdikta døme på rettleiaren til ein liten kommune, på nynorsk.",
                        GUIDE_NN,
                    )
                },
                published=-90,
            ),
        ),
    ),
    # Nobody has read it again in time.
    Example(
        Kind.ACTION_CARD,
        "valle",
        "SLT-koordinatoren",
        themes=(Theme.CONCERN,),
        audiences=(Audience.SCHOOL, Audience.HEALTH, Audience.VOLUNTARY),
        reviewed=-500,
        review=-60,
        editions=(
            Edited(
                {
                    "nn": Text(
                        "Tiltakskort for tilsette i Valle (eksempel)",
                        "eksempel-valle-tiltakskort",
                        "Eit oppdikta døme på eit kort til oppslagstavla som skulle ha vore revidert.",
                        CARD_NN,
                    )
                },
                published=-500,
            ),
        ),
    ),
    Example(
        Kind.ACTION_CARD,
        "oslo",
        "Forebyggende avdeling",
        is_of_district=True,
        themes=(Theme.CONCERN, Theme.CONTACTS),
        audiences=(Audience.SCHOOL, Audience.CHILD_WELFARE, Audience.NAV),
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Før du ringer politiet: tiltakskort fra distriktet (eksempel)",
                        "eksempel-oslo-tiltakskort",
                        "Et oppdiktet eksempel på et tiltakskort som gjelder i alle kommunene i et politidistrikt.",
                        DISTRICT,
                    ),
                    "nn": Text(
                        "Før du ringjer politiet: tiltakskort frå distriktet (eksempel)",
                        "eksempel-oslo-tiltakskort-nynorsk",
                        "Eit oppdikta døme på eit tiltakskort som gjeld i alle kommunane i eit politidistrikt.",
                        DISTRICT_NN,
                    ),
                },
                published=-60,
            ),
        ),
    ),
    # It outlived whoever published it, and another has come in its place.
    Example(
        Kind.LOCAL_GUIDE,
        "asker",
        "Kommunens kontaktpunkt",
        publisher="eksempel-kontoret",
        themes=(Theme.CONCERN,),
        audiences=(Audience.SCHOOL,),
        reviewed=-1500,
        review=-1100,
        superseded_by="eksempel-asker-veileder",
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Gammel veileder for Asker (eksempel)",
                        "eksempel-asker-gammel",
                        "Et oppdiktet eksempel på en veileder der utgiveren er lagt ned.",
                        OLD,
                    )
                },
                published=-1500,
            ),
        ),
    ),
    Example(
        Kind.LOCAL_GUIDE,
        "asker",
        "Kommunens kontaktpunkt",
        themes=(Theme.CONCERN,),
        audiences=(Audience.SCHOOL, Audience.HEALTH),
        editions=(
            Edited(
                {
                    "nb": Text(
                        "Bekymret for noen i Asker? (eksempel)",
                        "eksempel-asker-veileder",
                        "Et oppdiktet eksempel på en ny veileder som kom i stedet for en gammel.",
                        NEWER,
                    )
                },
                published=-200,
            ),
        ),
    ),
)
