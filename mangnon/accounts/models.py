"""Accounts and dated positions."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import DateRangeField
from django.db import models

from mangnon.accounts.vocabulary import Field, Role


class User(AbstractBaseUser):
    """Somebody who can log in. What they may do comes from positions alone; there is no superuser."""

    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]
    objects = BaseUserManager()

    class Privacy:
        open = ("username", "is_active", "created_at")
        personal = ("full_name", "last_login")
        sensitive = ("password",)


class Position(models.Model):
    """A person's post (chức danh) in an agency over a territory and a field, for a span of days."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="positions")
    role = models.CharField(max_length=30, choices=Role.choices)
    title = models.CharField(max_length=200)
    agency = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    territory = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=20, choices=Field.choices, default=Field.ALL)
    valid = DateRangeField()
    citation = models.CharField(max_length=200, blank=True)

    class Privacy:
        open = ("user", "role", "title", "agency", "territory", "field", "valid", "citation")
        personal = ()
        sensitive = ()


class LoginThrottle(models.Model):
    """Wrong passwords in a row for one user name.

    The name itself is not kept, only its SHA-256: people sometimes type the password into the wrong box.
    """

    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField()
    last_failed_at = models.DateTimeField()

    class Privacy:
        open = ("key", "failures", "last_failed_at")
        personal = ()
        sensitive = ()
