from django.urls import path

from mangnon.web.imports import flow, views

urlpatterns = [
    path("nhap-danh-sach/", views.imports, name="imports"),
    path("nhap-danh-sach/tep-mau/<slug:code>/", views.template, name="import_template"),
    path("nhap-danh-sach/huong-dan/<slug:code>/", views.guide, name="import_guide"),
    path("nhap-danh-sach/<int:pk>/", views.batch, name="import_batch"),
    path("nhap-danh-sach/<int:pk>/can-sua/", views.findings, name="import_findings"),
    path("nhap-danh-sach/<int:pk>/sua-theo-de-nghi/", views.accept, name="import_accept"),
    path("nhap-danh-sach/<int:pk>/khop-cot/", flow.mapping, name="import_mapping"),
    path("nhap-danh-sach/<int:pk>/ghi/", flow.accept, name="import_enrol"),
    path("nhap-danh-sach/<int:pk>/rut/", flow.withdraw, name="import_withdraw"),
    path("nhap-danh-sach/<int:pk>/doi-mau/", flow.switch, name="import_switch"),
    path("nhap-danh-sach/<int:pk>/sua-giong-nhau/", flow.alike, name="import_alike"),
    path("nhap-danh-sach/khop-cot/", flow.layouts, name="import_layouts"),
    path("nhap-danh-sach/khop-cot/<int:pk>/bo/", flow.forget_layout, name="import_forget_layout"),
    path("nhap-danh-sach/lich-su/", flow.history, name="import_history"),
    path("nhap-danh-sach/dong/<int:row_id>/", views.row, name="import_row"),
]
