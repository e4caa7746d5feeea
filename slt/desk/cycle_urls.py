"""The desk of a scheme, and its working years."""

from django.urls import path

from slt.desk import cycle, findings, home, measures, priorities

YEAR = "arbeidsar/<int:year>/"

urlpatterns = [
    path("", home.scheme_desk, name="scheme_desk"),
    path("arbeidsar/nytt/", cycle.new_cycle_year, name="new_cycle_year"),
    path(YEAR, cycle.cycle_desk, name="cycle_desk"),
    path(f"{YEAR}evaluering/", cycle.evaluate_year, name="evaluate_year"),
    path(f"{YEAR}dokumentasjon/", cycle.document_year, name="document_year"),
    path(f"{YEAR}funn/nytt/", findings.new_finding, name="new_finding"),
    path(f"{YEAR}funn/<int:pk>/", findings.edit_finding, name="edit_finding"),
    path(f"{YEAR}funn/<int:pk>/slett/", findings.delete_finding, name="delete_finding"),
    path(f"{YEAR}prioriteringer/ny/", priorities.new_priority, name="new_priority"),
    path(f"{YEAR}prioriteringer/rekkefolge/", priorities.move_priority, name="move_priority"),
    path(f"{YEAR}prioriteringer/<int:pk>/", priorities.edit_priority, name="edit_priority"),
    path(f"{YEAR}prioriteringer/<int:pk>/styringsgruppe/", priorities.put_priority, name="put_priority"),
    path(f"{YEAR}prioriteringer/<int:pk>/vedtak/", priorities.priority_outcome, name="priority_outcome"),
    path(f"{YEAR}prioriteringer/<int:pk>/ta-tilbake/", priorities.take_back_priority, name="take_back_priority"),
    path(f"{YEAR}prioriteringer/<int:pk>/slett/", priorities.delete_priority, name="delete_priority"),
    path(f"{YEAR}tiltak/nytt/", measures.new_measure, name="new_scheme_measure"),
    path(f"{YEAR}tiltak/status/", measures.progress, name="scheme_progress"),
    path(f"{YEAR}tiltak/virkning/", measures.effects, name="scheme_effects"),
    path(f"{YEAR}tiltak/<int:pk>/", measures.edit_measure, name="edit_scheme_measure"),
    path(f"{YEAR}tiltak/<int:pk>/slett/", measures.delete_measure, name="delete_scheme_measure"),
]
