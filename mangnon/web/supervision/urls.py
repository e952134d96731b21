from django.urls import path

from mangnon.web.supervision import criticism, files, views

urlpatterns = [
    path("giam-sat/", views.supervision, name="supervision"),
    path("giam-sat/them/", views.add, name="supervision_add"),
    path("giam-sat/<int:pk>/", views.programme, name="supervision_programme"),
    path("giam-sat/<int:pk>/ket-qua/", views.visit, name="supervision_visit"),
    path("giam-sat/<int:pk>/kien-nghi/", views.recommend, name="supervision_recommend"),
    path("giam-sat/kien-nghi/<int:pk>/", views.recommendation, name="recommendation"),
    path("giam-sat/kien-nghi/<int:pk>/tra-loi/", views.reply, name="recommendation_reply"),
    path("giam-sat/kien-nghi/<int:pk>/da-thuc-hien/", views.done, name="recommendation_done"),
    path("giam-sat/ket-qua/<int:pk>/tep/", files.of_visit, name="supervision_visit_file"),
    path("giam-sat/phan-bien/<int:pk>/tep/", files.of_draft, name="criticism_file"),
    path("giam-sat/phan-bien/them/", criticism.add, name="criticism_add"),
    path("giam-sat/phan-bien/<int:pk>/", criticism.criticism, name="criticism"),
    path("giam-sat/phan-bien/<int:pk>/y-kien/", criticism.give, name="criticism_give"),
    path("giam-sat/phan-bien/<int:pk>/giai-trinh/", criticism.explain, name="criticism_explain"),
]
