from django.urls import path

from mangnon.web.reorganisations import drafting, queue, views

urlpatterns = [
    path("don-vi/sap-xep/", views.acts, name="acts"),
    path("don-vi/sap-xep/moi/", drafting.new, name="act_new"),
    path("don-vi/sap-xep/<int:pk>/", views.act, name="act"),
    path("don-vi/sap-xep/<int:pk>/sua/", drafting.amend, name="act_amend"),
    path("don-vi/sap-xep/<int:pk>/dong/", drafting.add_row, name="act_row"),
    path("don-vi/sap-xep/dong/<int:pk>/bo/", drafting.remove_row, name="act_row_remove"),
    path("don-vi/sap-xep/<int:pk>/noi-moi/", drafting.declare, name="act_body"),
    path("don-vi/sap-xep/noi-moi/<int:pk>/bo/", drafting.remove_body, name="act_body_remove"),
    path("don-vi/sap-xep/<int:pk>/tep/", drafting.import_file, name="act_file"),
    path("don-vi/sap-xep/<int:pk>/bo/", drafting.discard, name="act_discard"),
    path("don-vi/sap-xep/<int:pk>/kiem-tra/", views.check, name="act_check"),
    path("don-vi/sap-xep/<int:pk>/quyet-dinh/", views.decide, name="act_decide"),
    path("don-vi/sap-xep/<int:pk>/huy-bo/", drafting.undo, name="act_undo"),
    path("don-vi/sap-xep/cho-quyet-dinh/", queue.questions, name="act_questions"),
    path("don-vi/sap-xep/cho-quyet-dinh/tra-loi/", queue.settle, name="act_settle"),
]
