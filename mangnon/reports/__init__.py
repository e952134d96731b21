"""Who owes which report by when, what was submitted with which frozen figures, and the consolidated paper."""
