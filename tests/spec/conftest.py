"""The fixture `indicator`: a picture of the register and the answer it must give."""

import pytest

from tests.spec import manual


@pytest.fixture
def indicator(request):
    return manual.checker(request.module.__name__.rpartition(".")[2].removeprefix("test_"))
