"""When a resource was reviewed, and is to be: the same on the desk and on the editing pages."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _


class ReviewDays:
    """For a ModelForm of a resource, before Django's class."""

    def clean_reviewed_on(self):
        day = self.cleaned_data["reviewed_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day is still ahead. Choose today, or the day on which it was reviewed."))
        return day

    def clean_review_on(self):
        """One that is overdue may stay so while something else is changed."""
        day = self.cleaned_data["review_on"]
        if day < timezone.localdate() and day != self.instance.review_on:
            raise ValidationError(_("This day has been. Choose the day on which somebody is to look at it again."))
        return day
