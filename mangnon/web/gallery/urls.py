from django.urls import path

from mangnon.web.gallery import views

urlpatterns = [path("thanh-phan/", views.gallery, name="gallery")]
