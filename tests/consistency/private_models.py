"""Import Linter contract: a room's `models` may be imported only from inside that room."""

from importlinter import Contract, ContractCheck, output


class PrivateModels(Contract):
    """Other rooms name tables by string ("register.Child") and read through `queries`."""

    def check(self, graph, verbose):
        found = []
        for module in sorted(graph.modules):
            parts = module.split(".")
            if len(parts) >= 3 and parts[2] == "models":
                owner = ".".join(parts[:2])
                found += [
                    f"{importer} -> {module}"
                    for importer in sorted(graph.find_modules_that_directly_import(module))
                    if not (importer == owner or importer.startswith(owner + "."))
                ]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check):
        for line in check.metadata["found"]:
            output.print_error(line)
