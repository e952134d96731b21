"""From what a report says to a paper: laid out once (`unit`, `city`), drawn as Word (`docx`) or on screen (`html`)."""
