# Paths as text and as objects.
import os
import os.path
from pathlib import Path, PurePath, PurePosixPath


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (os.path.join("a", "b", "/c", "d"), os.path.join("a/", "b"), os.path.split("/a/b"), os.path.splitext("a.tar.gz"), os.path.splitext(".hid"), os.path.basename("/a/b/"), os.path.dirname("/a/b")))  #=> ('/c/d', 'a/b', ('/a', 'b'), ('a.tar', '.gz'), ('.hid', ''), '', '/a')
show(lambda: (os.path.normpath("/a/./b/../c//d"), os.path.normpath(""), os.path.isabs("/a"), os.path.relpath("/a/b", "/a/c"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["/usr/lib", "/usr/local"])))  #=> ('/a/c/d', '.', True, '../b', '/a', '/usr/l')
show(lambda: os.path.join("a", b"b"))  #=> TypeError Can't mix strings and bytes in path components
show(lambda: os.path.commonpath([]))  #=> ValueError commonpath() arg is an empty sequence
show(lambda: (os.sep, os.linesep, os.name, os.curdir, os.pardir, os.pathsep, os.path.sep, os.devnull))  #=> ('/', '\n', 'posix', '.', '..', ':', '/', '/dev/null')
show(lambda: (os.fspath("a"), os.fspath(PurePosixPath("a")), os.fsencode("é"), os.fsdecode(b"a"), isinstance(PurePosixPath("a"), os.PathLike)))  #=> ('a', 'a', b'\xc3\xa9', 'a', True)
show(lambda: os.fspath(3))  #=> TypeError expected str, bytes or os.PathLike object, not int
show(lambda: (os.getenv("NOT_THERE"), os.getenv("NOT_THERE", "x"), os.environ.get("NOT_THERE", "y"), "NOT_THERE" in os.environ))  #=> (None, 'x', 'y', False)
show(lambda: os.environ["NOT_THERE"])  #=> KeyError 'NOT_THERE'
show(lambda: (PurePosixPath("/a/b.tar.gz").name, PurePosixPath("/a/b.tar.gz").stem, PurePosixPath("/a/b.tar.gz").suffix, PurePosixPath("/a/b.tar.gz").suffixes, PurePosixPath("/a/b").parent, PurePosixPath("/a/b").parts))  #=> ('b.tar.gz', 'b.tar', '.gz', ['.tar', '.gz'], PurePosixPath('/a'), ('/', 'a', 'b'))
show(lambda: (PurePosixPath("a") / "b" / "../c", PurePosixPath("a", "b"), "x" / PurePosixPath("y"), PurePosixPath("a//b/./c"), PurePosixPath(""), str(PurePosixPath("."))))  #=> (PurePosixPath('a/b/../c'), PurePosixPath('a/b'), PurePosixPath('x/y'), PurePosixPath('a/b/c'), PurePosixPath('.'), '.')
show(lambda: (PurePosixPath("/a/b/c").relative_to("/a"), PurePosixPath("/a/b").is_relative_to("/a"), PurePosixPath("a.txt").with_suffix(".py"), PurePosixPath("a/b").with_name("c"), list(PurePosixPath("/a/b/c").parents)))  #=> (PurePosixPath('b/c'), True, PurePosixPath('a.py'), PurePosixPath('a/c'), [PurePosixPath('/a/b'), PurePosixPath('/a'), PurePosixPath('/')])
show(lambda: (PurePosixPath("a/b.py").match("*.py"), PurePosixPath("a") == PurePosixPath("./a"), PurePosixPath("a") < PurePosixPath("b"), PurePosixPath("/a").is_absolute(), PurePath("a"), Path("x")))  #=> (True, True, True, True, PurePosixPath('a'), PosixPath('x'))
show(lambda: PurePosixPath("a").relative_to("b"))  #=> ValueError 'a' is not in the subpath of 'b' OR one path is relative and the other is absolute.
show(lambda: PurePosixPath("a").with_suffix("b"))  #=> ValueError Invalid suffix 'b'
show(lambda: PurePosixPath(3))  #=> TypeError expected str, bytes or os.PathLike object, not int
show(lambda: PurePosixPath("a") / 3)  #=> TypeError unsupported operand type(s) for /: 'PurePosixPath' and 'int'

os.environ["MINE"] = "1"
print(os.environ["MINE"], os.getenv("MINE"), "MINE" in os.environ)  #=> 1 1 True
del os.environ["MINE"]
print(os.environ.get("MINE"), len(os.urandom(5)), os.cpu_count() > 0)  #=> None 5 True
try:
    os.environ["A"] = 3
except TypeError as e:
    print(e)  #=> str expected, not int
print(isinstance(Path("."), os.PathLike), Path("a/b").exists(), Path("nowhere").is_file())  #=> True False False
