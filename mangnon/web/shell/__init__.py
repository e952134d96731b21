"""What every page stands in: the bar, the navigation, refusals, signing in."""
