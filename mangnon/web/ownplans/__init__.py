"""Own work plans on screen: who has one, writing, issuing, amending, reporting on activities."""
