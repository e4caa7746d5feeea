"""Sentences by which it is measured what is held up: bokmål and nynorsk, as they stand in minutes.

`ABOUT_SOMEBODY` point at one person, or at one family; the first word says what is found. `ABOUT_NOBODY` do not.
Nobody is meant: all of it is invented.
"""

ABOUT_SOMEBODY = """
young: En 15 år gammel gutt ved Valle skole ble omtalt i møtet.
young: Ein 15 år gamal gut ved Valle skule vart omtalt i møtet.
young: Jenta (14) i 9. klasse har flyttet.
young: Jenta (14) i 9. klasse har flytta.
young: Politiet kjenner til en gutt på 15 år som selger snus.
young: Politiet kjenner til ein gut på 15 år som sel snus.
young: En 15-åring fra Bykle ble innkalt til samtale.
young: Ein 15-åring frå Bykle vart kalla inn til samtale.
young: 15-åringen har fått oppfølging.
young: 15-åringen har fått oppfølging av utekontakten.
young: Femtenåringen skal ha ny samtale.
young: En sekstenåring i Setesdal har brutt avtalen.
young: Ei jente på 17 år er henta inn til samtale.
young: Ei jente på sytten år er henta inn til samtale.
young: Gutten er 16 år og går på ungdomsskolen.
young: Guten er 16 år og går på ungdomsskulen.
young: En gutt, 14 år, ble funnet beruset.
young: Ein gut, 14 år, vart funnen rusa.
young: En jente født i 2010 trenger tiltak.
young: Ei jente fødd i 2010 treng tiltak.
young: Den 14 år gamle jenta har sagt ja til å delta.
young: Rådet drøftet en 15-årig gutt.
young: Ei 15-årig jente vart drøfta.
young: En ung gutt fra Hovden har uttrykt bekymring.
young: Ein ung gut frå Hovden har sagt noko urovekkjande.
young: En somalisk gutt i Valle har vært på besøk.
young: Ei jente i Bykle har vore på besøk.
young: Eleven i 9. klasse har fått plass.
young: Eleven på 8. trinn har fått plass.
young: En elev i 10. klasse ved Valle skole skal følges opp.
young: Ein elev i 10. klasse ved Valle skule skal følgjast opp.
young: Eleven ved Hornnes skole har sagt fra.
young: Gutten på Hovden har fått nytt tilbud.
young: Guten i Bygland har fått nytt tilbod.
young: En ungdom fra Evje har meldt seg.
young: Ein ungdom frå Evje har meldt seg.
young: Den eneste jenta i klassen har sluttet.
young: Den einaste guten i klassen har slutta.
young: Elev ved Valle skule, 15 år, er meld til barnevernet.
young: En elev på 13 år har truet en lærer.
young: Ein elev på 13 år har trua ein lærar.
young: Han er kamerat med en 16 år gammel gutt.
young: Saken gjelder en enslig mindreårig asylsøker i Evje.
young: Saka gjeld ein asylsøkjar på 17 år.
young: Tenåringen fra Bykle ble kjørt hjem.
young: En 17-åring ble stanset av patruljen.
young: Ein 17-åring vart stansa av patruljen.
child: Et barn på 8 år er vitne i saken.
child: Eit barn på 8 år er vitne i saka.
child: En elleve år gammel elev ble redd.
child: Ein gut på ti år har vore ute om natta.
child: Barnet på Hovden bor nå hos mor.
adult: En mann (43) ble bortvist fra biblioteket.
adult: Ein mann (43) vart vist bort frå biblioteket.
adult: En kvinne i 30-årene fra Bykle tok kontakt.
adult: Ei kvinne i 30-åra frå Bykle tok kontakt.
adult: Sønnen til rektor er blant dem.
adult: Sonen til rektoren er blant dei.
adult: Ordførerens datter var til stede.
adult: Mora til eleven har klaget.
adult: Mora til eleven har klaga.
adult: Faren til jenta møtte ikke.
adult: Broren til gutten har vært i kontakt med politiet.
adult: Mannen fra Rysstad har fått besøksforbud.
adult: Ein mann på 52 år vart meld.
family: Familien i Valle har fått hjelp.
family: Den somaliske familien i Bykle har fått hjelp.
family: Ein familie på Hovden har fått hjelp.
initials: Elev K.L. har sluttet.
initials: Eleven A.B. har slutta.
initials: Vi drøftet A. B. igjen.
initials: Politiet har snakket med M.H. to ganger.
initials: Gutten AB har fått ny kontaktlærer.
initials: Guten AB har fått ny kontaktlærar.
initials: Møte med jenta KLM og foreldrene.
phone: Ring mor på 12 34 56 78.
phone: Ring mor på 12345678 etter kl. 16.
phone: Mobil: +47 12 34 56 78
phone: Nummeret hans er 123 45 678.
phone: Tlf. 12.34.56.78 hele døgnet.
phone: Kontakt: 0047 12345678
email: Send det til kari@eksempel.example.
email: Adressa er ola.nordmann-eksempel@skule.eksempel.example.
names: Kevin og Mathilde på Eksempel ungdomsskole ruser seg.
names: Kevin og Mathilde på Eksempel ungdomsskule rusar seg.
name: Ola Nordmann (15) selger hasj ved senteret.
name: Ola Nordmann (15 år) sel hasj ved senteret.
name: Jonas, 16 år, er ofte ute om natta.
name: Jonas på 16 år er ofte ute om natta.
name: Liv (14) har flyttet hjemmefra.
name: Dag Nordmann, 17 år, er meldt til barnevernet.
name: Amina er 15 år og ny i bygda.
name: Sara født i 2011 trenger oppfølging.
names: Elevene Sara H. og Amir skulker mye.
names: Elevane Sara H. og Amir skulkar mykje.
name: Sara H. er borte fra skolen.
name: Vi har snakket om Mohammed B. flere ganger.
family: Brødrene Hansen selger snus på parkeringsplassen.
family: Brørne Hansen sel snus på parkeringsplassen.
family: Familien Nordmann har fått hjelp.
family: Søsknene Ali er bekymret for bestemor.
names: Deltakere: Ola Nordmann, Kari Nordmann
names: Deltakarar: Ola Nordmann og Kari Nordmann.
names: Til stede: Kari Nordmann, Per Nordmann, Amir Eksempel
names: Kevin, Amir og Sara henger ved bensinstasjonen.
names: Kevin, Amir og Sara heng ved bensinstasjonen.
names: Kveldene ble fylt av Emma, Noah og Filip.
name: Kevin ruser seg i helgene.
name: Kevin rusar seg i helgane.
name: Ola Nordmann ruser seg i helgene.
name: Mathilde har sluttet på skolen.
name: Mathilde har slutta på skulen.
name: I helga ble Kevin kjørt hjem.
name: I helga vart Kevin køyrd heim.
name: Bekymring for Mathilde ble tatt opp.
name: Uro for Mathilde vart teken opp.
name: Bekymringen for Ola Nordmann har økt.
name: Utekontakten har samtaler med Amir hver uke.
name: Saken gjelder Ola Nordmann.
name: Saka gjeld Ola Nordmann.
name: Foreldrene til Sara har bedt om hjelp.
name: Foreldra til Sara har bede om hjelp.
name: Kevins foreldre er skilt.
name: Mathildes rusbruk øker.
names: To søstre, Sofie og Ella, er utsatt.
name: Emil F. er på vei ut av gjengen.
name: Linnea 14 år ruser seg.
names: Ruser seg: Markus, Elias, Noah
name: Oppfølging av Hodan i fosterheim.
name: Kevin i 9B er leder for gjengen.
name: Kevin på 9. trinn tar med seg de andre.
name: Sara ved Eksempel skole sover for lite.
name: Gutten heter Jonas.
name: Guten heiter Jonas.
name: Eleven Xalan har fått ny lærer.
name: Jenta Amina har fått ny lærar.
name: Kari-Anne har rømt fra fosterhjemmet.
name: Derfor selger Kevin hasj på skolen.
name: Kamerater av Kevin plages av Filip Nordmann hver dag, og Filip er ikke alene.
name: Máret bur hos mormor no.
name: Ungdommen sier at Fatima må gifte seg.
name: Ungdomen seier at Fatima må gifte seg.
"""

