"""What produced a result."""

import platform
from importlib.metadata import version

import numpy as np
import pyarrow as pa


def versions() -> dict[str, str]:
    """The product and the libraries numbers depend on."""
    return {"mangnon": version("mangnon"), "numpy": np.__version__, "pyarrow": pa.__version__, "python": platform.python_version()}
