"""What somebody outside may see of a body's records today: the rules of visibility in one place.

Every page, file, feed and list shows these, never the rows. There is nothing confidential in them at all, so a template
cannot show too much. Three rules:
 - What was said stands in the newest published version of the minutes, as it was published; drafts are nobody's.
 - Whether it is shown, the item's visibility of today decides, also in older versions.
 - No item is silently absent. Of an internal one the public sees the number, of an exempt one everybody sees why there
   is no text, and where to ask.

`for_members=True`: the members of the body, who also read internal items, and approved minutes before they are
published. Rows are fetched by `for_page()` or `for_list()`, so that a page costs the same however much is in it.
"""

from councils.disclosure.documents import disclose_document, disclose_plan, disclose_strategy, report_text
from councils.disclosure.frame import disclose_agreement, disclose_members
from councils.disclosure.meetings import disclose_decision, disclose_in_list, disclose_meeting

__all__ = [
    "disclose_agreement",
    "disclose_decision",
    "disclose_document",
    "disclose_in_list",
    "disclose_meeting",
    "disclose_members",
    "disclose_plan",
    "disclose_strategy",
    "report_text",
]
