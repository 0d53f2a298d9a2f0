"""Objects that stand in for others and remember how they were used."""

from unittest._mock_asserts import Base
from unittest._mock_autospec import create_autospec, mock_open, seal
from unittest._mock_base import CallableMixin, InvalidSpecError, Mock, NonCallableMock
from unittest._mock_calls import ANY, DEFAULT, _Call, _CallList, call, sentinel
from unittest._mock_magic import (
    AsyncMagicMixin,
    AsyncMock,
    AsyncMockMixin,
    MagicMixin,
    MagicMock,
    MagicProxy,
    NonCallableMagicMock,
    PropertyMock,
)
from unittest._mock_patch import _patch, _patch_dict, _patch_multiple, _patch_object, patch

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

# Whether dir() of a mock leaves out what is private.
FILTER_DIR = True
