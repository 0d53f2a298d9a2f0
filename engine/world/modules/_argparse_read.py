"""Reading one command line: which of its parts are options, which values go to which action."""

import re

from _argparse_actions import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
    ArgumentError,
    ArgumentTypeError,
    title_of,
)

# What an action takes of a line that is written as one letter each: O an option, A another argument, - the mark --.
_TAKEN = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
          REMAINDER: "([-AO]*)", PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}
_EXPECTED = {None: "expected one argument", OPTIONAL: "expected at most one argument",
             ONE_OR_MORE: "expected at least one argument"}


def pattern_of(action):
    nargs = action.nargs
    pattern = _TAKEN[nargs] if nargs in _TAKEN else "(-*" + "-*".join("A" * nargs) + "-*)"
    # The mark -- ends the values of an option.
    return pattern.replace("-*", "").replace("-", "") if action.option_strings else pattern


class Reader:
    """One pass over a list of arguments."""

    def __init__(self, parser, args, namespace, positionals):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.positionals = positionals
        self.extras = []
        self.seen = set()
        self.given = set()
        self.options = {}
        self.pattern = ""
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [each for each in group._group_actions if each is not action]
                self.conflicts.setdefault(id(action), []).extend(others)

    def read(self, required):
        self._classify()
        at = 0
        last = max(self.options, default=-1)
        while at <= last:
            option = min([index for index in self.options if index >= at])
            if at != option:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                # Nobody takes what stands before the option.
                self.extras += self.args[at:option]
                at = option
            at = self._take_option(at)
        end = self._take_positionals(at)
        self.extras += self.args[end:]
        self._check(required)
        return self.namespace, self.extras

    def _classify(self):
        letters = []
        marked = False
        for index, text in enumerate(self.args):
            if marked:
                letters.append("A")
            elif text == "--":
                letters.append("-")
                marked = True
            else:
                found = self.parser._parse_optional(text)
                if found is not None:
                    self.options[index] = found
                letters.append("A" if found is None else "O")
        self.pattern = "".join(letters)

    # ---- options

    def _take_option(self, start):
        parser = self.parser
        action, option, value = self.options[start]
        taken = []
        while True:
            if action is None:
                self.extras.append(self.args[start])
                return start + 1
            if value is None:
                count = self._count(action, self.pattern[start + 1:])
                end = start + 1 + count
                taken.append((action, self.args[start + 1:end], option))
                break
            count = self._count(action, "A")
            if count == 1:
                end = start + 1
                taken.append((action, [value], option))
                break
            if count != 0 or option[1] in parser.prefix_chars or value == "":
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            # Flags of one letter each, written as one.
            taken.append((action, [], option))
            option = option[0] + value[0]
            if option not in parser._option_string_actions:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            action = parser._option_string_actions[option]
            value = value[1:] or None
        for each in taken:
            self._take(*each)
        return end

    def _count(self, action, pattern):
        match = re.match(pattern_of(action), pattern)
        if match is None:
            nargs = action.nargs
            raise ArgumentError(action, _EXPECTED.get(nargs) or f"expected {nargs} argument{'s' if nargs != 1 else ''}")
        return len(match.group(1))

    # ---- the others

    def _take_positionals(self, start):
        """Gives the arguments from there to as many positionals as can share them; returns where they end."""
        rest = self.pattern[start:]
        for count in range(len(self.positionals), 0, -1):
            match = re.match("".join([pattern_of(each) for each in self.positionals[:count]]), rest)
            if match is not None:
                taking, self.positionals = self.positionals[:count], self.positionals[count:]
                for action, text in zip(taking, match.groups()):
                    self._take(action, self.args[start:start + len(text)])
                    start += len(text)
                break
        return start

    def _take(self, action, texts, option=None):
        self.seen.add(id(action))
        values = self.parser._get_values(action, texts)
        # A default that is taken for want of a value excludes nothing.
        if values is not action.default:
            self.given.add(id(action))
            for other in self.conflicts.get(id(action), ()):
                if id(other) in self.given:
                    raise ArgumentError(action, f"not allowed with argument {title_of(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    # ---- the end

    def _check(self, required):
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if id(action) in self.seen:
                continue
            if action.required:
                missing.append(action)
            elif isinstance(action.default, str) and hasattr(namespace, action.dest) and \
                    action.default is getattr(namespace, action.dest):
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        missing = [title_of(each) for each in missing if required(each)]
        if missing:
            parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(id(each) in self.given for each in group._group_actions):
                names = " ".join([title_of(each) for each in group._group_actions if each.help is not SUPPRESS])
                parser.error(f"one of the arguments {names} is required")


class Values:
    """Texts made values, for the parser."""

    def _get_values(self, action, texts):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and "--" in texts:
            texts = [*texts]
            texts.remove("--")
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is None:
                return texts
            self._check_value(action, action.default)
            return action.default
        if len(texts) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, texts[0])
            self._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, each) for each in texts]
        if nargs == PARSER:
            self._check_value(action, values[0])
        elif nargs != REMAINDER:
            for each in values:
                self._check_value(action, each)
        return values

    def _get_value(self, action, text):
        kind = self._registry_get("type", action.type, action.type)
        if not callable(kind):
            raise ArgumentError(action, f"{kind!r} is not callable")
        try:
            return kind(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            known = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {known})")
