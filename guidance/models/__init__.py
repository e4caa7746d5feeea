from guidance.models.editions import Address, Edition, Text
from guidance.models.links import CheckedLink
from guidance.models.pictures import Picture
from guidance.models.publishers import Publisher
from guidance.models.resources import Resource, Source
from guidance.models.searches import MissedWord

__all__ = [
    "Address",
    "CheckedLink",
    "Edition",
    "MissedWord",
    "Picture",
    "Publisher",
    "Resource",
    "Source",
    "Text",
]
