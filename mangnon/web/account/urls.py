from django.urls import path

from mangnon.web.access import public
from mangnon.web.account import views

urlpatterns = [
    path("", views.home, name="home"),
    path("dang-nhap/", public(views.Door.as_view()), name="login"),  # nobody is known before this page
    path("dang-xuat/", views.sign_out, name="logout"),
    path("tai-khoan/", views.account, name="account"),
    path("tai-khoan/mat-khau/", views.change_password, name="password_change"),
]
