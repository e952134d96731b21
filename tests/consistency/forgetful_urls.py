"""The product's addresses and one page whose author forgot the policy."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from mangnon.web.urls import urlpatterns as known


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse("không ai được thấy câu này")


urlpatterns = [*known, path("quen/", forgotten, name="forgotten")]
