"""Every page names its policy, and the door holds: strangers are sent to sign in, whoever lacks the right is refused."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from mangnon.accounts import rules
from mangnon.accounts.vocabulary import Permission
from tests.factories import people

PUBLIC = {"login", "healthz", "readyz", "robots"}  # each has its reason beside it in its urls.py or views.py
SAMPLES = {"int": "1", "str": "x", "slug": "x", "path": "x", "uuid": "00000000-0000-0000-0000-000000000000"}


def _patterns(resolver: URLResolver, prefix: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found += _patterns(entry, route)
        else:
            found.append((route, entry))
    return found


def _address(route: str) -> str:
    """An address of this shape; what it names need not exist, because the door comes first."""
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda match: SAMPLES[match[1] or "str"], route)


PAGES = _patterns(get_resolver())
CLOSED = [(route, page) for route, page in PAGES if page.callback.policy != "public"]
CAST = (
    people.ward_officer, people.ward_chair, people.collaborator, people.department_specialist, people.lead_specialist, people.lead_head,
    people.city_leader, people.front_officer, people.facility_staff, people.privacy_officer, people.system_administrator,
)  # fmt: skip


@pytest.mark.parametrize(("route", "page"), PAGES, ids=[route or "/" for route, _ in PAGES])
def test_every_view_names_its_policy(route, page):
    policy = getattr(page.callback, "policy", None)
    assert policy in {"public", "personal"} or isinstance(policy, Permission)
    assert page.name, "every address has a name"
    assert route == route.lower()
    assert route.isascii()


def test_public_pages_are_the_few_we_know():
    assert {page.name for _, page in PAGES if page.callback.policy == "public"} == PUBLIC


def test_names_are_unique():
    names = [page.name for _, page in PAGES]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "page"), CLOSED, ids=[route or "/" for route, _ in CLOSED])
def test_strangers_are_sent_to_the_door(route, page):
    answer = Client().get(_address(route))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/dang-nhap/?next=")
    assert Client().post(_address(route)).status_code == 302


@pytest.mark.django_db
def test_whoever_lacks_the_permission_is_refused_everywhere():
    """Every page × every role that lacks its permission: 403 (or 405 for a page without that method), before anything is looked up."""
    wrong = []
    for member in CAST:
        actor = member()
        browser = people.browser(actor)
        for route, page in CLOSED:
            permission = page.callback.policy
            if permission == "personal" or rules.may(actor, permission):
                continue
            for method in (browser.get, browser.post):
                status = method(_address(route)).status_code
                if status not in {403, 405}:
                    wrong.append((actor.main_duty.role, route, method.__name__, status))
    assert not wrong


@pytest.mark.django_db
def test_a_view_without_a_policy_is_refused(settings):
    settings.ROOT_URLCONF = "tests.consistency.forgetful_urls"
    browser = people.browser(people.lead_head())
    answer = browser.get("/quen/")
    assert answer.status_code == 403
    assert "chưa được cấp quyền cho ai" in answer.text
    assert Client().get("/quen/").status_code == 302


def test_the_navigation_leads_to_pages_with_the_same_permission():
    from mangnon.web.shell.nav import items

    by_name = {page.name: page.callback.policy for _, page in PAGES}
    assert items()
    assert not [item for item in items() if by_name[item.url_name] != item.permission]
    assert {"children", "my_work", "city_page"} <= set(by_name), "pages the shell itself links to"
