"""Commands, discovered by walking this folder.

A command is a module with `NAME` ("units resolve"), `HELP` (one Vietnamese sentence), `DATABASE` (whether it needs one),
`arguments(parser)`, `run(options)` giving a JSON-able answer, and `show(answer)` printing it for people. Modules import the product
inside `run`, because Django is not set up while commands are listed.
"""
