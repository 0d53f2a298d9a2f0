# \N{...}: the characters of modern texts, of mathematics and of messages by their names.
for text in [
    "\N{BULLET} \N{bullet} \N{Greek Small Letter Alpha}",
    "\N{LATIN SMALL LETTER E WITH ACUTE}\N{EM DASH}\N{RIGHTWARDS ARROW}\N{SNOWMAN}\N{ROCKET}\N{CHECK MARK}",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{HEAVY CHECK MARK}\N{WHITE HEAVY CHECK MARK}\N{GRINNING FACE}\N{EURO SIGN}",
    "\N{SPACE}\N{DIGIT ZERO}\N{TILDE}\N{NO-BREAK SPACE}\N{LINE FEED}\N{ESC}\N{ZWJ}\N{BOM}",
    "\N{CJK UNIFIED IDEOGRAPH-4E2D}\N{KATAKANA LETTER A}\N{MATHEMATICAL BOLD CAPITAL A}\N{REPLACEMENT CHARACTER}",
    f"{1 + 1}\N{DEGREE SIGN}{{}}\N{MICRO SIGN}",
    r"\N{BULLET}",
]:
    print(ascii(text))
print(b"\N{BULLET}")
for source in [r"'\N{NO SUCH NAME}'", r"'ab\N{BULLE}'", r"'\N{}'", r"'\N'", r"'\N{BULLET'", r"f'\N{SNOWMA}'"]:
    try:
        eval(source)
    except SyntaxError as error:
        print(error.msg)
#=> '\u2022 \u2022 \u03b1'
#=> '\xe9\u2014\u2192\u2603\U0001f680\u2713'
#=> '\u2500\u2714\u2705\U0001f600\u20ac'
#=> ' 0~\xa0\n\x1b\u200d\ufeff'
#=> '\u4e2d\u30a2\U0001d400\ufffd'
#=> '2\xb0{}\xb5'
#=> '\\N{BULLET}'
#=> b'\\N{BULLET}'
#=> (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
#=> (unicode error) 'unicodeescape' codec can't decode bytes in position 2-10: unknown Unicode character name
#=> (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
#=> (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
#=> (unicode error) 'unicodeescape' codec can't decode bytes in position 0-8: malformed \N character escape
#=> (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: unknown Unicode character name
