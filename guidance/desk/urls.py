"""The desk of the library, included at /skrivebord/veiledning/. `pk` is the number of a resource."""

from django.urls import include, path

from guidance.desk import discarding, editions, home, pictures, preview, publishers, resources, workflow

urlpatterns = [
    path("", home.guidance_desk, name="guidance_desk"),
    path("ny/", resources.new_resource, name="new_resource"),
    path("utgivere/", publishers.publisher_desk, name="publisher_desk"),
    path("utgivere/ny/", publishers.new_publisher, name="new_publisher"),
    path("utgivere/<int:pk>/", publishers.edit_publisher, name="edit_publisher"),
    path("lenker/", include("guidance.desk.link_urls")),
    path("sok/", home.missed_words, name="missed_words"),
    path("<int:pk>/", resources.resource_desk, name="resource_desk"),
    path("<int:pk>/opplysninger/", resources.resource_facts, name="resource_facts"),
    path("<int:pk>/gjennomgatt/", resources.resource_reviewed, name="resource_reviewed"),
    path("<int:pk>/arkiver/", resources.archive_resource, name="archive_resource"),
    path("<int:pk>/gjenopprett/", resources.restore_resource, name="restore_resource"),
    path("<int:pk>/ny-utgave/", editions.new_edition, name="new_edition"),
    path("<int:pk>/tekst/", editions.edit_edition, name="edit_edition"),
    path("<int:pk>/slett-utkast/", discarding.delete_draft, name="delete_draft"),
    path("<int:pk>/forhandsvisning/<slug:language>/", preview.preview_edition, name="preview_edition"),
    path("<int:pk>/til-godkjenning/", workflow.submit_edition, name="submit_edition"),
    path("<int:pk>/trekk-tilbake/", workflow.withdraw_edition, name="withdraw_edition"),
    path("<int:pk>/godkjenn/", workflow.approve_edition, name="approve_edition"),
    path("<int:pk>/send-tilbake/", workflow.send_back_edition, name="send_back_edition"),
    path("<int:pk>/ta-tilbake/", workflow.take_back_edition, name="take_back_edition"),
    path("<int:pk>/bilder/", pictures.resource_pictures, name="resource_pictures"),
    path("<int:pk>/bilder/<int:picture>/", pictures.desk_picture, name="desk_picture"),
]
