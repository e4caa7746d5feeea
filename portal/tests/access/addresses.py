"""Every URL pattern of the site, as the resolver has it."""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver


@dataclass(frozen=True)
class Address:
    """`name` is what one reverses, or, for a pattern without a name, its route."""

    name: str
    route: str
    pattern: URLPattern
    arguments: tuple = ()

    def __str__(self):
        return self.name


def addresses():
    return [*_walk(get_resolver())]


def _walk(resolver, route="", names=()):
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = ":".join([*names, pattern.name]) if pattern.name else here
            yield Address(
                name, here, pattern, tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex)
            )
        else:
            yield from _walk(pattern, here, (*names, pattern.namespace) if pattern.namespace else names)
