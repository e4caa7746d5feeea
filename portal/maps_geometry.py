"""Outlines that share borders: read, dissolve, simplify once for both sides, write. Pure, no Django.

A map is a dict: name of a unit -> its rings. A ring is a list of (x, y), the last point not repeated.
Everything rests on one observation: a border is the *same edge* in both neighbours. So each edge is kept once
with the names on its sides; chains of edges with the same names, an arc, are simplified once; and the
outlines are put together again from the arcs. No slit can open between neighbours.
"""

import re
from collections import defaultdict
from itertools import combinations, pairwise

NUMBER = re.compile(r"-?\d+")
NEIGHBOUR_CELLS = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]


def read_path(path):
    """The rings of a path of moves and relative lines: "M1 1l2 0 0 2z" and "m1 1 2 0 0 2z" are the same ring."""
    rings, start = [], (0, 0)
    for command, body in re.findall(r"([Mm])([^zZ]*)[zZ]", path):
        numbers = [int(number) for number in NUMBER.findall(body)]
        steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        start = steps[0] if command == "M" else _moved(start, steps[0])
        ring = [start]
        for step in steps[1:]:
            ring.append(_moved(ring[-1], step))
        rings.append(ring)
    return rings


def write_path(rings):
    """The shortest spelling: relative throughout, the first move counted from 0 0, a minus sign as separator.

    >>> write_path([[(1, 1), (3, 1), (3, 3)], [(5, 1), (6, 1), (6, 0)]])
    'm1 1 2 0 0 2zm4 0 1 0 0-1z'
    """
    path, at = [], (0, 0)
    for ring in rings:
        points = [at, *ring]
        steps = [f"{x - px} {y - py}" for (px, py), (x, y) in pairwise(points)]
        path.append(f"m{' '.join(steps)}z".replace(" -", "-"))
        at = ring[0]
    return "".join(path)


def box(rings):
    """(left, top, right, bottom) around the rings."""
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def union(boxes):
    """The box around several boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def view_box(boxes, margin):
    """The viewBox of an SVG around several boxes, with the margin on every side."""
    left, top, right, bottom = union(boxes)
    return f"{left - margin} {top - margin} {right - left + 2 * margin} {bottom - top + 2 * margin}"


def area(ring):
    """The area of a ring, whichever way round it runs."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _edges(ring))) / 2


def dissolve(units, group_of):
    """Each group with all rings of its members. Borders inside a group vanish in `borders`, where they meet twice."""
    groups = defaultdict(list)
    for name, rings in sorted(units.items()):
        groups[group_of[name]].extend(rings)
    return dict(groups)


def borders(units):
    """Each edge -> the units on its sides: one at the coast and the frontier, two between neighbours.

    An edge that one unit has twice is inside it (the even-odd rule) and falls out.
    """
    sides = defaultdict(set)
    for name, rings in units.items():
        for a, b in (edge for ring in rings for edge in _edges(ring)):
            sides[min(a, b), max(a, b)] ^= {name}
    return {edge: frozenset(names) for edge, names in sides.items() if names}


def neighbours(units, reach=0):
    """Pairs of units with a common border or, with a reach, with corners about that near each other across water."""
    pairs = {tuple(sorted(names)) for names in borders(units).values() if len(names) == 2}
    return pairs | (_near(units, reach) if reach else set())


