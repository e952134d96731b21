from django.urls import path

from mangnon.web.log import views

urlpatterns = [path("nhat-ky/", views.log, name="log")]
