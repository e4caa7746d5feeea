"""What has to be done every day with the bodies that meet. `CouncilsConfig.ready` adds it to the portal's own."""

from contacts.daily import JOBS, Job
from councils.services import members, strategies

OWN_JOBS = [
    Job("expire-strategies", "strategies whose last day has passed", strategies.expire_due),
    Job("clear-members", "names of members cleared", members.clear_members),
]


def add_jobs():
    JOBS.extend(OWN_JOBS)
