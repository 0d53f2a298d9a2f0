"""The command line: in the sandbox it holds the program's name alone, unless the program passes its own list."""

import os
import sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class ArgumentTypeError(Exception):
    pass


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = None if argument is None else argument._title()
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"


# ---- actions ---------------------------------------------------------------------------------------------------


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _title(self):
        if self.option_strings:
            return "/".join(self.option_strings)
        if self.metavar not in (None, SUPPRESS):
            return self.metavar if isinstance(self.metavar, str) else "/".join(self.metavar)
        if self.dest not in (None, SUPPRESS):
            return self.dest
        return "{" + ",".join(map(str, self.choices)) + "}" if self.choices else None

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def format_usage(self):
        return self.option_strings[0]

    def __repr__(self):
        names = ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar")
        return f"{type(self).__name__}({', '.join([f'{n}={getattr(self, n)!r}' for n in names])})"


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as "
                             "store true or store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        options = []
        for option in option_strings:
            options.append(option)
            if option.startswith("--"):
                options.append("--no-" + option[2:])
        super().__init__(options, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + list(values))


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        text = self.version if self.version is not None else parser.version
        parser._print_message(text.replace("%(prog)s", parser.prog) + "\n", sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, aliases=(), help=None, **kwargs):
        kwargs.setdefault("prog", f"{self._prog_prefix} {name}")
        made = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._name_parser_map[each] = made
        if help is not None:
            self._choices_actions.append(Action([], name, help=help))
        return made

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            known = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {known})")
        found, extras = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extras:
            namespace.__dict__.setdefault("_unrecognized_args", []).extend(extras)


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        if string == "-":
            return sys.stdin if "r" in self._mode else sys.stdout
        raise ArgumentTypeError(f"can't open '{string}': files are not available in the sandbox")


# ---- help ------------------------------------------------------------------------------------------------------


