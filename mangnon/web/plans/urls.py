from django.urls import path

from mangnon.web.plans import drafts, gaps, tasks, views

urlpatterns = [
    path("ke-hoach/<int:pk>/cho-trong/", gaps.gaps, name="plan_gaps"),
    path("ke-hoach/dieu-khoan/<int:pk>/khong-giao-viec/", gaps.waive, name="clause_waive"),
    path("ke-hoach/dieu-khoan/<int:pk>/noi/", gaps.link, name="clause_link"),
    path("ke-hoach/noi-dieu-khoan/<int:pk>/go/", gaps.unlink, name="clause_unlink"),
    path("ke-hoach/nhiem-vu/<int:pk>/chia/", gaps.divide, name="task_divide"),
    path("ke-hoach/", views.current, name="plans"),
    path("ke-hoach/danh-sach/", views.plan_list, name="plan_list"),
    path("ke-hoach/doc/", drafts.upload, name="plan_upload"),
    path("ke-hoach/<int:pk>/", views.plan, name="plan"),
    path("ke-hoach/<int:pk>/chap-nhan/", drafts.adopt, name="plan_adopt"),
    path("ke-hoach/dieu-khoan/<int:pk>/", drafts.edit_clause, name="clause_edit"),
    path("ke-hoach/dieu-khoan/<int:pk>/them-nhiem-vu/", drafts.add_task, name="task_add"),
    path("ke-hoach/nhiem-vu/<int:pk>/", tasks.task, name="task"),
    path("ke-hoach/nhiem-vu/<int:pk>/sua/", drafts.edit_task, name="task_edit"),
    path("ke-hoach/nhiem-vu/<int:pk>/bo/", drafts.remove_task, name="task_remove"),
    path("ke-hoach/nhiem-vu/<int:pk>/giao/", tasks.assign, name="task_assign"),
    path("ke-hoach/nhiem-vu/<int:pk>/bao/", tasks.report, name="task_report"),
    path("ke-hoach/nhiem-vu/<int:pk>/buoc/", tasks.move, name="task_move"),
    path("ke-hoach/nhiem-vu/<int:pk>/gia-han/", tasks.extend, name="task_extend"),
    path("ke-hoach/nhiem-vu/<int:pk>/noi-tiep-nhan/", tasks.decide, name="task_decide"),
    path("ke-hoach/minh-chung/<int:pk>/", tasks.evidence, name="task_evidence"),
]
