"""The register as Django sees it; after every migration, the triggers' helper without its exception block.

Every trigger asks a function of pgtrigger whether it is to be ignored. As pgtrigger installs it, with each trigger, it reads a setting
inside BEGIN … EXCEPTION: as long as nobody set it a subtransaction fails for every row, and PostgreSQL walks all deferred checks of
the transaction for each. A run of linkage over 250,000 children spent a quarter of an hour there. Asked so that it does not fail, the
function says the same. The same was done for the function that gives history rows their context (migration 0004).
"""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

SHOULD_IGNORE = """
CREATE OR REPLACE FUNCTION "public"._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN AS $$
    BEGIN
        RETURN COALESCE(trigger_name = ANY(NULLIF(CURRENT_SETTING('pgtrigger.ignore', true), '')::TEXT[]), FALSE);
    END;
$$ LANGUAGE plpgsql;
"""


class RegisterConfig(AppConfig):
    """The children's register."""

    name = "mangnon.register"

    def ready(self) -> None:
        post_migrate.connect(_install, sender=self, dispatch_uid="register.should_ignore")


def _install(using: str, **_: object) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(SHOULD_IGNORE)
