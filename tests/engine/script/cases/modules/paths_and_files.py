# What pathlib, glob and shutil do with files and say of those that are not there.
import glob
import os
import shutil
import tempfile
from pathlib import Path


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


os.chdir(tempfile.mkdtemp())
show(lambda: os.stat(Path('no')))  #=> FileNotFoundError [Errno 2] No such file or directory: 'no'
show(lambda: Path('no').read_text())  #=> FileNotFoundError [Errno 2] No such file or directory: 'no'
show(lambda: list(Path('no').iterdir()))  #=> FileNotFoundError [Errno 2] No such file or directory: 'no'
show(lambda: Path('no/a').write_text('x'))  #=> FileNotFoundError [Errno 2] No such file or directory: 'no/a'
show(lambda: Path('no/a').mkdir())  #=> FileNotFoundError [Errno 2] No such file or directory: 'no/a'
show(lambda: Path('d/e/f').mkdir(parents=True))  #=> None
show(lambda: Path('d').mkdir())  #=> FileExistsError [Errno 17] File exists: 'd'
show(lambda: Path('d').mkdir(exist_ok=True))  #=> None
show(lambda: Path('d').rmdir())  #=> OSError [Errno 39] Directory not empty: 'd'
show(lambda: Path('d').unlink())  #=> IsADirectoryError [Errno 21] Is a directory: 'd'
show(lambda: Path('d').read_text())  #=> IsADirectoryError [Errno 21] Is a directory: 'd'
show(lambda: Path('file').write_text('abc'))  #=> 3
show(lambda: Path('file/x').stat())  #=> NotADirectoryError [Errno 20] Not a directory: 'file/x'
show(lambda: Path('file/x').exists())  #=> False
show(lambda: Path('file/x').open())  #=> NotADirectoryError [Errno 20] Not a directory: 'file/x'
show(lambda: Path('file/x').mkdir(parents=True))  #=> NotADirectoryError [Errno 20] Not a directory: 'file/x'
show(lambda: Path('file').mkdir(exist_ok=True))  #=> FileExistsError [Errno 17] File exists: 'file'
show(lambda: os.makedirs('file/b/c'))  #=> NotADirectoryError [Errno 20] Not a directory: 'file/b'
show(lambda: os.listdir('file'))  #=> NotADirectoryError [Errno 20] Not a directory: 'file'
show(lambda: Path('file').rmdir())  #=> NotADirectoryError [Errno 20] Not a directory: 'file'
show(lambda: Path('file').touch(exist_ok=False))  #=> FileExistsError [Errno 17] File exists: 'file'
show(lambda: Path('q').unlink(missing_ok=True))  #=> None
show(lambda: Path('q').unlink())  #=> FileNotFoundError [Errno 2] No such file or directory: 'q'
show(lambda: Path('file').rename('k'))  #=> PosixPath('k')
show(lambda: (Path('k').samefile('k'), Path('k').samefile('d')))  #=> (True, False)
show(lambda: Path('k').samefile('zz'))  #=> FileNotFoundError [Errno 2] No such file or directory: 'zz'
show(lambda: Path('zz').resolve(strict=True))  #=> FileNotFoundError [Errno 2] No such file or directory: 'zz'
show(lambda: (Path('~').expanduser() == Path.home(), Path('d/~').expanduser()))  #=> (True, PosixPath('d/~'))
show(lambda: Path('~nobody_here/a').expanduser())  #=> RuntimeError Could not determine home directory.
show(lambda: open(Path('k')).name)  #=> 'k'
show(lambda: Path('d').replace('d'))  #=> PosixPath('d')
show(lambda: [Path(each).write_text('') for each in ('d/a.py', 'd/b.txt', 'd/e/c.py', 'd/e/f/g.py', 'd/.hid', 'x.py')])  #=> [0, 0, 0, 0, 0, 0]
show(lambda: sorted(Path('d').glob('*')))  #=> [PosixPath('d/.hid'), PosixPath('d/a.py'), PosixPath('d/b.txt'), PosixPath('d/e')]
show(lambda: sorted(Path().glob('**/*.py')))  #=> [PosixPath('d/a.py'), PosixPath('d/e/c.py'), PosixPath('d/e/f/g.py'), PosixPath('x.py')]
show(lambda: sorted(Path().rglob('*.py')))  #=> [PosixPath('d/a.py'), PosixPath('d/e/c.py'), PosixPath('d/e/f/g.py'), PosixPath('x.py')]
show(lambda: sorted(Path().glob('**')))  #=> [PosixPath('.'), PosixPath('d'), PosixPath('d/e'), PosixPath('d/e/f')]
show(lambda: sorted(Path().glob('*/')))  #=> [PosixPath('d')]
show(lambda: sorted(Path().rglob('e/*')))  #=> [PosixPath('d/e/c.py'), PosixPath('d/e/f')]
show(lambda: list(Path().glob('/a')))  #=> NotImplementedError Non-relative patterns are unsupported
show(lambda: list(Path().glob('a**')))  #=> ValueError Invalid pattern: '**' can only be an entire path component
show(lambda: list(Path().glob('')))  #=> ValueError Unacceptable pattern: ''
show(lambda: list(Path('zz').glob('*')))  #=> []
show(lambda: sorted(glob.glob('*')))  #=> ['d', 'k', 'x.py']
show(lambda: (glob.glob('./'), sorted(glob.glob('./*'))))  #=> (['./'], ['./d', './k', './x.py'])
show(lambda: (sorted(glob.glob('*/')), sorted(glob.glob('d/*/'))))  #=> (['d/'], ['d/e/'])
show(lambda: sorted(glob.glob('**', recursive=True)))  #=> ['d', 'd/a.py', 'd/b.txt', 'd/e', 'd/e/c.py', 'd/e/f', 'd/e/f/g.py', 'k', 'x.py']
show(lambda: (sorted(glob.glob('d/**/*.py', recursive=True)), glob.glob('d/**/*.py')))  #=> (['d/a.py', 'd/e/c.py', 'd/e/f/g.py'], ['d/e/c.py'])
show(lambda: (sorted(glob.glob('d/*', include_hidden=True)), glob.glob('d/.h*')))  #=> (['d/.hid', 'd/a.py', 'd/b.txt', 'd/e'], ['d/.hid'])
show(lambda: sorted(glob.glob('**/f', root_dir='d', recursive=True)))  #=> ['e/f']
show(lambda: (glob.glob('nope'), glob.glob('k'), glob.glob('d/../k'), glob.glob('')))  #=> ([], ['k'], ['d/../k'], [])
show(lambda: (sorted(glob.glob(b'*')), glob.escape('a[b]*'), glob.has_magic('a*')))  #=> ([b'd', b'k', b'x.py'], 'a[[]b][*]', True)
show(lambda: shutil.copy('nope', 'a'))  #=> FileNotFoundError [Errno 2] No such file or directory: 'nope'
show(lambda: shutil.copyfile('k', 'k'))  #=> SameFileError 'k' and 'k' are the same file
show(lambda: shutil.copy(Path('k'), 'd'))  #=> 'd/k'
show(lambda: shutil.move('nope', 'b'))  #=> FileNotFoundError [Errno 2] No such file or directory: 'nope'
show(lambda: shutil.copytree('d', 'y', ignore=shutil.ignore_patterns('*.py')))  #=> 'y'
show(lambda: sorted(os.listdir('y')))  #=> ['.hid', 'b.txt', 'e', 'k']
show(lambda: shutil.copytree('d', 'y'))  #=> FileExistsError [Errno 17] File exists: 'y'
show(lambda: shutil.move('k', 'd'))  #=> Error Destination path 'd/k' already exists
show(lambda: shutil.move('d', 'd/e'))  #=> Error Cannot move a directory 'd' into itself 'd/e'.
show(lambda: shutil.rmtree('nope'))  #=> FileNotFoundError [Errno 2] No such file or directory: 'nope'
show(lambda: shutil.rmtree('x.py'))  #=> NotADirectoryError [Errno 20] Not a directory: 'x.py'
show(lambda: shutil.rmtree('nope', onerror=lambda *a: print(a[0].__name__, a[1], end=' ')))  #=> lstat nope None
show(lambda: (shutil.rmtree('y'), os.path.exists('y')))  #=> (None, False)
