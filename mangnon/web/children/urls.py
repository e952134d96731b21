from django.urls import path

from mangnon.web.children import adding, views

urlpatterns = [
    path("tre-em/", views.children, name="children"),
    path("tre-em/xuat-excel/", views.export, name="children_export"),
    path("tre-em/them/", adding.add, name="child_add"),
    path("tre-em/<int:pk>/", views.child, name="child"),
    path("tre-em/<int:pk>/sua/", views.amend, name="child_amend"),
    path("tre-em/<int:pk>/chuyen/", views.move, name="child_move"),
    path("tre-em/<int:pk>/tiep-nhan/<int:hand_over_id>/", views.received, name="child_received"),
    path("tre-em/<int:pk>/hoan-canh/", views.circumstance, name="child_circumstance"),
    path("tre-em/<int:pk>/hoan-canh/<int:circumstance_id>/ket-thuc/", views.end_circumstance, name="child_circumstance_end"),
]
