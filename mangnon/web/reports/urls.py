from django.urls import path

from mangnon.web.reports import consolidation, reading, views, writing

urlpatterns = [
    path("bao-cao/", views.period, name="reports"),
    path("bao-cao/mo-ky/", views.open_period, name="report_open_period"),
    path("bao-cao/nhac/", views.remind, name="report_remind"),
    path("bao-cao/viet/<int:requirement_id>/", writing.write, name="report_write"),
    path("bao-cao/<int:pk>/", reading.read, name="report"),
    path("bao-cao/<int:pk>/nop/", writing.submit, name="report_submit"),
    path("bao-cao/<int:pk>/tra-lai/", reading.return_, name="report_return"),
    path("bao-cao/<int:pk>/chap-nhan/", reading.accept, name="report_accept"),
    path("bao-cao/<int:pk>/phat-hanh/", writing.issue, name="report_issue"),
    path("bao-cao/<int:pk>/tai/", reading.download, name="report_download"),
    path("bao-cao/ban-nop/<int:pk>/", reading.version, name="report_version"),
    path("bao-cao/tong-hop/<int:year>/", consolidation.city, name="report_city"),
    path("bao-cao/tong-hop/<int:year>/lam-lai/", consolidation.gather, name="report_gather"),
    path("bao-cao/tong-hop/<int:year>/muc/<slug:section>/", consolidation.section, name="report_section"),
    path("bao-cao/tong-hop/<int:year>/doan/<int:pk>/", consolidation.choose, name="report_choose"),
]
