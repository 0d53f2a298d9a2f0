"""The shell: pipelines, lists, redirections, variables, for, while, if and ( ) of sh, enough for what programs pass it."""

import _commands
import _files
from _processes import Process, Sink, Stream, console, null, pipe, sink_of_end

_OPERATORS = ("&&", "||", ";;", ">>", "2>&1", "1>&2", ">&2", "2>>", "2>", "1>", "&>", "|", "&", ";", "(", ")", ">", "<", "\n")
_REDIRECTS = (">>", "2>&1", "1>&2", ">&2", "2>>", "2>", "1>", "&>", ">", "<")


class SyntaxProblem(Exception):
    pass


class Exit(Exception):
    """exit n"""


# ---- words -----------------------------------------------------------------------------------------------------


def _take_documents(text):
    """The text without its `<<END` parts, which become `< document`, and those documents."""
    documents = []
    lines = text.split("\n")
    made = []
    while lines:
        line = lines.pop(0)
        at = line.find("<<")
        if at >= 0 and not line.startswith("<<<", at) and line[at + 2:].strip():
            mark = line[at + 2:].lstrip("-").split()[0]
            end = mark.strip("'\"")
            body = []
            while lines and lines[0].strip() != end:
                body.append(lines.pop(0) + "\n")
            del lines[:1]
            documents.append("".join(body))
            line = line.replace("<<" + mark, f"< \0{len(documents) - 1} ").replace("<<-" + mark, f"< \0{len(documents) - 1} ")
        made.append(line)
    return "\n".join(made), documents


def split(text):
    """The words and operators of a command line. A word is a list of (text, how it is quoted)."""
    tokens = []
    word = None
    at = 0
    while at < len(text):
        each = text[at]
        if each in " \t":
            word = _flush(tokens, word)
            at += 1
        elif each == "#" and word is None:
            at = text.find("\n", at)
            at = len(text) if at < 0 else at
        elif each == "\\" and at + 1 < len(text):
            word = (word or []) + ([(text[at + 1], "'")] if text[at + 1] != "\n" else [])
            at += 2
        elif each in "'\"":
            end = at + 1
            while end < len(text) and text[end] != each:
                end += 2 if text[end] == "\\" and each == '"' else 1
            if end >= len(text):
                raise SyntaxProblem("Unterminated quoted string")
            inside = text[at + 1:end]
            if each == '"':
                inside = inside.replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "\\n")
            word = (word or []) + [(inside, each)]
            at = end + 1
        elif text.startswith("$(", at) or each == "`":
            end = _closing(text, at)
            word = (word or []) + [(text[at:end], "")]
            at = end
        else:
            operator = next((o for o in _OPERATORS if text.startswith(o, at)), None)
            if operator is not None and (operator[0] not in "12" or word is None):
                word = _flush(tokens, word)
                tokens.append(operator)
                at += len(operator)
            else:
                if word and word[-1][1] == "":
                    word[-1] = (word[-1][0] + each, "")
                else:
                    word = (word or []) + [(each, "")]
                at += 1
    _flush(tokens, word)
    return tokens


def _flush(tokens, word):
    if word is not None:
        tokens.append(word)
    return None


