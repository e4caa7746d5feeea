from django.db import migrations


def give_owners(apps, schema_editor):
    """Each person belongs to the unit that owns the contact point they hold; where they hold some of several units,
    the others get a person of their own, since nobody edits what belongs to another unit."""
    Person = apps.get_model("contacts", "Person")
    Assignment = apps.get_model("contacts", "Assignment")
    copies = {}
    for held in Assignment.objects.select_related("contact_point", "person").order_by("pk"):
        point, person = held.contact_point, held.person
        unit = (point.owner_district_id, point.owner_municipality_id)
        if (person.pk, unit) not in copies:
            copies[person.pk, unit] = owned_by(Person.objects.get(pk=person.pk), unit)
        if copies[person.pk, unit] != person.pk:
            Assignment.objects.filter(pk=held.pk).update(person=copies[person.pk, unit])


def owned_by(person, unit):
    if person.owner_district_id or person.owner_municipality_id:
        person.pk, person._state.adding = None, True
    person.owner_district_id, person.owner_municipality_id = unit
    person.save()
    return person.pk


class Migration(migrations.Migration):
    dependencies = [("contacts", "0002_keeping_it_true")]
    # Backwards nothing is to be done: the columns go with the migration before.
    operations = [migrations.RunPython(give_owners, migrations.RunPython.noop)]
