from django.urls import path

from mangnon.web.indicators import views

urlpatterns = [
    path("chi-tieu/", views.table, name="indicators"),
    path("chi-tieu/tinh/", views.compute, name="indicators_compute"),
    path("chi-tieu/<int:run>/<slug:code>/", views.figure, name="indicator"),
    path("chi-tieu/<int:run>/<slug:code>/tre/", views.children, name="indicator_children"),
]
