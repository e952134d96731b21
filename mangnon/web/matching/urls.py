from django.urls import path

from mangnon.web.matching import views

urlpatterns = [
    path("doi-chieu/", views.waiting, name="matching"),
    path("doi-chieu/khong-thay/", views.unmatched, name="unmatched"),
    path("doi-chieu/cap/<int:decision_id>/", views.pair, name="pair"),
    path("doi-chieu/cap/<int:decision_id>/hoan-tac/", views.undo, name="pair_undo"),
]
