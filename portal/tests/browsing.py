"""What a real browser notices about a page, gathered in one visit."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

PHONE, DESKTOP = 360, 1280
# Enlarged to 400 % on a screen 1280 pixels wide, a page has this much room.
ENLARGED = 320
HEIGHT = 800
LEAST_TARGET = 44
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

# In the dark nothing is another but the colours, and in another language everything but they.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
ALL_BUT_CONTRAST = RULES | {"rules": {"color-contrast": {"enabled": False}}}

WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEIGHTS_OF_NUMBERS = """
    [...document.querySelectorAll('a[href^="tel:"]')]
        .map(link => [link.textContent.trim(), link.getBoundingClientRect().height])
"""


@dataclass
class Visit:
    """Empty lists where all is well. `status`: of the answer, which may be a page that says why there is none; 0 where
    nothing was opened."""

    status: int = 0
    violations: list = field(default_factory=list)
    wider: dict = field(default_factory=dict)
    complaints: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    low_numbers: list = field(default_factory=list)

    def listen(self, page):
        for event, heard in self._heard.items():
            page.on(event, heard)

    def stop_listening(self, page):
        for event, heard in self._heard.items():
            page.remove_listener(event, heard)

    @cached_property
    def _heard(self):
        return {
            "request": lambda request: self.requests.append(request.url),
            "pageerror": lambda error: self.complaints.append(str(error)),
            "console": self._hear,
        }

    def _hear(self, message):
        """Chromium complains of every page with the status 404 itself."""
        about_the_page = (
            message.location["url"] == self.requests[0] and "the server responded with a status of" in message.text
        )
        if message.type in ("error", "warning") and not about_the_page:
            self.complaints.append(message.text)

    def examine(self, page, width, rules=RULES):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        self.wider[width] = page.evaluate(WIDER_THAN_THE_SCREEN)
        self.violations += violations(page, width, rules)

    def examine_everywhere(self, page, rules=RULES):
        """On a desktop, on a phone and enlarged."""
        for width in (DESKTOP, PHONE):
            self.examine(page, width, rules)
        self.low_numbers = [text for text, height in page.evaluate(HEIGHTS_OF_NUMBERS) if height < LEAST_TARGET]
        page.set_viewport_size({"width": ENLARGED, "height": HEIGHT})
        self.wider[ENLARGED] = page.evaluate(WIDER_THAN_THE_SCREEN)

    @property
    def faults(self):
        """Of a page that ought to be there: that it is not, what axe finds, what is too wide, what the browser says."""
        missing = [] if self.status in (0, 200) else [f"status {self.status}"]
        too_wide = [f"{over} pixels too wide at {width}" for width, over in self.wider.items() if over]
        return missing + self.violations + too_wide + self.complaints

    @property
    def hosts(self):
        return {urlsplit(url).netloc for url in self.requests}


def violations(page, situation, rules=RULES):
    """`360 color-contrast: a.link (…)` for each element that breaks a rule of axe."""
    if not page.evaluate("window.axe !== undefined"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", rules)
    return [
        f"{situation} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def visit(page, url, *, colours=True):
    """Opens the page once, and looks at it as on a phone, on a desktop and enlarged; at its colours too, by day and in
    the dark, unless they are looked at in another language.
    """
    visit = Visit()
    visit.listen(page)
    visit.status = page.goto(url, wait_until="load").status
    visit.examine_everywhere(page, RULES if colours else ALL_BUT_CONTRAST)
    if colours:
        page.emulate_media(color_scheme="dark")
        visit.violations += violations(page, "dark", CONTRAST)
    return visit


def faults(page, paths, prefix=""):
    """Of each of these pages that has any. In a language with a prefix, everything but the colours is looked at."""
    found = {path: visit(page, f"{prefix}{path}", colours=not prefix).faults for path in paths}
    return {path: faults for path, faults in found.items() if faults}
