"""The help on a command line."""

import re

from _argparse_actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

# A part of the usage that is not to be broken: what is in brackets, or a word.
_PART = re.compile(r"[(\[].*?[)\]]+(?=\s|$)|\S+")


class HelpFormatter:
    """Lays out the usage and sections of help; its subclasses do some of it in other ways."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil

            width = shutil.get_terminal_size().columns - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._action_max_length = 0
        # Sections: (heading, items); an item is (function, arguments).
        self._root = (None, [])
        self._open = [self._root]

    # ---- what is to be shown

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def start_section(self, heading):
        self._indent()
        section = (heading, [])
        self._open[-1][1].append((self._format_section, (section,)))
        self._open.append(section)

    def end_section(self):
        self._open.pop()
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._open[-1][1].append((self._format_text, (text,)))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._open[-1][1].append((self._format_usage, (usage, actions, groups, prefix)))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        heads = [self._format_action_invocation(action)]
        heads += [self._format_action_invocation(each) for each in self._subactions(action)]
        # The subactions count with the indent of the action itself.
        self._action_max_length = max(self._action_max_length, max(map(len, heads)) + self._current_indent)
        self._open[-1][1].append((self._format_action, (action,)))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join(part for part in [function(*args) for function, args in self._root[1]] if part)
        if text:
            text = re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text

    def _format_section(self, section):
        heading, items = section
        self._indent()
        text = "".join(part for part in [function(*args) for function, args in items] if part)
        self._dedent()
        if not text:
            return ""
        head = f"{'':{self._current_indent}}{heading}:\n" if heading is not SUPPRESS and heading is not None else ""
        return f"\n{head}{text}\n"

    # ---- usage

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % dict(prog=self._prog)}\n\n"
        options = self._format_actions_usage([each for each in actions if each.option_strings], groups)
        positionals = self._format_actions_usage([each for each in actions if not each.option_strings], groups)
        usage = " ".join([each for each in (self._prog, options, positionals) if each])
        if len(prefix) + len(usage) > self._width - self._current_indent:
            usage = "\n".join(self._usage_lines(prefix, _PART.findall(options), _PART.findall(positionals)))
        return f"{prefix}{usage}\n\n"

    def _usage_lines(self, prefix, options, positionals):
        prog = self._prog
        if len(prefix) + len(prog) <= 0.75 * (self._width - self._current_indent):
            indent = " " * (len(prefix) + len(prog) + 1)
            if options:
                return self._fill([prog, *options], indent, prefix) + self._fill(positionals, indent)
            return self._fill([prog, *positionals], indent, prefix) if positionals else [prog]
        indent = " " * len(prefix)
        lines = self._fill(options + positionals, indent)
        if len(lines) > 1:
            lines = self._fill(options, indent) + self._fill(positionals, indent)
        return [prog, *lines]

    def _fill(self, parts, indent, prefix=None):
        """Lines of the parts; the first one comes after the prefix."""
        lines, line = [], []
        length = (len(indent) if prefix is None else len(prefix)) - 1
        for part in parts:
            if length + 1 + len(part) > self._width - self._current_indent and line:
                lines.append(indent + " ".join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _format_actions_usage(self, actions, groups):
        parts = []
        at = 0
        while at < len(actions):
            group = next((each for each in groups if self._stands_at(each, actions, at)), None)
            if group is None:
                parts.append(self._usage_of(actions[at]))
                at += 1
                continue
            shown = [self._usage_of(each, in_group=True) for each in group._group_actions if each.help is not SUPPRESS]
            if len(shown) > 1 or not group.required:
                shown = [("(%s)" if group.required else "[%s]") % " | ".join(shown)] if shown else []
            parts += shown
            at += len(group._group_actions)
        return " ".join([each for each in parts if each])

    def _stands_at(self, group, actions, at):
        members = group._group_actions
        return bool(members) and [id(each) for each in actions[at:at + len(members)]] == [id(each) for each in members]

    def _usage_of(self, action, in_group=False):
        if action.help is SUPPRESS:
            return ""
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if in_group and text[:1] == "[" and text[-1:] == "]" else text
        text = action.format_usage()
        if action.nargs != 0:
            text += " " + self._format_args(action, self._get_default_metavar_for_optional(action))
        return text if action.required or in_group else f"[{text}]"

    # ---- texts and arguments

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        room = position - self._current_indent - 2
        indent = " " * self._current_indent
        head = self._format_action_invocation(action)
        text = self._expand_help(action) if action.help and action.help.strip() else ""
        if not text:
            parts = [f"{indent}{head}\n"]
        else:
            first, *others = self._split_lines(text, max(self._width - position, 11))
            if len(head) <= room:
                parts = [f"{indent}{head:<{room}}  {first}\n"]
            else:
                parts = [f"{indent}{head}\n", f"{' ' * position}{first}\n"]
            parts += [f"{' ' * position}{line}\n" for line in others]
        self._indent()
        parts += [self._format_action(each) for each in self._subactions(action)]
        self._dedent()
        return "".join(parts)

    def _subactions(self, action):
        return action._get_subactions() if hasattr(action, "_get_subactions") else ()

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{option} {args}" for option in action.option_strings])

    def _metavars(self, action, default, count):
        shown = default
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = "{" + ",".join(map(str, action.choices)) + "}"
        return shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default_metavar):
        nargs = action.nargs

        def names(count):
            return self._metavars(action, default_metavar, count)

        if nargs is None:
            return "%s" % names(1)
        if nargs == OPTIONAL:
            return "[%s]" % names(1)
        if nargs == ZERO_OR_MORE:
            found = names(1)
            return "[%s [%s ...]]" % found if len(found) == 2 else "[%s ...]" % found
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % names(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % names(1)
        if nargs == SUPPRESS:
            return ""
        try:
            form = " ".join(["%s"] * len(range(nargs)))
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return form % names(nargs)

    def _expand_help(self, action):
        values = {"prog": self._prog}
        for name, value in vars(action).items():
            if value is not SUPPRESS:
                values[name] = getattr(value, "__name__", value)
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the type of a value instead of the argument's name."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
