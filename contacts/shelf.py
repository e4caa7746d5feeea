"""What a process keeps in memory of what everyone may see, made anew when that has changed."""

from contacts import gazetteer


class Shelf:
    """`make(places)` makes it, from the gazetteer of the day and a handful of queries."""

    def __init__(self, make):
        self.make, self.kept, self.made_from = make, None, None

    def current(self):
        """Made again when any public content changed, the places were read again or a new day began; whether it did,
        the gazetteer has just asked. As the gazetteer, it stays while the database is down."""
        places = gazetteer.current()
        if self.kept is None or self.made_from != (gazetteer.content(), places):
            self.kept, self.made_from = self._made()
        return self.kept

    def _made(self):
        """With all the places that its rows name: made again when one has come since the places were asked for."""
        for _time in range(gazetteer.MOST_READS):
            content = gazetteer.content()
            made, places = gazetteer.found(lambda places: (self.make(places), places))
            gazetteer.check_again()
            if gazetteer.current() is places:
                break
        return made, (content, places)
