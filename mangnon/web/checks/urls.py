from django.urls import path

from mangnon.web.checks import views

urlpatterns = [
    path("kiem-tra/", views.checks, name="checks"),
    path("kiem-tra/them/", views.add, name="check_add"),
    path("kiem-tra/<int:pk>/", views.check, name="check"),
    path("kiem-tra/<int:pk>/da-lam/", views.meet, name="check_meet"),
    path("kiem-tra/quan-triet/", views.disseminations, name="disseminations"),
    path("kiem-tra/quan-triet/them/", views.disseminate, name="dissemination_add"),
]
