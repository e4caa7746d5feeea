from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class SeenFile:
    title: str
    url: str
    size: int


def disclose_file(row, route):
    return SeenFile(row.title, reverse(route, args=[row.key]), row.size)
