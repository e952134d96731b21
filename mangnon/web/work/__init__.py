"""Việc của tôi: everything that waits for one person, by urgency."""