class HelpFormatter:
    _keeps_description = _keeps_help = _shows_defaults = _uses_types = False

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._width = (80 if width is None else width + 2) - 2
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))

    def _metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{" + ",".join(map(str, action.choices)) + "}"
        if self._uses_types and action.type is not None:
            return action.type.__name__
        return action.dest.upper() if action.option_strings else action.dest

    def arguments(self, action):
        metavar = self._metavar(action)
        several = metavar if isinstance(metavar, tuple) else None
        nargs = action.nargs
        if several is not None and isinstance(nargs, int):
            return " ".join(several)
        name = several[0] if several else metavar
        if nargs is None:
            return name
        if nargs == OPTIONAL:
            return f"[{name}]"
        if nargs == ZERO_OR_MORE:
            return f"[{name} ...]"
        if nargs == ONE_OR_MORE:
            return f"{name} [{(several or (name, name))[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{name} ..."
        return " ".join([name] * nargs)

    def usage_part(self, action):
        if not action.option_strings:
            return self.arguments(action)
        text = action.format_usage()
        if action.nargs != 0:
            text += " " + self.arguments(action)
        return text if action.required else f"[{text}]"

    def usage(self, parser):
        if parser.usage is not None:
            return f"usage: {parser.usage.replace('%(prog)s', self._prog)}\n"
        shown = [a for a in parser._actions if a.help is not SUPPRESS]
        options = self._grouped([a for a in shown if a.option_strings], parser)
        positionals = [self.usage_part(a) for a in shown if not a.option_strings]
        text = " ".join(["usage:", self._prog, *options, *positionals])
        if len(text) <= self._width:
            return text + "\n"
        indent = " " * (len(self._prog) + 8)
        if len(indent) > 0.75 * self._width:
            indent = " " * 8
            lines = ["usage: " + self._prog]
        else:
            lines = []
        for parts in (options, positionals):
            line = indent[:-1]
            if parts and not lines:
                line = f"usage: {self._prog}"
            for part in parts:
                if len(line) + 1 + len(part) > self._width and line.strip() != f"usage: {self._prog}":
                    lines.append(line)
                    line = indent[:-1]
                line += " " + part
            if parts:
                lines.append(line)
        return "\n".join(lines) + "\n"

    def _grouped(self, actions, parser):
        parts = []
        done = set()
        for action in actions:
            if id(action) in done:
                continue
            group = next((g for g in parser._exclusive if action in g._actions), None)
            if group is None:
                parts.append(self.usage_part(action))
                continue
            members = [a for a in group._actions if a.help is not SUPPRESS]
            done.update([id(a) for a in members])
            texts = [self.usage_part(a) for a in members]
            texts = [t[1:-1] if t.startswith("[") else t for t in texts]
            parts.append(("(%s)" if group.required else "[%s]") % " | ".join(texts))
        return parts

    def _wrap(self, text, width):
        import textwrap

        return textwrap.wrap(" ".join(text.split()), width)

    def paragraph(self, text):
        text = text.replace("%(prog)s", self._prog)
        return text if self._keeps_description else "\n".join(self._wrap(text, self._width))

    def _help(self, action):
        text = action.help
        if self._shows_defaults and "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        values = {key: getattr(value, "__name__", value) if key == "type" else value
                  for key, value in vars(action).items()}
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, action.choices))
        return text % {**values, "prog": self._prog}

    def entry(self, action, width):
        if action.option_strings:
            if action.nargs == 0:
                head = ", ".join(action.option_strings)
            else:
                arguments = self.arguments(action)
                head = ", ".join([f"{option} {arguments}" for option in action.option_strings])
        else:
            metavar = self._metavar(action)
            head = metavar if isinstance(metavar, str) else " ".join(metavar)
        head = "  " + head
        lines = []
        if action.help and action.help is not SUPPRESS:
            text = self._help(action)
            wrapped = text.splitlines() if self._keeps_help else self._wrap(text, max(self._width - width, 11))
            if len(head) <= width - 2:
                lines.append(f"{head:<{width}}{wrapped[0] if wrapped else ''}".rstrip())
                wrapped = wrapped[1:]
            else:
                lines.append(head)
            lines += [" " * width + line for line in wrapped]
        else:
            lines.append(head)
        for choice in getattr(action, "_choices_actions", ()):
            lines.append(f"    {choice.dest:<{width - 4}}{choice.help}")
        return lines

    def format(self, parser):
        sections = [self.usage(parser)]
        if parser.description:
            sections.append(self.paragraph(parser.description) + "\n")
        heads = []
        for group in parser._groups:
            for action in group._actions:
                if action.help is not SUPPRESS:
                    if action.option_strings:
                        arguments = "" if action.nargs == 0 else " " + self.arguments(action)
                        heads.append(len(", ".join([o + arguments for o in action.option_strings])) + 2)
                    else:
                        heads.append(len(str(self._metavar(action))) + 2)
                    heads += [len(c.dest) + 4 for c in getattr(action, "_choices_actions", ())]
        width = min(max(heads, default=0) + 2, self._max_help_position)
        for group in parser._groups:
            shown = [a for a in group._actions if a.help is not SUPPRESS]
            if not shown and not group.description:
                continue
            lines = [f"{group.title}:"] if group.title else []
            if group.description:
                lines += ["  " + line for line in self.paragraph(group.description).splitlines()]
                if shown:
                    lines.append("")
            for action in shown:
                lines += self.entry(action, width)
            sections.append("\n".join(lines) + "\n")
        if parser.epilog:
            sections.append(self.paragraph(parser.epilog) + "\n")
        return "\n".join(sections)


class RawDescriptionHelpFormatter(HelpFormatter):
    _keeps_description = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    _keeps_help = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    _shows_defaults = True


class MetavarTypeHelpFormatter(HelpFormatter):
    _uses_types = True


# ---- parsers ---------------------------------------------------------------------------------------------------

_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction,
            "count": _CountAction, "help": _HelpAction, "version": _VersionAction, "extend": _ExtendAction}


