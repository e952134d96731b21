"""Difficulties: raised on a duty, gathered and answered by the lead department, decided by the city, told to every asker."""
