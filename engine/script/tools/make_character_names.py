"""Writes src/syntax/character_names_data.cpp from the character data of the Python that runs this, which must be 3.11.

    python3.11 tools/make_character_names.py > src/syntax/character_names_data.cpp

The names of the characters that texts in modern languages, mathematics and messages use; ancient scripts and the
ideographs are left out. A name is written as its words, each two characters that count through the list of words.
"""
import sys
import unicodedata

RANGES = [(0x20, 0x3100), (0xA640, 0xA800), (0xFB00, 0xFB10), (0xFE00, 0x10000), (0x1D400, 0x1D800),
          (0x1F000, 0x1FB00)]
# Names that the standard gives besides: those that unicodedata.lookup() knows.
FURTHER = ["NULL", "NUL", "ALERT", "BEL", "BACKSPACE", "BS", "CHARACTER TABULATION", "HORIZONTAL TABULATION", "TAB", "HT",
           "LINE FEED", "LF", "NEW LINE", "NL", "END OF LINE", "EOL", "LINE TABULATION", "VERTICAL TABULATION", "VT",
           "FORM FEED", "FF", "CARRIAGE RETURN", "CR", "ESCAPE", "ESC", "DELETE", "DEL", "NEXT LINE", "NEL", "NBSP",
           "SHY", "ZWSP", "ZWNJ", "ZWJ", "LRM", "RLM", "LRE", "RLE", "PDF", "LRO", "RLO", "NNBSP", "MMSP", "WJ", "BOM",
           "ZWNBSP", "BYTE ORDER MARK", "CGJ", "LATIN CAPITAL LETTER GHA", "LATIN SMALL LETTER GHA",
           "WEIERSTRASS ELLIPTIC FUNCTION", "MICR ON US SYMBOL", "MICR DASH SYMBOL"]
DIGITS = [chr(c) for c in range(0x23, 0x7F) if chr(c) not in '\\"?']


def wrapped(text, width=110):
    for at in range(0, len(text), width):
        yield '    "' + text[at:at + width] + '"'


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("needs Python 3.11")
    names = [(code, unicodedata.name(chr(code))) for first, end in RANGES for code in range(first, end)
             if unicodedata.name(chr(code), None)]
    names = [(code, name) for code, name in names if not name.startswith("CJK COMPATIBILITY IDEOGRAPH")]
    names += [(ord(unicodedata.lookup(name)), name) for name in FURTHER]
    known = {word for _, name in names for word in name.split(" ")}
    counts = {word: 0 for word in sorted(known)}
    for _, name in names:
        for word in name.split(" "):
            counts[word] += 1
    words = sorted(counts, key=lambda word: (-counts[word], word))
    assert len(words) <= len(DIGITS) ** 2
    token = {word: DIGITS[i // len(DIGITS)] + DIGITS[i % len(DIGITS)] for i, word in enumerate(words)}
    text, expected = [], None
    for code, name in names:
        if code != expected:
            text.append(f"!{code:X}!")
        text.append("".join(token[word] for word in name.split(" ")) + " ")
        expected = code + 1
    others = {unicodedata.name(chr(code), "").split(" ")[0] for code in range(0x110000)} - known - {""}
    print('// Written by tools/make_character_names.py; not to be edited.\n#include "character_names.h"\n')
    print("// Longer than compilers need to take; those that build Loopline do.")
    print('#pragma GCC diagnostic ignored "-Woverlength-strings"\n')
    print("namespace loopline::script::names_of_characters {\n")
    for name, content in [("words", " ".join(words)), ("names", "".join(text)), ("digits", "".join(DIGITS)),
                          ("left_out", " ".join(sorted(other for other in others if "-" not in other)))]:
        print(f"const std::string_view {name} =")
        print("\n".join(wrapped(content)) + ";\n")
    print("}  // namespace loopline::script::names_of_characters")


main()
