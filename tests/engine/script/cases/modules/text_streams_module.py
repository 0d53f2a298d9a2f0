# Streams in memory, and the standard ones.
import io
import sys


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (io.StringIO().getvalue(), io.StringIO("abc").read(), io.StringIO("a\nb\nc").readlines(), list(io.StringIO("a\nb"))))  #=> ('', 'abc', ['a\n', 'b\n', 'c'], ['a\n', 'b'])
show(lambda: (io.StringIO("abc").read(2), io.StringIO("a\nb").readline(), io.StringIO("abc").readline(2), io.StringIO("ab").readable(), io.StringIO().tell()))  #=> ('ab', 'a\n', 'ab', True, 0)
show(lambda: io.StringIO(3))  #=> TypeError initial_value must be str or None, not int
show(lambda: io.StringIO().write(3))  #=> TypeError string argument expected, got 'int'
show(lambda: io.StringIO().write(b"a"))  #=> TypeError string argument expected, got 'bytes'
show(lambda: io.StringIO("ab").seek(-1))  #=> ValueError Negative seek position -1
show(lambda: io.StringIO("ab").seek(1, 1))  #=> OSError Can't do nonzero cur-relative seeks
show(lambda: io.StringIO("ab").seek(0, 2))  #=> 2
show(lambda: io.StringIO("ab").seek(0, 5))  #=> ValueError Invalid whence (5, should be 0, 1 or 2)
show(lambda: io.StringIO("a", newline="x"))  #=> ValueError illegal newline value: 'x'
show(lambda: io.StringIO().fileno())  #=> UnsupportedOperation fileno
show(lambda: (io.BytesIO(b"abc").read(), io.BytesIO(b"a\nb").readlines(), io.BytesIO(b"abc").read(2), io.BytesIO(b"abc").getvalue(), io.BytesIO(b"ab\ncd").readline()))  #=> (b'abc', [b'a\n', b'b'], b'ab', b'abc', b'ab\n')
show(lambda: io.BytesIO("a"))  #=> TypeError a bytes-like object is required, not 'str'
show(lambda: io.BytesIO().write("a"))  #=> TypeError a bytes-like object is required, not 'str'
show(lambda: io.BytesIO(b"ab").seek(-1))  #=> ValueError negative seek value -1
show(lambda: io.BytesIO(b"abc").seek(-1, 2))  #=> 2
show(lambda: (issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), issubclass(io.StringIO, io.TextIOBase), isinstance(sys.stdout, io.TextIOWrapper)))  #=> (True, True, True, True)
show(lambda: (io.SEEK_SET, io.SEEK_END, io.DEFAULT_BUFFER_SIZE))  #=> (0, 2, 8192)
show(lambda: (sys.stdout.write("") , sys.stdout.isatty(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.stdout.mode, sys.stdout.encoding, sys.stderr.errors))  #=> (0, False, 1, 2, '<stdout>', '<stderr>', '<stdin>', 'w', 'utf-8', 'backslashreplace')
show(lambda: sys.stdout.write(3))  #=> TypeError write() argument must be str, not int
show(lambda: sys.stdout.write(b""))  #=> TypeError write() argument must be str, not bytes
show(lambda: sys.stdout.read())  #=> UnsupportedOperation not readable
show(lambda: (sys.stdout.closed, sys.stdout.writable(), sys.stdout.readable(), sys.stdin.read(), sys.stdin.readline(), sys.stdin.readlines(), list(sys.stdin)))  #=> (False, True, False, '', '', [], [])
show(lambda: sys.stdout.nothing)  #=> AttributeError '_io.TextIOWrapper' object has no attribute 'nothing'

stream = io.StringIO()
print("to a stream", file=stream)
print(1, 2, sep="-", end="!", file=stream)
stream.writelines(["a", "b"])
print(repr(stream.getvalue()), stream.tell())  #=> 'to a stream\n1-2!ab' 18
stream.seek(3)
stream.write("XYZ")
print(repr(stream.getvalue()), stream.tell(), repr(stream.read(4)))  #=> 'to XYZtream\n1-2!ab' 6 'trea'
stream.truncate(5)
print(repr(stream.getvalue()))  #=> 'to XY'
stream.close()
try:
    stream.write("a")
except ValueError as e:
    print(e, stream.closed)  #=> I/O operation on closed file True
with io.StringIO("x") as stream:
    print(stream.read())  #=> x
data = io.BytesIO()
data.write(b"abc")
data.seek(5)
data.write(b"d")
print(data.getvalue(), data.tell(), data.truncate(2), data.getvalue())  #=> b'abc\x00\x00d' 6 2 b'ab'
text = io.TextIOWrapper(io.BytesIO(b"a\r\nb\xc3\xa9"), encoding="utf-8")
print(text.readlines(), text.encoding)  #=> ['a\n', 'bé'] utf-8
buffer = io.BytesIO()
text = io.TextIOWrapper(buffer, encoding="latin-1", newline="\r\n")
text.write("é\n")
text.flush()
print(buffer.getvalue())  #=> b'\xe9\r\n'


class Shout:
    def write(self, text):
        sys.__stdout__.write(text.upper())

    def flush(self):
        pass


sys.stdout = Shout()
print("loud")  #=> LOUD
sys.stdout = sys.__stdout__
print("quiet")  #=> quiet
catch = io.StringIO()
sys.stdout, kept = catch, sys.stdout
print("caught", flush=True)
sys.stdout = kept
print(repr(catch.getvalue()))  #=> 'caught\n'
sys.stdout.writelines(["one line\n"])  #=> one line
sys.stdout.flush()
