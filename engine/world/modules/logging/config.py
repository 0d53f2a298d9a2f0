"""Setting logging up from a dictionary."""

import logging

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(dotted):
    """The object behind "package.module.name"."""
    import importlib

    parts = dotted.split(".")
    path = parts.pop(0)
    found = importlib.import_module(path)
    for part in parts:
        path += "." + part
        if not hasattr(found, part):
            try:
                importlib.import_module(path)
            except ImportError as e:
                raise ValueError(f"Cannot resolve {dotted!r}: {e}") from e
        found = getattr(found, part)
    return found


class DictConfigurator:
    def __init__(self, config):
        self.config = config
        self.formatters = {}
        self.filters = {}
        self.handlers = {}

    def convert(self, value):
        if isinstance(value, str):
            if value.startswith("ext://"):
                return _resolve(value[6:])
            if value.startswith("cfg://"):
                return self._from_config(value[6:])
        elif isinstance(value, dict):
            return {key: self.convert(each) for key, each in value.items()}
        elif isinstance(value, (list, tuple)):
            return type(value)([self.convert(each) for each in value])
        return value

    def _from_config(self, path):
        value = self.config
        for part in path.replace("[", ".").replace("]", "").split("."):
            value = value[int(part)] if isinstance(value, (list, tuple)) else value[part]
        return self.convert(value)

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get("incremental", False)
        if incremental:
            return self._configure_levels()
        for handler in logging._handlerList[::-1]:
            if handler is not logging.lastResort:
                logging._handlerList.remove(handler)
        logging._handlers.clear()
        self._make_all("formatters", "formatter", self.formatters, self.make_formatter)
        self._make_all("filters", "filter", self.filters, self.make_filter)
        self._make_handlers()
        self._configure_loggers(config.get("disable_existing_loggers", True))
        if "root" in config:
            self._part("root", "root logger", "", lambda: self.set_up(logging.root, config["root"]))

    def _part(self, section, what, name, action):
        try:
            return action()
        except Exception as e:
            quoted = f" {name!r}" if name else ""
            raise ValueError(f"Unable to configure {what}{quoted}") from e

    def _make_all(self, section, what, made, make):
        for name, settings in self.config.get(section, {}).items():
            made[name] = self._part(section, what, name, lambda: make(settings))

    def _make_handlers(self):
        settings = self.config.get("handlers", {})
        # A handler may name another one as its target, which must exist first.
        waiting = []
        for name in sorted(settings):
            target = settings[name].get("target")
            (waiting if isinstance(target, str) and target in settings else []).append(name)
        for name in [n for n in sorted(settings) if n not in waiting] + waiting:
            handler = self._part("handlers", "handler", name, lambda: self.make_handler(settings[name]))
            handler.name = name
            self.handlers[name] = handler

    def _call(self, factory, settings):
        if not callable(factory):
            factory = _resolve(factory)
        extra = settings.pop(".", None)
        made = factory(**{key: self.convert(value) for key, value in settings.items() if key.isidentifier()})
        for key, value in (extra or {}).items():
            setattr(made, key, value)
        return made

    def make_formatter(self, settings):
        settings = dict(settings)
        if "()" in settings:
            return self._custom_formatter(settings.pop("()"), settings)
        cls = settings.get("class")
        factory = logging.Formatter if not cls else _resolve(cls)
        options = {} if settings.get("validate") is None else {"validate": settings["validate"]}
        if settings.get("defaults") is not None:
            options["defaults"] = settings["defaults"]
        return factory(settings.get("format"), settings.get("datefmt"), settings.get("style", "%"), **options)

    def _custom_formatter(self, factory, settings):
        try:
            return self._call(factory, dict(settings))
        except TypeError as e:
            if "'format'" not in str(e):
                raise
            # Formatter and what is derived from it call it `fmt`.
            settings["fmt"] = settings.pop("format")
            return self._call(factory, settings)

    def make_filter(self, settings):
        settings = dict(settings)
        if "()" in settings:
            return self._call(settings.pop("()"), settings)
        return logging.Filter(settings.get("name", ""))

    def make_handler(self, settings):
        settings = dict(settings)
        formatter = settings.pop("formatter", None)
        if formatter is not None:
            try:
                formatter = self.formatters[formatter]
            except KeyError as e:
                raise ValueError(f"Unable to set formatter {formatter!r}") from e
        level = settings.pop("level", None)
        filters = settings.pop("filters", None)
        if "()" in settings:
            handler = self._call(settings.pop("()"), settings)
        else:
            cls = _resolve(settings.pop("class"))
            if isinstance(settings.get("target"), str):
                settings["target"] = self.handlers[settings["target"]]
            handler = self._call(cls, settings)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(level)
        self.add_filters(handler, filters or ())
        return handler

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                filterer.addFilter(each if callable(each) or hasattr(each, "filter") else self.filters[each])
            except Exception as e:
                raise ValueError(f"Unable to add filter {each!r}") from e

    def _configure_loggers(self, disable_existing):
        settings = self.config.get("loggers", {})
        existing = [name for name, logger in logging.root.manager.loggerDict.items() if isinstance(logger, logging.Logger)]
        for name, each in settings.items():
            logger = logging.getLogger(name)
            self._part("loggers", "logger", name, lambda: self.set_up(logger, each))
            logger.disabled = False
            if each.get("propagate") is not None:
                logger.propagate = each["propagate"]
        for name in existing:
            if name in settings:
                continue
            logger = logging.getLogger(name)
            if any(name.startswith(parent + ".") for parent in settings):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable_existing

    def set_up(self, logger, settings):
        if settings.get("level") is not None:
            logger.setLevel(logging._checkLevel(settings["level"]))
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in settings.get("handlers") or ():
            try:
                logger.addHandler(self.handlers[name])
            except Exception as e:
                raise ValueError(f"Unable to add handler {name!r}") from e
        self.add_filters(logger, settings.get("filters") or ())

    def _configure_levels(self):
        for name, settings in self.config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            if settings.get("level"):
                logging._handlers[name].setLevel(settings["level"])
        for name, settings in self.config.get("loggers", {}).items():
            if settings.get("level") is not None:
                logging.getLogger(name).setLevel(settings["level"])
        if self.config.get("root", {}).get("level") is not None:
            logging.root.setLevel(self.config["root"]["level"])


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise PermissionError("logging.config.fileConfig() is not available in the sandbox: use dictConfig()")


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    raise PermissionError("logging.config.listen() is not available in the sandbox: there is no network")


def stopListening():
    pass
