from django.urls import path

from mangnon.web.imports import views

urlpatterns = [
    path("nhap-danh-sach/", views.imports, name="imports"),
    path("nhap-danh-sach/tep-mau/<slug:code>/", views.template, name="import_template"),
    path("nhap-danh-sach/huong-dan/<slug:code>/", views.guide, name="import_guide"),
    path("nhap-danh-sach/<int:pk>/", views.batch, name="import_batch"),
    path("nhap-danh-sach/<int:pk>/can-sua/", views.findings, name="import_findings"),
    path("nhap-danh-sach/<int:pk>/sua-theo-de-nghi/", views.accept, name="import_accept"),
    path("nhap-danh-sach/dong/<int:row_id>/", views.row, name="import_row"),
]
