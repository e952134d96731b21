"""The door for the shell: `mangnon …`, one file in `commands/` for each command, and the generator of the synthetic city."""
