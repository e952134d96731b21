"""Components of the product's pages; the gallery at /thanh-phan shows each with its parameters."""

from django import template

register = template.Library()
