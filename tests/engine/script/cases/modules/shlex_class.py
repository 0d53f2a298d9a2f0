# Tokens as shlex reads them.
import io
import os
import shlex


def tokens(text, split=False, **kwargs):
    lexer = shlex.shlex(text, **kwargs)
    lexer.whitespace_split = split
    try:
        return list(lexer)
    except ValueError as error:
        return str(error)


text = "a && b; c && d || e; f >'abc'; (def \"ghi\")"
print(tokens(text))  #=> ['a', '&', '&', 'b', ';', 'c', '&', '&', 'd', '|', '|', 'e', ';', 'f', '>', "'abc'", ';', '(', 'def', '"ghi"', ')']
print(tokens(text, punctuation_chars=True))  #=> ['a', '&&', 'b', ';', 'c', '&&', 'd', '||', 'e', ';', 'f', '>', "'abc'", ';', '(', 'def', '"ghi"', ')']
print(tokens(text, split=True, punctuation_chars=True, posix=True))  #=> ['a', '&&', 'b', ';', 'c', '&&', 'd', '||', 'e', ';', 'f', '>', 'abc', ';', '(', 'def', 'ghi', ')']
print(tokens("~/a && b-c --color=auto || d *.py?", punctuation_chars=True))  #=> ['~/a', '&&', 'b-c', '--color=auto', '||', 'd', '*.py?']
print(tokens("a && b || c", punctuation_chars="|"))  #=> ['a', '&', '&', 'b', '||', 'c']
print(tokens("a='x y'# comment\n\"b\\\"c\" \\d"), tokens("a='x y'# comment\n\"b\\\"c\" \\d", posix=True))  #=> ['a', '=', "'x y'", '"b\\"', 'c"', '\\', 'd'] ['a', '=', 'x y', 'b"c', 'd']
print(tokens("'open", posix=True), tokens("end\\", posix=True), tokens('"end\\', posix=True))  #=> No closing quotation No escaped character No escaped character
print(shlex.split("a 'b c' # d"), shlex.split("a 'b c' # d", comments=True), shlex.split("a'b' #c", True, False))  #=> ['a', 'b c', '#', 'd'] ['a', 'b c'] ["a'b'"]
lexer = shlex.shlex("one two\nthree", infile="conf")
print(lexer.get_token(), lexer.lineno, lexer.error_leader(), lexer.eof == "", lexer.punctuation_chars == "")  #=> one 1 "conf", line 1:  True True
lexer.push_token("again")
lexer.push_source(io.StringIO("inner words"), "other")
print(lexer.get_token(), lexer.get_token(), lexer.infile, lexer.get_token(), lexer.get_token(), lexer.infile)  #=> again inner other words two conf
lexer.wordchars += "."
lexer.push_source("x.y z")
print(list(lexer), shlex.shlex("x", posix=True).eof)  #=> ['x.y', 'z', 'three'] None
with open("shlex_part.txt", "w") as file:
    file.write("from the file")

lexer = shlex.shlex("before include 'shlex_part.txt' after", posix=True)
lexer.source = "include"
print(list(lexer))  #=> ['before', 'from', 'the', 'file', 'after']
os.remove("shlex_part.txt")
