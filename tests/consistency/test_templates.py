"""Templates: each is used, each part is in the gallery, nothing breaks the content security policy, every file they name is there."""

import re
from pathlib import Path

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from mangnon.web.gallery.examples import EXAMPLES
from mangnon.web.templatetags import parts
from tests.consistency.source import PACKAGE

ROOT = PACKAGE / "web" / "templates"
STATIC = PACKAGE / "web" / "static"
TEMPLATES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.html"))}
PYTHON = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "web").rglob("*.py"))
SHEET = (STATIC / "mangnon" / "mangnon.css").read_text(encoding="utf-8")
SPRITE = (STATIC / "mangnon" / "icons.svg").read_text(encoding="utf-8")
DJANGO_LOOKS_FOR = {"404.html", "500.html", "403_csrf.html"}
ALL_TEXT = "\n".join([*TEMPLATES.values(), PYTHON])


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_used(name):
    if name in DJANGO_LOOKS_FOR:
        return
    users = [text for other, text in TEMPLATES.items() if other != name]
    assert any(name in text for text in users) or name in PYTHON


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_parses(name):
    try:
        get_template(name)
    except TemplateSyntaxError as error:
        pytest.fail(str(error))


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_breaks_the_content_security_policy(name):
    text = TEMPLATES[name]
    assert not re.search(r"\sstyle\s*=", text), "a style attribute: use a class, or an SVG attribute for widths"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "an inline handler: scripts live in files"
    assert not re.search(r"<style\b", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", text), "an inline script: scripts live in files"
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", text), "another site"
    assert "javascript:" not in text


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_stands_in_the_shell(name):
    text = TEMPLATES[name]
    if name.startswith(("parts/", "shell/")) or name in DJANGO_LOOKS_FOR or "/_" in name:
        return
    assert re.match(r"\s*\{% extends ", text) or "include" in ALL_TEXT.split(name)[0][-40:]


@pytest.mark.parametrize("name", TEMPLATES)
def test_forms_that_write_carry_their_token(name):
    for form in re.findall(r"<form\b.*?</form>", TEMPLATES[name], re.S):
        if re.search(r"method=[\"']post", form, re.I):
            assert "{% csrf_token %}" in form, form[:120]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_static_file_exists(name):
    for wanted in re.findall(r"\{% static ['\"]([^'\"]+)['\"]", TEMPLATES[name]):
        assert (STATIC / wanted).is_file(), wanted


def test_every_file_the_style_sheet_names_exists():
    named = re.findall(r"url\([\"']?([^\"')]+)", SHEET)
    assert named
    assert not [name for name in named if not (STATIC / "mangnon" / name).is_file()]


def test_no_static_file_is_left_over():
    named = set(re.findall(r"url\([\"']?([^\"')]+)", SHEET)) | set(re.findall(r"mangnon/([\w./-]+\.\w+)", ALL_TEXT))
    files = {str(path.relative_to(STATIC / "mangnon")) for path in (STATIC / "mangnon").rglob("*") if path.is_file()}
    assert sorted(name for name in files - named if "LICENSE" not in name) == []


def _icons_named() -> set[str]:
    direct = set(re.findall(r"\{% icon [\"']([\w-]+)[\"']", ALL_TEXT))
    in_python = set(re.findall(r"icon\w*=[\"']([\w-]+)[\"']", PYTHON)) | set(re.findall(r"[\"']icon_name[\"']: [\"']([\w-]+)[\"']", PYTHON))
    return direct | in_python | set(parts.STATE_ICONS.values()) | set(parts.FINDING_ICONS.values()) | _either_icons()


def _either_icons() -> set[str]:
    """Icons chosen in Python by a condition or a table: any sprite name that stands in quotes there."""
    return {name for name in re.findall(r"id=\"i-([\w-]+)\"", SPRITE) if re.search(rf"[\"']{name}[\"']", PYTHON)}


def test_every_icon_is_in_the_sprite():
    there = set(re.findall(r"id=\"i-([\w-]+)\"", SPRITE))
    assert sorted(_icons_named() - there) == []


def test_the_sprite_holds_no_icon_nobody_uses():
    there = set(re.findall(r"id=\"i-([\w-]+)\"", SPRITE))
    in_templates = {name for name in there if re.search(rf"[\"']{name}[\"']", ALL_TEXT)}
    assert sorted(there - in_templates) == []


def test_every_part_is_in_the_gallery():
    shown = {example.part for example in EXAMPLES}
    drawn_elsewhere = {"work_item", "shoot"}  # a template that is included, not a tag
    assert set(parts.register.tags) == shown - drawn_elsewhere
    named = {Path(name).stem for name in TEMPLATES if name.startswith("parts/")}
    assert named <= shown | drawn_elsewhere


def test_classes_of_templates_are_in_the_style_sheet():
    """A class nobody styles is a slip of the pen (or a hook of the script, which uses data attributes)."""
    styled = set(re.findall(r"\.([a-zA-Z][\w-]*)", SHEET))
    used = {
        word
        for text in TEMPLATES.values()
        for value in re.findall(r"class=\"([^\"]*)\"", re.sub(r"\{#.*?#\}", "", text))
        for word in re.sub(r"\S*\{\{.*?\}\}\S*", " ", re.sub(r"\{%.*?%\}", " ", value)).split()
        if re.fullmatch(r"[a-zA-Z][\w-]*", word) and not word.endswith("-")
    }
    assert sorted(used - styled) == []
