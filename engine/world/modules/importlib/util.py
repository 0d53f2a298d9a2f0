"""What can be imported."""

import sys


class ModuleSpec:
    def __init__(self, name, loader=None, *, origin=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition(".")[0]

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


def find_spec(name, package=None):
    import _inspect

    if name in sys.modules or _inspect.module_exists(name):
        return ModuleSpec(name, origin="sandbox")
    return None


def module_from_spec(spec):
    raise ImportError("importlib.util.module_from_spec() is not available in the sandbox")


def spec_from_file_location(name, location=None, **kwargs):
    raise ImportError("importlib.util.spec_from_file_location() is not available in the sandbox")