class _Group:
    """Arguments that stand together in the help, or exclude each other."""

    def __init__(self, parser, title=None, description=None, required=False, place=None):
        self._parser = parser
        self.title = title
        self.description = description
        self.required = required
        self._actions = []
        self._place = place

    def add_argument(self, *args, **kwargs):
        action = self._parser._make_action(*args, **kwargs)
        self._add(action)
        return action

    def _add(self, action):
        self._actions.append(action)
        if self._place is not None:
            self._place._add(action)

    def add_argument_group(self, *args, **kwargs):
        return self._parser.add_argument_group(*args, **kwargs)

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parser.add_mutually_exclusive_group(required=required, _place=self)


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusive = []
        self._subparsers = None
        self._positionals = _Group(self, "positional arguments")
        self._optionals = _Group(self, "options")
        self._groups = [self._positionals, self._optionals]
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(dash + "h", dash * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            for action in parent._actions:
                self._register(action)
                (self._optionals if action.option_strings else self._positionals)._add(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return f"{type(self).__name__}({', '.join([f'{n}={getattr(self, n)!r}' for n in names])})"

    # arguments

    def _make_action(self, *args, **kwargs):
        options = [each for each in args if each[:1] in self.prefix_chars and each]
        if args and not options:
            if len(args) > 1:
                raise ValueError("invalid option string " + repr(args[0]) + ": must start with a character "
                                 + repr(self.prefix_chars))
            dest = args[0]
            if "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            if kwargs.pop("required", None) is not None:
                raise TypeError("'required' is an invalid argument for positionals")
            nargs = kwargs.get("nargs")
            kwargs["required"] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0) or \
                nargs == ZERO_OR_MORE and "default" not in kwargs
        else:
            dest = kwargs.pop("dest", None)
            if not args:
                kwargs.setdefault("required", True)
            if dest is None:
                long = [each for each in options if len(each) > 2 and each[1] in self.prefix_chars]
                dest = (long or options)[0].lstrip(self.prefix_chars).replace("-", "_")
                if not dest:
                    raise ValueError(f"dest= is required for options like {options[0]!r}")
        action = kwargs.pop("action", None)
        cls = _ACTIONS.get(action, action) if not isinstance(action, type) else action
        if not callable(cls):
            raise ValueError(f"unknown action {action!r}")
        if "default" not in kwargs and action not in ("help", "version"):
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        if not options and cls in (_StoreConstAction, _StoreTrueAction, _StoreFalseAction, _CountAction):
            kwargs.pop("required", None)
        made = cls(options, dest=dest, **kwargs) if action != "version" else cls(options, **kwargs)
        if made.type is not None and not callable(made.type):
            raise ValueError(f"{made.type!r} is not callable")
        self._register(made)
        return made

    def _register(self, action):
        clashes = [option for option in action.option_strings if option in self._options]
        if clashes and self.conflict_handler == "resolve":
            for option in clashes:
                old = self._options.pop(option)
                old.option_strings = [each for each in old.option_strings if each != option]
        elif clashes:
            word = "string" if len(clashes) == 1 else "strings"
            raise ArgumentError(action, f"conflicting option {word}: {', '.join(clashes)}")
        self._actions.append(action)
        for option in action.option_strings:
            self._options[option] = action

    def add_argument(self, *args, **kwargs):
        action = self._make_action(*args, **kwargs)
        (self._optionals if action.option_strings else self._positionals)._add(action)
        return action

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False, _place=None):
        group = _Group(self, required=required)
        group._add = lambda action: (group._actions.append(action),
                                     (_place or (self._optionals if action.option_strings else self._positionals))
                                     ._add(action))
        self._exclusive.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS,
                       required=False, help=None, metavar=None, action=None):
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        if prog is None:
            parts = [self.formatter_class(self.prog).usage_part(a) for a in self._actions if not a.option_strings]
            prog = " ".join([self.prog, *parts])
        made = _SubParsersAction([], prog, parser_class or type(self), dest, required, help, metavar)
        group = self._positionals if title is None and description is None else \
            self.add_argument_group(title or "subcommands", description)
        self._actions.append(made)
        group._add(made)
        self._subparsers = made
        return made

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # parsing

    def parse_args(self, args=None, namespace=None):
        found, extras = self.parse_known_args(args, namespace)
        if extras:
            self.error(f"unrecognized arguments: {' '.join(extras)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._parse(args, namespace)
        try:
            return self._parse(args, namespace)
        except ArgumentError as e:
            self.error(str(e))

    parse_intermixed_args = parse_args

    def _find_option(self, text):
        """(action, option, value or None), or None if the text is no option."""
        if not text or text[0] not in self.prefix_chars or text == "-":
            return None
        if text in self._options:
            return self._options[text], text, None
        option, equal, value = text.partition("=")
        if equal and option in self._options:
            return self._options[option], option, value
        if text.startswith("--"):
            if self.allow_abbrev:
                matches = [each for each in self._options if each.startswith(option)]
                if len(matches) > 1:
                    raise ArgumentError(None, f"ambiguous option: {text} could match {', '.join(matches)}")
                if matches:
                    return self._options[matches[0]], matches[0], value if equal else None
        elif text[:2] in self._options:
            return self._options[text[:2]], text[:2], text[2:]
        if _is_negative_number(text) and not any([_is_negative_number(each) for each in self._options]):
            return None
        return None if " " in text else (None, text, None)

    def _parse(self, args, namespace):
        extras = []
        seen = set()
        positionals = [a for a in self._actions if not a.option_strings]
        i = 0
        while i < len(args):
            found = None if args[i] == "--" else self._find_option(args[i])
            if found is None:
                end = self._end_of_run(positionals, args, i)
                run = args[i:end]
                if "--" in run:
                    run.remove("--")
                extras += self._take_positionals(positionals, run, namespace, seen)
                i = end
                continue
            action, option, value = found
            i += 1
            if action is None:
                extras.append(option)
            else:
                i = self._take_option(action, option, value, args, i, namespace, seen)
        self._take_positionals(positionals, [], namespace, seen)
        self._check_required(namespace, seen)
        extras += namespace.__dict__.pop("_unrecognized_args", [])
        return namespace, extras

    def _end_of_run(self, positionals, args, start):
        """Where the arguments end that are no options. A subcommand takes all that follow it."""
        end = start
        while end < len(args) and args[end] != "--" and self._find_option(args[end]) is None:
            end += 1
        if end < len(args) and args[end] == "--":
            return len(args)
        needed = 0
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER) and end - start > needed:
                return len(args)
            needed += action.nargs if isinstance(action.nargs, int) else action.nargs in (None, ONE_OR_MORE, PARSER)
        return end

    def _take_option(self, action, option, value, args, i, namespace, seen):
        if action.nargs == 0:
            if value is not None:
                if option.startswith("--") or "-" + value[0] not in self._options:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
                args[i:i] = ["-" + value]
            given = []
        elif value is not None:
            given = [value]
        else:
            given = []
            most = 1 if action.nargs in (None, OPTIONAL) else action.nargs if isinstance(action.nargs, int) else None
            while i < len(args) and (most is None or len(given) < most) and args[i] != "--":
                if action.nargs != REMAINDER and self._find_option(args[i]) is not None:
                    break
                given.append(args[i])
                i += 1
            self._check_count(action, given)
        self._check_exclusive(action, seen)
        seen.add(id(action))
        action(self, namespace, self._values(action, given), option)
        return i

    def _check_count(self, action, given):
        nargs = action.nargs
        if nargs is None and len(given) != 1:
            raise ArgumentError(action, "expected one argument")
        if nargs == ONE_OR_MORE and not given:
            raise ArgumentError(action, "expected at least one argument")
        if isinstance(nargs, int) and len(given) != nargs:
            raise ArgumentError(action, f"expected {nargs} argument{'s' if nargs != 1 else ''}")

    def _check_exclusive(self, action, seen):
        for group in self._exclusive:
            if action in group._actions:
                for other in group._actions:
                    if other is not action and id(other) in seen:
                        raise ArgumentError(action, f"not allowed with argument {other._title()}")

    def _take_positionals(self, positionals, run, namespace, seen):
        """Hands a run of arguments to as many positionals as can share it. Returns what is left over."""
        import re

        parts = {None: "(A)", OPTIONAL: "(A?)", ZERO_OR_MORE: "(A*)", ONE_OR_MORE: "(A+)", REMAINDER: "(A*)",
                 PARSER: "(A+)"}
        for count in range(len(positionals), 0, -1):
            pattern = "".join([f"(A{{{a.nargs}}})" if isinstance(a.nargs, int) else parts[a.nargs]
                               for a in positionals[:count]])
            match = re.match(pattern, "A" * len(run))
            if match is None:
                continue
            for action, (start, end) in zip(positionals[:count], match.regs[1:]):
                seen.add(id(action))
                action(self, namespace, self._values(action, run[start:end]))
            del positionals[:count]
            return run[match.end():]
        return run

    def _convert(self, action, text):
        if action.type is None:
            return text
        try:
            return action.type(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            known = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {known})")

    def _values(self, action, given):
        if action.nargs == 0:
            return []
        if action.nargs == OPTIONAL and not given:
            value = action.const if action.option_strings else action.default
            return self._convert(action, value) if isinstance(value, str) else value
        if action.nargs == ZERO_OR_MORE and not given and not action.option_strings:
            return action.default if action.default is not None else []
        values = [self._convert(action, each) for each in given]
        if action.nargs == PARSER:
            self._check_choice(action, values[0])
            return values
        for value in values:
            self._check_choice(action, value)
        return values[0] if action.nargs in (None, OPTIONAL) else values

    def _check_required(self, namespace, seen):
        missing = []
        for action in self._actions:
            if id(action) in seen:
                continue
            if action.required:
                missing.append(action._title())
            elif isinstance(action.default, str) and hasattr(namespace, action.dest) and \
                    getattr(namespace, action.dest) is action.default and action.default is not SUPPRESS:
                setattr(namespace, action.dest, self._convert(action, action.default))
        if missing:
            self.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self._exclusive:
            if group.required and not any([id(a) in seen for a in group._actions]):
                names = " ".join([a._title() for a in group._actions if a.help is not SUPPRESS])
                self.error(f"one of the arguments {names} is required")

    # texts

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._formatter().usage(self)

    def format_help(self):
        return self._formatter().format(self)

    def _print_message(self, message, file=None):
        if message:
            (sys.stderr if file is None else file).write(message)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


def _is_negative_number(text):
    import re

    return re.match(r"^-\d+$|^-\d*\.\d+$", text) is not None
