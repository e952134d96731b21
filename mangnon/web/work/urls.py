from django.urls import path

from mangnon.web.work import views

urlpatterns = [path("viec/", views.my_work, name="my_work")]
