"""The provisions of offentleglova by which a document may be exempt, to begin with. Afterwards the list is edited."""

from django.db import migrations

# Code, what it is about in bokmål, in nynorsk. After the headings of the act, lov 19. mai 2006 nr. 16.
LEGAL_BASES = [
    ("offl. § 13", "Opplysninger underlagt taushetsplikt", "Opplysningar som er underlagde teieplikt"),
    (
        "offl. § 14",
        "Dokument til bruk for organets egen saksforberedelse",
        "Dokument utarbeidde for eiga saksførebuing",
    ),
    (
        "offl. § 15",
        "Dokument hentet inn utenfra til intern saksforberedelse",
        "Dokument henta inn utanfrå for den interne saksførebuinga",
    ),
    ("offl. § 20", "Norges utenrikspolitiske interesser", "Noregs utanrikspolitiske interesser"),
    ("offl. § 21", "Nasjonale forsvars- og sikkerhetsinteresser", "Nasjonale forsvars- og tryggingsinteresser"),
    ("offl. § 23", "Det offentliges forhandlingsposisjon", "Forhandlingsposisjonen til det offentlege"),
    ("offl. § 24 første ledd", "Kontroll- og reguleringstiltak", "Kontroll- og reguleringstiltak"),
    ("offl. § 24 andre ledd", "Melding eller tips om lovbrudd", "Melding eller tips om lovbrot"),
    (
        "offl. § 24 tredje ledd",
        "Opplysninger som kan lette gjennomføringen av straffbare handlinger",
        "Opplysningar som kan lette gjennomføringa av straffbare handlingar",
    ),
]


def add(apps, schema_editor):
    legal_bases = apps.get_model("councils", "LegalBasis").objects
    for code, text_nb, text_nn in LEGAL_BASES:
        legal_bases.get_or_create(code=code, defaults={"text_nb": text_nb, "text_nn": text_nn})


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]
    # Going back leaves them: rows that were edited meanwhile are nobody's to take away.
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
