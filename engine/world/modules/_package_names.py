"""Packages made of private modules: what they show is theirs by name as well."""


def adopt(package, namespace):
    """Classes and functions of `package`'s private modules say that they are from `package` itself."""
    for each in list(namespace.values()):
        if (getattr(each, "__module__", None) or "").startswith(package + "._") and hasattr(each, "__qualname__"):
            each.__module__ = package
