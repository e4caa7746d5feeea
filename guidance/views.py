from django.http import Http404


def resource(request, slug):
    raise Http404
