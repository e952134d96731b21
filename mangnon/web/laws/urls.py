from django.urls import path

from mangnon.web.laws import views

urlpatterns = [
    path("kien-nghi-van-ban/", views.proposals, name="law_proposals"),
    path("kien-nghi-van-ban/them/", views.add, name="law_proposal_add"),
    path("kien-nghi-van-ban/<int:pk>/", views.proposal, name="law_proposal"),
    path("kien-nghi-van-ban/<int:pk>/gui/", views.record_sending, name="law_proposal_send"),
    path("kien-nghi-van-ban/<int:pk>/tra-loi/", views.answer, name="law_proposal_answer"),
]
