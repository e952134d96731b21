from django.urls import path

from mangnon.web.committees import ending, files, meetings, views

urlpatterns = [
    path("ban-dieu-hanh/", views.committees, name="committees"),
    path("ban-dieu-hanh/them/", views.add, name="committee_add"),
    path("ban-dieu-hanh/<int:pk>/", views.committee, name="committee"),
    path("ban-dieu-hanh/<int:pk>/thanh-vien/", views.seat, name="committee_seat"),
    path("ban-dieu-hanh/thanh-vien/<int:pk>/thoi/", views.release, name="committee_release"),
    path("ban-dieu-hanh/<int:pk>/ket-thuc/", ending.end, name="committee_end"),
    path("ban-dieu-hanh/<int:pk>/quy-che/", files.rules, name="committee_rules"),
    path("ban-dieu-hanh/hop/<int:pk>/bien-ban/tep/", files.minutes, name="meeting_minutes_file"),
    path("ban-dieu-hanh/<int:pk>/hop/", meetings.call, name="meeting_call"),
    path("ban-dieu-hanh/hop/<int:pk>/", meetings.meeting, name="meeting"),
    path("ban-dieu-hanh/hop/<int:pk>/bien-ban/", meetings.minutes, name="meeting_minutes"),
    path("ban-dieu-hanh/hop/<int:pk>/ket-luan/", meetings.conclude, name="meeting_conclude"),
    path("ban-dieu-hanh/ket-luan/<int:pk>/giao/", meetings.make_duty, name="conclusion_duty"),
]
