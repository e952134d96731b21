from django.urls import path

from mangnon.web.ownplans import activities, views, writing

urlpatterns = [
    path("ke-hoach-cong-tac/", views.own_plans, name="own_plans"),
    path("ke-hoach-cong-tac/nhac/", views.remind, name="own_plans_remind"),
    path("ke-hoach-cong-tac/mau/", views.empty_table, name="own_plan_form"),
    path("ke-hoach-cong-tac/lap/", writing.begin, name="own_plan_begin"),
    path("ke-hoach-cong-tac/<int:pk>/", views.own_plan, name="own_plan"),
    path("ke-hoach-cong-tac/<int:pk>/tai/", views.download, name="own_plan_download"),
    path("ke-hoach-cong-tac/<int:pk>/bang/", views.table, name="own_plan_table"),
    path("ke-hoach-cong-tac/<int:pk>/mo-ta/", writing.describe, name="own_plan_describe"),
    path("ke-hoach-cong-tac/<int:pk>/nhap/", writing.bring_in, name="own_plan_import"),
    path("ke-hoach-cong-tac/<int:pk>/ban-hanh/", writing.issue, name="own_plan_issue"),
    path("ke-hoach-cong-tac/<int:pk>/sua-doi/", writing.amend, name="own_plan_amend"),
    path("ke-hoach-cong-tac/<int:pk>/tiep-nhan/", writing.take_over, name="own_plan_take_over"),
    path("ke-hoach-cong-tac/<int:pk>/them/", activities.add, name="activity_add"),
    path("ke-hoach-cong-tac/hoat-dong/<int:pk>/", activities.activity, name="activity"),
    path("ke-hoach-cong-tac/hoat-dong/<int:pk>/sua/", activities.edit, name="activity_edit"),
    path("ke-hoach-cong-tac/hoat-dong/<int:pk>/bo/", activities.remove, name="activity_remove"),
    path("ke-hoach-cong-tac/hoat-dong/<int:pk>/bao/", activities.report, name="activity_report"),
    path("ke-hoach-cong-tac/minh-chung/<int:pk>/", activities.proof, name="activity_proof"),
]
