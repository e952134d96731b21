"""What the shell shows on every page."""

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, object]:
    """Navigation and identity for signed-in people; nothing for others."""
    return {}
