from django.urls import path

from mangnon.web.units import views

urlpatterns = [
    path("don-vi/", views.units, name="units"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("don-vi/<int:pk>/quyet-dinh/", views.decide, name="unit_decide"),
    path("don-vi/quyet-dinh/<int:pk>/rut/", views.withdraw, name="unit_withdraw"),
]
