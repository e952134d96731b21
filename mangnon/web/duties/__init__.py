"""Duties as lists: filtered by address, printed, acted on at once; scorecards of agencies; handing over; later deadlines; working days."""
