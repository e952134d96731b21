from django.urls import path

from mangnon.web.documents import acts, books, dossiers, registering, views

urlpatterns = [
    path("van-ban/", views.documents, name="documents"),
    path("van-ban/<int:pk>/", views.document, name="document"),
    path("van-ban/<int:pk>/tep/", views.file, name="document_file"),
    path("van-ban/<int:pk>/noi/", acts.relate, name="document_relate"),
    path("van-ban/noi/<int:pk>/go/", acts.unrelate, name="document_unrelate"),
    path("van-ban/<int:pk>/thu-hoi/", acts.recall, name="document_recall"),
    path("van-ban/<int:pk>/ho-so/", acts.put_in_dossier, name="document_put"),
    path("van-ban/<int:pk>/den/", acts.receive, name="document_receive"),
    path("van-ban/dang-ky/di/", registering.send_out, name="document_send"),
    path("van-ban/dang-ky/den/", registering.arrive, name="document_arrive"),
    path("van-ban/dang-ky/khac/", registering.enter, name="document_enter"),
    path("van-ban/so/", books.book, name="document_book"),
    path("van-ban/so/tai/", books.download, name="document_book_download"),
    path("van-ban/so/<int:pk>/phan-phoi/", acts.direct, name="document_direct"),
    path("van-ban/so/<int:pk>/ket-qua/", acts.finish, name="document_finish"),
    path("van-ban/ho-so/", dossiers.dossiers, name="dossiers"),
    path("van-ban/ho-so/<int:pk>/", dossiers.dossier, name="dossier"),
    path("van-ban/ho-so/<int:pk>/ket-thuc/", dossiers.close, name="dossier_close"),
    path("van-ban/ho-so/<int:pk>/nop-luu/", dossiers.archive, name="dossier_archive"),
]
