from contacts.scoped_forms import ScopedForm
from councils.founding import RefusesSecond
from councils.models import Council


class CouncilAdminForm(RefusesSecond, ScopedForm):
    class Meta:
        model = Council
        exclude = []
