"""What the walks of a run came to: the last lines of the tests, which QUALITY.md cites."""

from dataclasses import dataclass


@dataclass
class Tally:
    cells: int = 0
    wrong: int = 0
    server_errors: int = 0
    canaries: int = 0
    answers_searched: int = 0
    leaks: int = 0
    mutants: int = 0
    killed: int = 0

    def count_cells(self, cells):
        self.cells += len(cells)
        self.wrong += sum(bool(cell.faults) for cell in cells)
        self.server_errors += sum(cell.answer.status >= 500 for cell in cells)

    def lines(self):
        if self.cells:
            yield f"access matrix: {self.cells:,} cells, {self.wrong} wrong, {self.server_errors} server errors"
        if self.answers_searched:
            yield f"canaries: {self.canaries} in {self.answers_searched:,} answers, {self.leaks} shown to anyone else"
        if self.mutants:
            yield f"mutants: {self.killed} killed of {self.mutants}"


TALLY = Tally()
