from django.urls import path

from mangnon.web.difficulties import matters, terms, views

urlpatterns = [
    path("kho-khan/", views.difficulties, name="difficulties"),
    path("kho-khan/thoi-han/", terms.terms, name="difficulty_terms"),
    path("kho-khan/thoi-han/dat/", terms.set_term, name="difficulty_term_set"),
    path("kho-khan/gop/", matters.gather, name="difficulties_gather"),
    path("kho-khan/neu/<int:task_id>/", views.raise_one, name="difficulty_raise"),
    path("kho-khan/<int:pk>/", views.difficulty, name="difficulty"),
    path("kho-khan/<int:pk>/hoi-lai/", views.ask_back, name="difficulty_ask"),
    path("kho-khan/<int:pk>/noi-ro/", views.say_more, name="difficulty_more"),
    path("kho-khan/<int:pk>/da-nhan/", views.acknowledge, name="difficulty_read"),
    path("kho-khan/vuong-mac/<int:pk>/", matters.matter, name="matter"),
    path("kho-khan/vuong-mac/<int:pk>/de-xuat/", matters.propose, name="matter_propose"),
    path("kho-khan/vuong-mac/<int:pk>/huong-dan/", matters.guide, name="matter_guide"),
    path("kho-khan/vuong-mac/<int:pk>/quyet-dinh/", matters.decide, name="matter_decide"),
]
