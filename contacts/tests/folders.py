"""A copy of the snapshots in which a test may break something."""

import json
import shutil

from contacts.snapshots import DATA


class Folder:
    def __init__(self, path):
        self.path = path / "data"
        shutil.copytree(DATA, self.path)

    def lines(self, file):
        return (self.path / file).read_text(encoding="utf-8").splitlines()

    def write(self, file, lines):
        (self.path / file).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def replace(self, file, old, new):
        """Puts a line in the place of another, or takes it out (None), and says which line it was."""
        lines = self.lines(file)
        at = lines.index(old)
        lines[at : at + 1] = [] if new is None else new.split("\n")
        self.write(file, lines)
        return at + 1

    def add(self, file, line):
        lines = [*self.lines(file), line]
        self.write(file, lines)
        return len(lines)

    def draw_all(self):
        """Gives each municipality of the list an outline, as a map that was made anew does."""
        numbers = [line.split(",")[0] for line in self.lines("municipalities.csv")[1:]]
        square = "m0 0 9 0 0 9z"
        self.write("municipalities_map.json", [json.dumps({"municipalities": dict.fromkeys(numbers, square)})])
