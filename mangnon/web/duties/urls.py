from django.urls import path

from mangnon.web.duties import agencies, bulk, days, deciding, giving, handing, lists

urlpatterns = [
    path("nhiem-vu/", lists.duties, name="duties"),
    path("nhiem-vu/tai-ve/<str:form>/", lists.download, name="duties_file"),
    path("nhiem-vu/hang-loat/", bulk.act, name="duties_bulk"),
    path("nhiem-vu/giao-viec/", giving.give, name="duty_give"),
    path("nhiem-vu/ban-giao/", handing.hand_over, name="hand_over"),
    path("nhiem-vu/co-quan/<int:pk>/", agencies.agency, name="agency_duties"),
    path("nhiem-vu/co-quan/<int:pk>/phu-trach/", agencies.charge, name="agency_charge"),
    path("nhiem-vu/gia-han/", deciding.requests, name="extensions"),
    path("nhiem-vu/gia-han/<int:pk>/", deciding.decide, name="extension_decide"),
    path("nhiem-vu/gia-han/<int:pk>/rut/", deciding.withdraw, name="extension_withdraw"),
    path("nhiem-vu/lich-lam-viec/", days.days, name="working_days"),
]
