from django.urls import path

from mangnon.web.account import views

urlpatterns = [
    path("", views.home, name="home"),
    path("dang-nhap/", views.sign_in, name="login"),
    path("dang-xuat/", views.sign_out, name="logout"),
    path("tai-khoan/", views.account, name="account"),
    path("tai-khoan/mat-khau/", views.change_password, name="password_change"),
]
