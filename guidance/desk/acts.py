"""What can be done with a resource now, by whoever asks: the buttons of its page on the desk."""

from functools import cached_property

from guidance import index
from guidance.models import Edition
from guidance.permissions import can_approve

Status = Edition.Status


class Acts:
    def __init__(self, access, resource, editions, today):
        self.access, self.resource, self.editions, self.today = access, resource, list(editions), today

    @cached_property
    def open(self):
        """The edition in the making."""
        return next((edition for edition in self.editions if edition.is_open), None)

    @cached_property
    def current(self):
        return next((edition for edition in self.editions if edition.is_published(self.today)), None)

    @cached_property
    def scheduled(self):
        return next((edition for edition in self.editions if edition.is_scheduled(self.today)), None)

    @property
    def is_due(self):
        return self.resource.is_due(self.today)

    @property
    def public_url(self):
        item = index.current().by_id.get(self.resource.pk)
        return item.get_absolute_url() if item else ""

    @property
    def newest(self):
        return self.editions[0] if self.editions else None

    @property
    def may_write(self):
        return self.open is not None and self.open.status == Status.DRAFT

    @property
    def is_in_review(self):
        return self.open is not None and self.open.status == Status.REVIEW

    @property
    def may_approve(self):
        return self.is_in_review and can_approve(self.access, self.open)

    @property
    def was_sent_back(self):
        return self.may_write and bool(self.open.remark)
