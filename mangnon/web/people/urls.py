from django.urls import path

from mangnon.web.people import views

urlpatterns = [
    path("nguoi-dung/", views.people, name="people"),
    path("nguoi-dung/them/", views.add, name="person_add"),
    path("nguoi-dung/tai-khoan/<str:username>/", views.person, name="person"),
    path("nguoi-dung/tai-khoan/<str:username>/chuc-danh/", views.give, name="person_give"),
    path("nguoi-dung/tai-khoan/<str:username>/mat-khau/", views.renew_password, name="person_password"),
    path("nguoi-dung/chuc-danh/<int:pk>/ket-thuc/", views.end, name="position_end"),
]
