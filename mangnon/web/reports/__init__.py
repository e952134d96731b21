"""Báo cáo: who owes the year's report, writing and handing in, reading and sending back, gathering the city's."""
