"""Steering committees and standing groups: members, meetings, conclusions that become duties."""