def _near(units, reach):
    cells = defaultdict(set)
    for name, rings in units.items():
        for x, y in (point for ring in rings for point in ring):
            for dx, dy in NEIGHBOUR_CELLS:
                cells[x // reach + dx, y // reach + dy].add(name)
    return {pair for names in cells.values() for pair in combinations(sorted(names), 2)}


def simplify(units, tolerance, smallest, keep=frozenset()):
    """The same units with fewer points. Both limits are areas and take the names on the sides of an arc.

    A corner goes when its triangle is below `tolerance(names)` (Visvalingam); an islet goes when it is below
    `smallest(names)`, unless one of its points is in `keep`.
    """
    pieces = defaultdict(list)
    for names, arc in arcs(borders(units)):
        thinned = thin(arc, tolerance(names), coast=len(names) == 1)
        if _is_islet(thinned, smallest(names)) and keep.isdisjoint(arc):
            continue
        for name in names:
            pieces[name].append(thinned)
    return {name: stitch(pieces[name]) for name in sorted(pieces)}


def _is_islet(arc, smallest):
    return arc[0] == arc[-1] and area(arc[:-1]) < smallest


def arcs(sides):
    """Chains of edges with the same units on their sides, junction to junction; an island is one closed chain."""
    ends = defaultdict(list)
    for a, b in sorted(sides):
        ends[a].append(b)
        ends[b].append(a)

    def names(a, b):
        return sides[min(a, b), max(a, b)]

    def is_junction(point):
        return len(ends[point]) != 2 or len({names(point, other) for other in ends[point]}) > 1

    done, found = set(), []
    for start in sorted(ends, key=lambda point: (not is_junction(point), point)):
        for second in ends[start]:
            if (start, second) in done:
                continue
            chain = _follow(start, second, ends, is_junction)
            done.update(pairwise(chain), pairwise(chain[::-1]))
            found.append((names(start, second), chain))
    return found


def _follow(start, second, ends, is_junction):
    chain = [start, second]
    while chain[-1] != start and not is_junction(chain[-1]):
        left, right = ends[chain[-1]]
        chain.append(right if left == chain[-2] else left)
    return chain


def thin(arc, tolerance, *, coast):
    """The arc without the corners whose triangle is below the tolerance, least first; its two ends always stay.

    A coast keeps a corner between its ends, and an island four, or a small unit would shrink to a line.
    """
    points, fewest = list(arc), 5 if arc[0] == arc[-1] else 3 if coast else 2
    sizes = [_triangle(*arc[i - 1 : i + 2]) for i in range(1, len(arc) - 1)]
    while len(points) > fewest and min(sizes) < tolerance:
        i = sizes.index(min(sizes)) + 1
        del points[i], sizes[i - 1]
        for j in {i - 1, i} - {0, len(points) - 1}:
            sizes[j - 1] = _triangle(*points[j - 1 : j + 2])
    return points


def _triangle(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def stitch(pieces):
    """Arcs of one unit, joined end to end to rings, the largest ring first."""
    at = defaultdict(list)
    for i, arc in enumerate(pieces):
        at[arc[0]].append(i)
        at[arc[-1]].append(i)
    unused, rings = dict.fromkeys(range(len(pieces))), []
    while unused:
        chain = list(pieces[unused.popitem()[0]])
        while chain[-1] != chain[0]:
            i = next(i for i in at[chain[-1]] if i in unused)
            del unused[i]
            arc = pieces[i]
            chain += arc[1:] if arc[0] == chain[-1] else arc[-2::-1]
        rings.append(chain[:-1])
    return sorted(rings, key=lambda ring: (-area(ring), ring))


def coarsen(units, step):
    """Every coordinate in steps, corners that fall together once. Shared points move alike, so borders stay shared."""
    return {name: _solid(_snapped(ring, step) for ring in rings) for name, rings in units.items()}


def _snapped(ring, step):
    points = [((x + step // 2) // step, (y + step // 2) // step) for x, y in ring]
    return [point for i, point in enumerate(points) if point != points[i - 1]]


def _solid(rings):
    return [ring for ring in rings if len(ring) > 2 and area(ring)]


def tones(names, pairs, count):
    """A tone below `count` for each name such that no pair shares one, used about equally; None if impossible."""
    beside = defaultdict(set)
    for a, b in pairs:
        beside[a].add(b)
        beside[b].add(a)
    return _colour(sorted(names, key=lambda name: (-len(beside[name]), name)), beside, count, {})


def _colour(names, beside, count, given):
    if not names:
        return given
    name, *rest = names
    taken = {given[other] for other in beside[name] if other in given}
    used = list(given.values())
    for tone in sorted(set(range(count)) - taken, key=lambda tone: (used.count(tone), tone)):
        if solution := _colour(rest, beside, count, {**given, name: tone}):
            return solution
    return None


def _edges(ring):
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _moved(point, step):
    return point[0] + step[0], point[1] + step[1]
