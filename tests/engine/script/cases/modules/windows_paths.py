# Paths of Windows, which need no Windows.
import pickle
from pathlib import PurePosixPath, PureWindowsPath, WindowsPath


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: [PureWindowsPath(*a) for a in (('c:/a', '/b'), ('c:/a', 'c:b'), ('c:/a', 'd:b'), ('//h/s/f', 'x'), ('//h/s', '/y'), ('a', ''))])  #=> [PureWindowsPath('c:/b'), PureWindowsPath('c:b'), PureWindowsPath('d:b'), PureWindowsPath('//h/s/f/x'), PureWindowsPath('//h/s/y'), PureWindowsPath('a')]
show(lambda: [PureWindowsPath('c:/a') / b for b in ('/b', 'c:b', 'D:b', 'x\\y', '..', PureWindowsPath('q'))])  #=> [PureWindowsPath('c:/b'), PureWindowsPath('c:/a/b'), PureWindowsPath('D:b'), PureWindowsPath('c:/a/x/y'), PureWindowsPath('c:/a/..'), PureWindowsPath('c:/a/q')]
show(lambda: [(p.drive, p.root, p.parts) for p in map(PureWindowsPath, ('c:', 'c:/', 'c:a', '//h', '//h/s', '//h/s/a', '///a', '\\\\?\\c:\\a', '\\\\?\\UNC\\h\\s\\a'))])  #=> [('c:', '', ('c:',)), ('c:', '\\', ('c:\\',)), ('c:', '', ('c:', 'a')), ('', '\\', ('\\', 'h')), ('\\\\h\\s', '\\', ('\\\\h\\s\\',)), ('\\\\h\\s', '\\', ('\\\\h\\s\\', 'a')), ('', '\\', ('\\', 'a')), ('\\\\?\\c:', '\\', ('\\\\?\\c:\\', 'a')), ('\\\\?\\UNC\\h\\s', '\\', ('\\\\?\\UNC\\h\\s\\', 'a'))]
show(lambda: (str(PureWindowsPath('c:/a/./b//c')), PureWindowsPath('c:\\a').as_posix(), bytes(PureWindowsPath('a/b'))))  #=> ('c:\\a\\b\\c', 'c:/a', b'a\\b')
show(lambda: (PureWindowsPath('A') == PureWindowsPath('a'), hash(PureWindowsPath('A')) == hash(PureWindowsPath('a')), PureWindowsPath('C:') < PureWindowsPath('d:'), PureWindowsPath('a') == PurePosixPath('a')))  #=> (True, True, True, False)
show(lambda: PureWindowsPath('a') < PurePosixPath('a'))  #=> TypeError '<' not supported between instances of 'PureWindowsPath' and 'PurePosixPath'
show(lambda: [PureWindowsPath(a).as_uri() for a in ('c:/a b', '//h/s/ä')])  #=> ['file:///c:/a%20b', 'file://h/s/%C3%A4']
show(lambda: PureWindowsPath('c:a').as_uri())  #=> ValueError relative path can't be expressed as a file URI
show(lambda: [PureWindowsPath(a).is_reserved() for a in ('nul', 'a/CON.txt', 'com1 ', 'com10', '//h/s/nul', '')])  #=> [True, True, True, False, False, False]
show(lambda: [PureWindowsPath(a).is_absolute() for a in ('c:/a', '/a', 'c:a', '//h/s')])  #=> [True, False, False, True]
show(lambda: [(p.name, p.stem, p.suffix, p.parent) for p in map(PureWindowsPath, ('c:/a.tar.gz', 'c:/', '//h/s'))])  #=> [('a.tar.gz', 'a.tar', '.gz', PureWindowsPath('c:/')), ('', '', '', PureWindowsPath('c:/')), ('', '', '', PureWindowsPath('//h/s/'))]
show(lambda: (PureWindowsPath('c:/a/b').relative_to('C:/A'), PureWindowsPath('c:/a').relative_to('c:')))  #=> (PureWindowsPath('b'), PureWindowsPath('/a'))
show(lambda: PureWindowsPath('c:/a').relative_to('d:/'))  #=> ValueError 'c:\\a' is not in the subpath of 'd:\\' OR one path is relative and the other is absolute.
show(lambda: PureWindowsPath('c:/').with_name('x'))  #=> ValueError PureWindowsPath('c:/') has an empty name
show(lambda: PureWindowsPath('c:/a').with_name('d:b'))  #=> ValueError Invalid name 'd:b'
show(lambda: [PureWindowsPath('c:/A/b.PY').match(a) for a in ('*.py', 'a/*', 'C:/*', 'c:/a/*', 'd:*.py')])  #=> [True, True, False, True, False]
show(lambda: PurePosixPath(PureWindowsPath('c:/a/b')))  #=> PurePosixPath('c:\\/a/b')
show(lambda: WindowsPath('a'))  #=> NotImplementedError cannot instantiate 'WindowsPath' on your system
show(lambda: pickle.loads(pickle.dumps(PureWindowsPath('c:/a'))))  #=> PureWindowsPath('c:/a')
show(lambda: PurePosixPath('a').relative_to('/a'))  #=> ValueError 'a' is not in the subpath of '/a' OR one path is relative and the other is absolute.
show(lambda: PurePosixPath('/a').relative_to('.'))  #=> ValueError '/a' is not in the subpath of '' OR one path is relative and the other is absolute.
show(lambda: PurePosixPath(b'a'))  #=> TypeError argument should be a str object or an os.PathLike object returning str, not <class 'bytes'>
show(lambda: [PurePosixPath(a).match(b) for a, b in (('/a/b.py', '/*/*.py'), ('a', '/a'), ('//a', '/a'))])  #=> [True, False, False]
show(lambda: PurePosixPath('a').match(''))  #=> ValueError empty pattern


class Counted(type(PurePosixPath())):
    def __init__(self, *args):
        self.count = len(args)


print(Counted("a", "b").count, repr(Counted("a") / "b"), type(Counted("a").parent), hasattr(Counted("a").parent, "count"))  #=> 2 Counted('a/b') <class '__main__.Counted'> False
