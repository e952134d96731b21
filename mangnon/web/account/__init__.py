"""Signing in and out, the password, and what my positions allow."""
