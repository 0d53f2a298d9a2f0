"""Texts in lines of a given width."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_letter(c):
    return c.isidentifier()


def _is_word_punct(c):
    return c.isalnum() or c in "_!\"'&.,?"


def _dashes_at(text, at):
    """Where two or more dashes that begin at `at` and lead to a word end; 0 if there are none."""
    end = at
    while text[end:end + 1] == "-":
        end += 1
    return end if end - at >= 2 and (text[end:end + 1].isalnum() or text[end:end + 1] == "_") else 0


def _breaks_after_hyphen(text, at):
    """Whether a line may end behind the hyphen at `at`: inside a word of letters."""
    before = text[max(at - 3, 0):at]
    two_letters = len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2])
    one_of_several = len(before) == 3 and _is_letter(before[-1]) and before[-2] == "-" and _is_letter(before[-3])
    after = text[at + 1:at + 4]
    if len(after) < 2 or not _is_letter(after[0]) or not (two_letters or one_of_several):
        return False
    return _is_letter(after[1]) or after[1] == "-" and len(after) == 3 and _is_letter(after[2])


def _word_end(text, at):
    if at > 0 and _is_word_punct(text[at - 1]):
        end = _dashes_at(text, at)
        if end:
            return end
    end = at
    while end < len(text) and text[end] not in _WHITESPACE:
        if end > at and _is_word_punct(text[end - 1]) and _dashes_at(text, end):
            return end
        if text[end] == "-" and _breaks_after_hyphen(text, end):
            return end + 1
        end += 1
    return end


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _WHITESPACE:
                text = text.replace(c, " ")
        return text

    def _split(self, text):
        chunks = []
        at = 0
        while at < len(text):
            end = at
            while end < len(text) and text[end] in _WHITESPACE:
                end += 1
            if end == at:
                if self.break_on_hyphens:
                    end = _word_end(text, at)
                else:
                    while end < len(text) and text[end] not in _WHITESPACE:
                        end += 1
            chunks.append(text[at:end])
            at = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            word = chunks[i].rstrip("\"'")
            ends = len(word) >= 2 and word[-1] in ".!?" and word[-2] in "abcdefghijklmnopqrstuvwxyz" \
                and len(chunks[i]) - len(word) <= 1
            if chunks[i + 1] == " " and ends:
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, chunks, line, used, width):
        space = max(width - used, 0) if width >= 1 else 1
        if self.break_long_words:
            chunk = chunks[-1]
            end = space = space if width >= 1 else 1
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks = chunks[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            line = []
            used = 0
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                used -= len(line.pop())
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_last and used <= width:
                lines.append(indent + "".join(line))
            else:
                self._end_early(lines, line, used, width, indent)
                break
        return lines

    def _end_early(self, lines, line, used, width, indent):
        """The last line that is allowed: what fits, and the placeholder."""
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            used -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the white space that all its lines begin with."""
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = own
        else:
            same = 0
            while same < min(len(margin), len(own)) and margin[same] == own[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
