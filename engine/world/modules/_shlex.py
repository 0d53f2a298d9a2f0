"""The tokens of a text as a shell has them."""

import io
import os
import sys
from collections import deque

_LETTERS = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LATIN = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"


class shlex:
    """Reads tokens one by one. What is of a word, what quotes, escapes or parts words are attributes to be set.

    state is None at the end of the text, " " between tokens, "a" in a word, "c" among punctuation_chars, or the quote or
    the escape that was read last.
    """

    __module__ = "shlex"

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = io.StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = _LETTERS + (_LATIN if posix else "")
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars or ""
        if punctuation_chars:
            # Characters that were read too far.
            self._pushback_chars = deque()
            # Of names of files, of patterns and options.
            self.wordchars += "~-./*?="
            self.wordchars = "".join([c for c in self.wordchars if c not in self._punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    # ---- streams

    def push_token(self, tok):
        """Has get_token give this token next."""
        if self.debug >= 1:
            print("shlex: pushing token " + repr(tok))
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads another stream first, then goes on with this one."""
        if isinstance(newstream, str):
            newstream = io.StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = newstream
        self.lineno = 1
        if self.debug:
            print(f"shlex: pushing to file {newfile}" if newfile is not None else f"shlex: pushing to stream {newstream}")

    def pop_source(self):
        """Goes on with the stream that was read before this one."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        if self.debug:
            print(f"shlex: popping to {self.instream}, line {self.lineno}")
        self.state = " "

    def sourcehook(self, newfile):
        """The name and the stream of a file that the text asks to be read; a name is relative to the file it is in."""
        if newfile[:1] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """What stands before a message on the line that is being read."""
        infile = self.infile if infile is None else infile
        lineno = self.lineno if lineno is None else lineno
        return f'"{infile}", line {lineno}: '

    # ---- tokens

    def get_token(self):
        """The next token, eof at the end; files that the text asks for are read in the place of the request."""
        if self.pushback:
            token = self.pushback.popleft()
            if self.debug >= 1:
                print("shlex: popping token " + repr(token))
            return token
        raw = self.read_token()
        if self.source is not None:
            while raw == self.source:
                spec = self.sourcehook(self.read_token())
                if spec:
                    self.push_source(spec[1], spec[0])
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        if self.debug >= 1:
            print("shlex: token=" + repr(raw) if raw != self.eof else "shlex: token=EOF")
        return raw

    def read_token(self):
        """The next token of this stream alone."""
        self._quoted = False
        self._before_escape = " "
        while True:
            if self._punctuation_chars and self._pushback_chars:
                char = self._pushback_chars.pop()
            else:
                char = self.instream.read(1)
            if char == "\n":
                self.lineno += 1
            if self.debug >= 3:
                print(f"shlex: in state {self.state!r} I see character: {char!r}")
            if self.state is None:
                self.token = ""
                break
            if self._take(char):
                break
        token, self.token = self.token, ""
        if self.posix and not self._quoted and token == "":
            token = None
        if self.debug > 1:
            print("shlex: raw token=" + repr(token) if token else "shlex: raw token=EOF")
        return token

    def _take(self, char):
        """Takes a character; whether the token is complete."""
        state = self.state
        if state == " ":
            return self._take_between(char)
        if state in self.quotes:
            return self._take_quoted(char)
        if state in self.escape:
            return self._take_escaped(char)
        return self._take_of_word(char)

    def _has_token(self):
        return bool(self.token) or self.posix and self._quoted

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _start_escape(self, char, back_to):
        self._before_escape = back_to
        self.state = char

    def _take_between(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            return self._has_token()
        if char in self.commenters:
            self._skip_comment()
        elif self.posix and char in self.escape:
            self._start_escape(char, "a")
        elif char in self.wordchars:
            self.token, self.state = char, "a"
        elif char in self._punctuation_chars:
            self.token, self.state = char, "c"
        elif char in self.quotes:
            if not self.posix:
                self.token = char
            self.state = char
        elif self.whitespace_split:
            self.token, self.state = char, "a"
        else:
            self.token = char
            return True
        return False

    def _take_quoted(self, char):
        self._quoted = True
        if not char:
            raise ValueError("No closing quotation")
        if char == self.state:
            if self.posix:
                self.state = "a"
                return False
            self.token += char
            self.state = " "
            return True
        if self.posix and char in self.escape and self.state in self.escapedquotes:
            self._start_escape(char, self.state)
        else:
            self.token += char
        return False

    def _take_escaped(self, char):
        if not char:
            raise ValueError("No escaped character")
        before = self._before_escape
        # In quotes only the quote and the escape are escaped: before others it stands for itself.
        if before in self.quotes and char != self.state and char != before:
            self.token += self.state
        self.token += char
        self.state = before
        return False

    def _take_of_word(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self.state = " "
            return self._has_token()
        if char in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = " "
                return self._has_token()
        elif self.state == "c":
            if char not in self._punctuation_chars:
                self._pushback_chars.append(char)
                self.state = " "
                return True
            self.token += char
        elif self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self._start_escape(char, "a")
        elif char in self.wordchars or char in self.quotes or \
                self.whitespace_split and char not in self._punctuation_chars:
            self.token += char
        else:
            if self._punctuation_chars:
                self._pushback_chars.append(char)
            else:
                self.pushback.appendleft(char)
            self.state = " "
            return self._has_token()
        return False

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token
