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
    def districts(self):
        districts = PoliceDistrict.objects.visible_to(self.access).current(self.today)
        return {district.slug: district for district in districts}

    @cached_property
    def municipalities(self):
        municipalities = Municipality.objects.visible_to(self.access).current(self.today)
        by_slug = {municipality.slug: municipality for municipality in municipalities}
        by_pk = {municipality.pk: municipality for municipality in by_slug.values()}
        numbers = MunicipalityNumber.objects.current(self.today).filter(municipality__in=municipalities)
        return by_slug | {number.number: by_pk[number.municipality_id] for number in numbers}

    def district(self, text):
        return self._found(self.districts, text.casefold())

    def municipality(self, text):
        """By the address or by the number; a spreadsheet has taken the zero in front of 0301."""
        text = f"0{text}" if len(text) == 3 and text.isdecimal() else text.casefold()
        return self._found(self.municipalities, text)

    @staticmethod
    def _found(places, text):
        if text not in places:
            raise ValidationError(
                _("“%(text)s” is not a place that you can choose. Write it as in its address, for example: valle.")
                % {"text": text}
            )
        return places[text]
