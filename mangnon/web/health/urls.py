from django.urls import path

from mangnon.web.health import views

urlpatterns = [
    path("healthz", views.alive, name="healthz"),
    path("readyz", views.ready, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
]
