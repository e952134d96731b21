"""The URL table: every journey's `urls.py`, found by walking this folder."""

import importlib.util
import pkgutil

from django.urls import include, path

from mangnon import web

urlpatterns = [
    path("", include(f"mangnon.web.{found.name}.urls"))
    for found in pkgutil.iter_modules(web.__path__)
    if found.ispkg and importlib.util.find_spec(f"mangnon.web.{found.name}.urls")
]