def _closing(text, at):
    if text[at] == "`":
        return text.index("`", at + 1) + 1
    depth = 0
    for end in range(at + 1, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if depth == 0:
            return end + 1
    raise SyntaxProblem("Unterminated $(")


def _plain(token):
    """The text of a word without quotes, or None: for keywords."""
    return token[0][0] if isinstance(token, list) and len(token) == 1 and token[0][1] == "" else None


# ---- parsing: (kind, …) tuples ---------------------------------------------------------------------------------


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def keyword(self):
        return _plain(self.peek())

    def expect(self, word):
        if self.keyword() != word and self.peek() != word:
            shown = self.keyword() or self.peek() or "end of file"
            raise SyntaxProblem(f'"{shown}" unexpected (expecting "{word}")')
        self.at += 1

    def skip(self, *operators):
        while self.peek() in operators:
            self.at += 1

    def sequence(self, *ends):
        items = []
        self.skip(";", "\n")
        while self.peek() is not None and self.keyword() not in ends and self.peek() not in ends:
            item = self.and_or()
            if self.peek() == "&":
                item = ("background", item)
                self.at += 1
            items.append(item)
            self.skip(";", "\n")
        return ("sequence", items)

    def and_or(self):
        left = self.pipeline()
        while self.peek() in ("&&", "||"):
            operator = self.take()
            self.skip("\n")
            left = (operator, left, self.pipeline())
        return left

    def pipeline(self):
        negated = self.keyword() == "!"
        if negated:
            self.at += 1
        stages = [self.command()]
        while self.peek() == "|":
            self.at += 1
            stages.append(self.command())
        made = stages[0] if len(stages) == 1 else ("pipe", stages)
        return ("not", made) if negated else made

    def command(self):
        word = self.keyword()
        if self.peek() == "(":
            self.at += 1
            made = ("subshell", self.sequence(")"))
            self.expect(")")
        elif word == "{":
            self.at += 1
            made = self.sequence("}")
            self.expect("}")
        elif word == "for":
            made = self.for_loop()
        elif word in ("while", "until"):
            self.at += 1
            condition = self.sequence("do")
            self.expect("do")
            made = ("while", word == "while", condition, self.sequence("done"))
            self.expect("done")
        elif word == "if":
            made = self.condition()
        else:
            return self.simple()
        redirects = []
        while self.peek() in _REDIRECTS:
            self.redirect(redirects)
        return ("redirected", made, redirects) if redirects else made

    def for_loop(self):
        self.at += 1
        name = _plain(self.take())
        words = []
        if self.keyword() == "in":
            self.at += 1
            while isinstance(self.peek(), list):
                words.append(self.take())
        self.skip(";", "\n")
        self.expect("do")
        body = self.sequence("done")
        self.expect("done")
        return ("for", name, words, body)

    def condition(self):
        self.at += 1
        test = self.sequence("then")
        self.expect("then")
        body = self.sequence("else", "elif", "fi")
        otherwise = None
        if self.keyword() == "elif":
            return ("if", test, body, self.condition())
        if self.keyword() == "else":
            self.at += 1
            otherwise = self.sequence("fi")
        self.expect("fi")
        return ("if", test, body, otherwise)

    def redirect(self, redirects):
        operator = self.take()
        target = None
        if operator not in ("2>&1", "1>&2", ">&2"):
            target = self.take()
        redirects.append((operator, target))

    def simple(self):
        words, redirects = [], []
        while True:
            token = self.peek()
            if token in _REDIRECTS:
                self.redirect(redirects)
            elif isinstance(token, list):
                words.append(self.take())
            else:
                break
        if not words and not redirects:
            raise SyntaxProblem(f'"{self.peek() or "end of file"}" unexpected')
        return ("simple", words, redirects)


# ---- running ---------------------------------------------------------------------------------------------------


class Shell:
    def __init__(self, process, variables=None, args=(), name="/bin/sh"):
        self.process = process
        self.name = name
        self.variables = dict(process.environment or _commands.default_environment()) if variables is None else variables
        self.args = list(args)
        self.status = 0
        self.background = []
        self.documents = ()

    # Every part is a generator that returns the exit status; `io` is (stdin, out, err).

    def run(self, part, io):
        kind = part[0]
        if kind == "simple":
            return (yield from self.simple(part[1], part[2], io))
        if kind == "sequence":
            status = 0
            for each in part[1]:
                self.status = status = yield from self.run(each, io)
            return status
        if kind == "&&" or kind == "||":
            self.status = status = yield from self.run(part[1], io)
            return (yield from self.run(part[2], io)) if (status == 0) == (kind == "&&") else status
        if kind == "not":
            return int((yield from self.run(part[1], io)) == 0)
        if kind == "subshell":
            child = self.child(part[1], io)
            yield child
            return child.returncode
        if kind == "pipe":
            return (yield from self.pipe(part[1], io))
        if kind == "background":
            self.background.append(self.child(part[1], io))
            return 0
        if kind == "redirected":
            inner, opened = self.redirect(part[2], io)
            try:
                return (yield from self.run(part[1], inner))
            finally:
                self.close(opened)
        return (yield from self.compound(part, io))

    def compound(self, part, io):
        status = 0
        if part[0] == "for":
            for word in (yield from self.words(part[2], io)):
                self.variables[part[1]] = word
                status = yield from self.run(part[3], io)
        elif part[0] == "while":
            while ((yield from self.run(part[2], io)) == 0) == part[1]:
                status = yield from self.run(part[3], io)
        elif part[0] == "if":
            if (yield from self.run(part[1], io)) == 0:
                status = yield from self.run(part[2], io)
            elif part[3] is not None:
                status = yield from self.run(part[3], io)
        return status

    def child(self, part, io):
        """Another process of the shell's, which runs a part of the line."""

        def program(process):
            shell = Shell(process, dict(self.variables), self.args, self.name)
            shell.documents = self.documents
            try:
                return (yield from shell.run(part, (process.stdin, process.out, process.err)))
            except Exit as end:
                return end.args[0]

        return Process("sh", program, io[0], io[1], io[2], self.variables, self.process.folder, self.process)

    def pipe(self, stages, io):
        stdin = io[0]
        children = []
        for number, stage in enumerate(stages):
            out, following = io[1], None
            if number < len(stages) - 1:
                reader, writer = pipe()
                out, following = sink_of_end(writer), Stream(reader)
            children.append(self.child(stage, (stdin, out, io[2])))
            children[-1].owns_stdin = number > 0
            stdin = following
        for each in children:
            yield each
        return children[-1].returncode

    def redirect(self, redirects, io):
        stdin, out, err = io
        opened = []
        for operator, target in redirects:
            if target is not None:
                path = "".join([text if how == "'" else self.simple_variables(text) for text, how in target])
            if operator == "<":
                from _net import End

                end = End(path, path)
                if path[:1] == "\0":
                    end.incoming += self.simple_variables(self.documents[int(path[1:])]).encode()
                else:
                    end.incoming += _files.node_at(self.place(path)).data
                end.at_eof = True
                stdin = Stream(end)
            elif operator == "2>&1":
                err = out
            elif operator in ("1>&2", ">&2"):
                out = err
            else:
                file = _files.open(self.place(path), "ab" if ">>" in operator else "wb")
                sink = Sink(file.write, file.close)
                sink.users += 1
                opened.append(sink)
                if operator in (">", ">>", "1>", "&>"):
                    out = sink
                if operator in ("2>", "2>>", "&>"):
                    err = sink
        return (stdin, out, err), opened

    def place(self, path):
        return path if path.startswith("/") or not self.process.folder else f"{self.process.folder}/{path}"

    def close(self, opened):
        for each in opened:
            each.release()

    def simple(self, words, redirects, io):
        own = {}
        while words and self.assignment(words[0]):
            name, value = self.assignment(words[0])
            own[name] = "".join((yield from self.words([value], io, False))) if value else ""
            words = words[1:]
        args = yield from self.words(words, io)
        if not args:
            self.variables.update(own)
            return 0
        opened = []
        try:
            inner, opened = self.redirect(redirects, io)
            return (yield from self.execute(args, {**self.variables, **own}, inner))
        except BrokenPipeError:
            raise
        except OSError as problem:
            io[2].write(f"{self.name}: 1: cannot open {problem.filename}: {_reason(problem)}\n".encode())
            return 2
        finally:
            self.close(opened)

    @staticmethod
    def assignment(word):
        """(name, value) of a word NAME=value, or None."""
        text, how = word[0]
        name, equals, rest = text.partition("=")
        if how != "" or not equals or not name.isidentifier():
            return None
        return name, ([(rest, "")] if rest else []) + word[1:]

    def execute(self, args, variables, io):
        builtin = getattr(self, "do_" + {":": "true"}.get(args[0], args[0]), None)
        if builtin is not None:
            status = builtin(args, io)
            if hasattr(status, "send"):
                status = yield from status
            return status or 0
        program = _commands.find(args, variables)
        if program is None:
            io[2].write(f"{self.name}: 1: {args[0]}: not found\n".encode())
            return 127
        child = Process(" ".join(args), lambda process: program(process, args), io[0], io[1], io[2], variables,
                        self.process.folder, self.process)
        yield child
        return child.returncode if child.returncode >= 0 else 128 - child.returncode

    # ---- what the shell does itself

    def do_true(self, args, io):
        return 0

    def do_exit(self, args, io):
        raise Exit(int(args[1]) if len(args) > 1 else self.status)

    def do_cd(self, args, io):
        path = self.place(args[1] if len(args) > 1 else "/home/user")
        node = _files._tree.get(_files.absolute(path))
        if node is None or not node.is_folder:
            io[2].write(f"{self.name}: 1: cd: can't cd to {args[1]}\n".encode())
            return 2
        self.process.folder = _files.absolute(path)

    def do_export(self, args, io):
        for each in args[1:]:
            name, equals, value = each.partition("=")
            if equals:
                self.variables[name] = value

    def do_unset(self, args, io):
        for each in args[1:]:
            self.variables.pop(each, None)

    def do_set(self, args, io):
        return 0

    do_trap = do_set

    def do_shift(self, args, io):
        del self.args[:1]

    def do_wait(self, args, io):
        for child in self.background:
            if len(args) < 2 or str(child.pid) in args:
                yield child
        return self.background[-1].returncode if self.background and len(args) > 1 else 0

    def do_read(self, args, io):
        line = yield from io[0].lines()
        names = [each for each in args[1:] if not each.startswith("-")] or ["REPLY"]
        words = line.decode("utf-8", "replace").split(None, len(names) - 1)
        for n, name in enumerate(names):
            self.variables[name] = words[n].rstrip("\n") if n < len(words) else ""
        return 0 if line else 1

    # ---- words to texts

    def words(self, words, io, splits=True):
        made = []
        for word in words:
            texts = yield from self.word(word, io, splits)
            made.extend(texts)
        return made

    def word(self, word, io, splits):
        text, quoted = "", False
        pieces = []
        for part, how in word:
            if how == "'":
                text += part
                quoted = True
                continue
            expanded = yield from self.expand(part, io)
            if how == '"' or not splits or expanded == part:
                text += expanded
                quoted = quoted or how == '"'
            else:
                found = expanded.split()
                if len(found) > 1:
                    pieces.append(text + found[0])
                    pieces.extend(found[1:-1])
                    text = found[-1]
                elif found:
                    text += found[0]
        if text or quoted or pieces:
            pieces.append(text)
        if quoted or not splits:
            return pieces
        return [each for piece in pieces for each in self.names(piece)]

    def names(self, text):
        """Braces, and the names of files that fit a pattern."""
        at = text.find("{")
        end = text.find("}", at)
        if 0 <= at < end:
            first, dots, last = text[at + 1:end].partition("..")
            if dots and first.isdigit() and last.isdigit():
                return [f"{text[:at]}{n}{text[end + 1:]}" for n in range(int(first), int(last) + 1)]
            if "," in text[at:end]:
                return [text[:at] + each + text[end + 1:] for each in text[at + 1:end].split(",")]
        if "*" in text or "?" in text:
            from fnmatch import fnmatchcase

            folder, slash, pattern = text.rpartition("/")
            try:
                found = sorted(_files.children(self.place(folder or ("/" if slash else "."))))
            except OSError:
                found = []
            fitting = [folder + slash + name for name in found if fnmatchcase(name, pattern) and name[0] != "."]
            return fitting or [text]
        return [text]

    def simple_variables(self, text):
        steps = self.expand(text, None)
        try:
            steps.send(None)
        except StopIteration as end:
            return end.value
        return text

    def expand(self, text, io):
        """Variables, arithmetic and the output of commands."""
        made = ""
        at = 0
        while at < len(text):
            each = text[at]
            if text.startswith("$((", at):
                end = _closing(text, at)
                made += str(self.arithmetic(text[at + 3:end - 2]))
                at = end
            elif text.startswith("$(", at) or each == "`":
                end = _closing(text, at)
                line = text[at + 1:end - 1] if each == "`" else text[at + 2:end - 1]
                reader, writer = pipe()
                child = self.child(parse(line), (io[0], sink_of_end(writer), io[2]))
                output = yield from Stream(reader).all()
                yield child
                made += output.decode("utf-8", "replace").rstrip("\n")
                at = end
            elif each == "$" and at + 1 < len(text):
                value, at = self.variable(text, at + 1)
                made += value
            else:
                made += each
                at += 1
        return made

    def variable(self, text, at):
        if text[at] == "{":
            end = text.index("}", at)
            name, colon, default = text[at + 1:end].partition(":-")
            return self.value(name) or default, end + 1
        if text[at] in "?#$!@*0123456789":
            return self.value(text[at]), at + 1
        end = at
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        return (self.value(text[at:end]) if end > at else "$"), end

    def value(self, name):
        if name.isdigit():
            number = int(name)
            return self.name if number == 0 else self.args[number - 1] if number <= len(self.args) else ""
        special = {"?": str(self.status), "$": str(self.process.pid), "!": str(self.background[-1].pid if self.background else ""),
                   "#": str(len(self.args)), "@": " ".join(self.args), "*": " ".join(self.args),
                   "RANDOM": str(self.process.pid * 7919 % 32768)}
        return special[name] if name in special else self.variables.get(name, "")

    def arithmetic(self, text):
        for name in sorted({"".join(each) for each in _names_in(text)}, key=len, reverse=True):
            text = text.replace("$" + name, name).replace(name, self.value(name) or "0")
        if set(text) - set("0123456789+-*/%() <>=!&|"):
            return 0
        return int(eval(text.replace("/", "//"), {"__builtins__": {}}))


def _names_in(text):
    name = ""
    for each in text + " ":
        if each.isalpha() or each == "_" or name and each.isdigit():
            name += each
        elif name:
            yield name
            name = ""


def _reason(problem):
    return {2: "No such file", 13: "Permission denied", 21: "Is a directory"}.get(problem.errno, problem.strerror)


def parse(line):
    parser = Parser(split(line))
    made = parser.sequence()
    if parser.peek() is not None:
        raise SyntaxProblem(f'"{parser.keyword() or parser.peek()}" unexpected')
    return made


def run(process, line, args=(), name="/bin/sh"):
    """The program of `sh -c line`."""
    line, documents = _take_documents(line)
    try:
        part = parse(line)
    except (SyntaxProblem, ValueError, IndexError) as problem:
        process.err.write(f"{name}: 1: Syntax error: {problem}\n".encode())
        return 2
    shell = Shell(process, args=args, name=name)
    shell.documents = documents
    try:
        return (yield from shell.run(part, (process.stdin, process.out, process.err)))
    except Exit as end:
        return end.args[0]
