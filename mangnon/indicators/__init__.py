"""What is counted, how, on which day, with which law behind it; a figure opens to its rows."""
