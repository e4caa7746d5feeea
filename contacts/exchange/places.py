"""The places that somebody may name in a file: those that they may choose in the editing pages, and no others."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.models import Municipality, MunicipalityNumber, PoliceDistrict


class ChoosablePlaces:
    """Of one `access`, fetched once. One that exists elsewhere is answered as one that does not exist."""

    def __init__(self, access):
        self.access = access
        self.today = timezone.localdate()

    @cached_property
    def owning_districts(self):
        districts = PoliceDistrict.objects.kept_by(self.access).current(self.today)
        return {district.slug: district for district in districts}

    @cached_property
    def owning_municipalities(self):
        return self._by_address_or_number(Municipality.objects.kept_by(self.access))

    @cached_property
    def served_municipalities(self):
        return self._by_address_or_number(Municipality.objects.served_by(self.access))

    def _by_address_or_number(self, municipalities):
        by_pk = {municipality.pk: municipality for municipality in municipalities.current(self.today)}
        numbers = MunicipalityNumber.objects.current(self.today).filter(municipality__in=by_pk)
        by_number = {number.number: by_pk[number.municipality_id] for number in numbers}
        return by_number | {municipality.slug: municipality for municipality in by_pk.values()}

    def owner(self, text, *, is_the_polices):
        if is_the_polices:
            return self._found(self.owning_districts, text.casefold())
        return self._municipality(self.owning_municipalities, text)

    def served(self, text):
        return self._municipality(self.served_municipalities, text)

    def _municipality(self, places, text):
        """By the address or by the number; a spreadsheet has taken the zero in front of 0301."""
        text = f"0{text}" if len(text) == 3 and text.isdecimal() else text.casefold()
        return self._found(places, text)

    @staticmethod
    def _found(places, text):
        if text not in places:
            raise ValidationError(
                _("“%(text)s” is not a place that you can choose. Write it as in its address, for example: valle.")
                % {"text": text}
            )
        return places[text]
