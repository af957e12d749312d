"""The site that several modules share: all that use it are of the group "readers", so that it is started once."""

from collections.abc import Iterator

import pytest

from tests.deploy.printed import Printed
from tests.deploy.readers import House, house


@pytest.fixture(scope="session")
def open_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("house")) as site:
        yield site


@pytest.fixture(scope="session")
def printed(open_house: House) -> Printed:
    return Printed.at(open_house)
