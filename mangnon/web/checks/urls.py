from django.urls import path

from mangnon.web.checks import files, views

urlpatterns = [
    path("kiem-tra/", views.checks, name="checks"),
    path("kiem-tra/them/", views.add, name="check_add"),
    path("kiem-tra/<int:pk>/", views.check, name="check"),
    path("kiem-tra/<int:pk>/da-lam/", views.meet, name="check_meet"),
    path("kiem-tra/<int:pk>/tep/<str:which>/", files.of_check, name="check_file"),
    path("kiem-tra/quan-triet/<int:pk>/tep/", files.of_dissemination, name="dissemination_file"),
    path("kiem-tra/quan-triet/", views.disseminations, name="disseminations"),
    path("kiem-tra/quan-triet/them/", views.disseminate, name="dissemination_add"),
]
