from django.urls import path

from mangnon.web.leader import views

urlpatterns = [path("dieu-hanh/", views.city_page, name="city_page")]
