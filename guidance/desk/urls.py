"""The desk of the library, included at /skrivebord/veiledning/."""

urlpatterns = []
