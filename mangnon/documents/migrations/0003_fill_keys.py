from django.db import migrations

from mangnon.documents.rules import symbols
from mangnon.lib.vietnamese import fold


def fill(apps, schema_editor):
    """Documents entered before the registers get what is searched and compared by; there are few."""
    for document in apps.get_model("documents", "Document").objects.filter(number_key="").order_by("pk"):
        symbol = symbols.parse(document.number)
        document.number_key = symbols.key(document.number)[:80]
        document.code_number, document.code_notation, document.regime = symbol.number[:11], symbol.notation[:30], symbol.regime
        document.search_key = fold(f"{document.number} {document.kind} {document.title} {document.issuer}")
        document.save(update_fields=["number_key", "code_number", "code_notation", "regime", "search_key"])


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_registers")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
