"""Registers as spreadsheets."""
