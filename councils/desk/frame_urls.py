"""What a body is and who its members are, included below its address."""

from django.urls import path

from councils.desk import agreements, attachments, frame, members

urlpatterns = [
    path("rammer/", frame.council_frame, name="council_frame"),
    path("kommuner/", frame.municipalities, name="body_municipalities"),
    path("kommuner/<int:pk>/avslutt/", frame.end_municipality, name="end_municipality"),
    path("medlemmer/", members.members, name="members"),
    path("medlemmer/ny/", members.new_member, name="new_member"),
    path("medlemmer/<int:pk>/", members.member, name="edit_member"),
    path("medlemmer/<int:pk>/erstatt/", members.replace_member, name="replace_member"),
    path("medlemmer/<int:pk>/avslutt/", members.end_member, name="end_member"),
    path("avtaler/", agreements.agreements, name="agreements"),
    path("avtaler/ny/", agreements.new_agreement, name="new_agreement"),
    path("avtaler/<int:pk>/", agreements.agreement, name="agreement"),
    path("avtaler/<int:pk>/vedlegg/", attachments.agreement_files, name="agreement_files"),
    path("faste-saker/", agreements.standing_items, name="standing_items"),
    path("faste-saker/<int:pk>/", agreements.standing_item, name="standing_item"),
    path("faste-saker/<int:pk>/fjern/", agreements.delete_standing_item, name="delete_standing_item"),
]