ABOUT_NOBODY = """
Tiltaket gjelder aldersgruppen 13–16 år.
Tiltaket gjeld aldersgruppa 13–16 år.
Ungdom under 18 år kan ikke kjøpe dette.
Ungdom under 18 år kan ikkje kjøpe dette.
SLT gjelder ungdom opp til 23 år.
SLT gjeld ungdom opp til 23 år.
Elever i 9. klasse fikk besøk av politikontakten.
Elevar i 9. klasse fekk besøk av politikontakten.
Elevene i 9. klasse ved Valle skole svarte på undersøkelsen.
Elevane i 9. klasse ved Valle skule svarte på undersøkinga.
Rektor ved Valle skole orienterte.
Rektor ved Valle skule orienterte.
Ungdomsrådet i Valle ønsker flere møteplasser.
Ungdomsrådet i Valle ønskjer fleire møteplassar.
Ungdommen i Valle bruker klubben mye.
Ungdomen i Bykle bruker klubben mykje.
Barn og unge i Setesdal skal ha et godt tilbud.
Barn og unge i Setesdal skal ha eit godt tilbod.
Ungdata viser at ungdom på 15 år sover for lite.
Mange 15-åringer har prøvd snus.
Mange 15-åringar har prøvd snus.
15-åringer fra Agder deltok i undersøkelsen.
Hva kan en 15-åring forvente av hjelp?
Den kriminelle lavalderen er 15 år.
Den kriminelle lågalderen er 15 år.
Planen gjelder i 4 år.
Planen gjeld i fire år.
Avtalen har vart i 12 år.
Rådet ble opprettet for 15 år siden.
Rådet vart oppretta for 15 år sidan.
Elever mellom 13 og 16 år svarte.
Alle elever over 12 år får tilbudet.
Det er 14 elever på 10. trinn.
Politikontakten møter hver klasse i 8. trinn.
Neste møte er 12.03.2026 kl. 10.30–12.00.
Neste møte er 12. mars 2026 klokka 10.30.
Sak 17/26 og 18/26 ble vedtatt.
Sak 17/26 og 18/26 vart vedtekne.
Ring 02800 hvis det ikke haster.
Ring 112 når det hastar.
PST har nummer 23 30 50 00.
Alarmtelefonen er 116 111.
Organisasjonsnummer 974 760 673.
Kommunene 4222, 4221 og 4219 deltar.
Budsjettet er 12 345 678 kroner.
Budsjettet er 12345678 kr.
Kr 12 34 56 78 var ført feil.
Perioden 2024-2027 er over halvveis.
Rapporten fra 2024 2025 er klar.
Fil 20260312 ligger i arkivet.
Skriv til postmottak@valle.eksempel.example.
Skriv til post@bykle.eksempel.example.
Kontakt PPT, BUP og NAV ved behov.
Elev i VGS kan søke stipend.
Person med SLT-ansvar kaller inn.
Jf. f.eks. bl.a. og m.m. i retningslinjene.
N.N. fra kommunen møtte.
U.S. Department of Justice har en rapport.
J.R. Eksempel har skrevet veilederen.
En ungdom i kommunen har fått tilbud.
Ein ungdom i kommunen har fått tilbod.
En person i kommunen tok kontakt.
Et barn i kommunen trenger tiltak.
En familie i kommunen har fått hjelp.
Gutter er overrepresentert i statistikken.
Gutar er overrepresenterte i statistikken.
En av tre jenter er utsatt for press.
Menn mellom 18 og 30 år er største gruppe.
En ungdom i Norge ser mye på skjerm.
Foreldre i Valle inviteres til møte.
Foreldra i Valle blir inviterte til møte.
Familier i Bykle får brev.
Familiesenteret i Evje er med.
Kommunedirektøren og ordføreren møtte.
Lensmannen i Setesdal orienterte om vinteren.
Politiet fikk 14 meldinger i 2025.
Det er 35 % færre saker enn for 3 år siden.
En utekontakt på Hovden er ønsket.
Ein utekontakt på Hovden er ønskt.
Barneskolen i Valle har 120 elever.
Dei unge i Bygland vil ha ein møteplass.
Elevråd og FAU ved Valle skole deltar.
Retten til skole gjelder alle barn fra seks år.
Skolen tar kontakt med foreldrene til elever med høyt fravær.
Skulen tek kontakt med foreldra til elevar med høgt fråvær.
Ungdomsklubben Marie åpner igjen til høsten.
Ungdomsklubben Marie har åpent to kvelder i uka.
Marie er et møtested for unge voksne.
Marie er ein møteplass for unge vaksne.
Kafé Sara er stengt om sommeren.
St. Hansen feires på torget.
Sankthansen feires på torget.
Hans erfaring er at tiltaket virker.
Peder Sather vei er dårlig opplyst.
Ole Bulls plass og Marie Eksempels gate er utsatt.
Ole Bull scene har konserter for unge.
Kirkens Bymisjon driver tilbudet sammen med Blå Kors.
Olav Eksempel videregående skole deltar i undersøkelsen.
Elevene ved Amalie Eksempel vgs svarte på Ungdata.
Stormen Hans tok med seg brua.
Ekstremværet Ingunn rammet kysten.
Ekstremveret Ingunn råka kysten.
Filmen Johanna er vist for alle på trinnet.
Robert-metoden brukes av skolene.
Anne-Marie-senteret har fått ny leder.
Kari Nordmann orienterte om Ungdata.
Kari Nordmann, SLT-koordinator, orienterte.
Orientering ved Kari Nordmann fra politiet.
Orientering ved Kari Nordmann og Ola Nordmann.
Kari Nordmann er ny SLT-koordinator.
Kari Nordmann er ny leiar av styringsgruppa.
Kari Nordmann og Ola Nordmann ble valgt til å underskrive protokollen.
Til å underskrive protokollen ble Kari Nordmann og Ola Nordmann valgt.
Ola Nordmann har skrevet rapporten.
Per 1. januar 2026 er det 14 meldinger.
Per og pål er et uttrykk.
Dag og natt er det folk på torget.
Liv og helse går foran.
Vår kommune har fire skoler.
Mai og juni er travle.
Even er ikke nevnt i planen.
Odd tall står til venstre.
Bo og arbeid er et satsingsområde.
Tom plass etter møtet.
Jo flere voksne, dess tryggere.
Inga endring frå i fjor.
Vilja til samarbeid er god.
Jan. og feb. er mørke.
Frøya kommune har samme ordning.
Jordan er et land.
Fred og forsoning er tema for uka.
Storm og flom er ikke tema.
Gard og skog gir arbeid.
Hans Majestet besøkte skolen.
Endre tidspunktet for møtet.
Brødrene Dahl AS har støttet byggingen.
Foreldrene i Eksempel og Nordre Eksempel er med.
Deltakere: NAV, Barnevernet, Frivilligsentralen og Kirkens SOS.
Møtet er i Marie Eksempels hus.
Leder: Kari Nordmann. Nestleder: Ola Nordmann.
Møtet ble ledet av Kari Nordmann.
Prosjekt Julie har 200 000 kroner.
Maria kirke er leid.
Sted: Petter Eksempels gate 4.
Dialog med Norsk Folkehjelp og Redd Barna.
Emma-prosjektet er over.
Lars Eksempel Stiftelse ga 20 000 kroner.
Dronning Sonja kommer til åpningen.
Ola Dunk er navnet på en kanal.
Musikalen Annie er satt opp av kulturskolen.
Tor 12. mars er det møte.
Røde Kors, Sanitetsforeningen og Lions har med folk.
Natteravnene i Sara Eksempels vei gikk 14 kvelder.
Kontaktpunktet heter Ungdom ut.
Ta kontakt med Helsesykepleier på Eksempel skole.
Elever på Robin Eksempel ungdomsskole har svart.
Alle elever på Vestre Eksempel skole har fått brev.
"""


def labelled():
    """Pairs of the kind to be found and a sentence."""
    return [tuple(line.split(": ", 1)) for line in ABOUT_SOMEBODY.strip().splitlines()]


def harmless():
    return ABOUT_NOBODY.strip().splitlines()
