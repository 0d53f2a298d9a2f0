# Types of files by name, digests with parameters, and smaller modules.
import copy
import copyreg
import hashlib
import io
import locale
import mimetypes
import pickle
import stat
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


mimetypes.knownfiles.clear()
show(lambda: [mimetypes.guess_type(each) for each in ('a.html', 'a.HTM', 'a.tar.gz', 'a.tgz', 'a.svgz', 'a', 'a.py', 'a.gz', 'x.rtf', 'http://x.org/a.png', 'data:text/html,abc', 'data:,abc', 'data:x')])  #=> [('text/html', None), ('text/html', None), ('application/x-tar', 'gzip'), ('application/x-tar', 'gzip'), ('image/svg+xml', 'gzip'), (None, None), ('text/x-python', None), (None, 'gzip'), (None, None), ('image/png', None), ('text/html', None), ('text/plain', None), (None, None)]
show(lambda: (mimetypes.guess_type('x.rtf', strict=False), mimetypes.guess_type('x.jpg', strict=False)))  #=> (('application/rtf', None), ('image/jpeg', None))
show(lambda: [mimetypes.guess_extension(each) for each in ('text/html', 'TEXT/plain', 'image/jpeg', 'audio/mpeg', 'application/json', 'a/b')])  #=> ['.html', '.txt', '.jpg', '.mp3', '.json', None]
show(lambda: (mimetypes.guess_all_extensions('application/octet-stream'), mimetypes.guess_all_extensions('image/jpg', strict=False)))  #=> (['.bin', '.a', '.dll', '.exe', '.o', '.obj', '.so'], ['.jpg'])
show(lambda: (mimetypes.add_type('my/type', '.mine'), mimetypes.guess_type('x.mine'), mimetypes.MimeTypes().guess_type('x.mine')))  #=> (None, ('my/type', None), (None, None))
show(lambda: (lambda db: (db.readfp(io.StringIO('# c\na/b  b c # d\n')), db.guess_type('q.c'), db.guess_all_extensions('a/b')))(mimetypes.MimeTypes()))  #=> (None, ('a/b', None), ['.b', '.c'])
show(lambda: mimetypes.read_mime_types('nowhere'))  #=> None
show(lambda: hashlib.blake2b(b'abc', salt=b'x', person=b'yy').hexdigest())  #=> 'd58d1955f0dc5f265ebba6d3512e095052ed1af41195e2d47b63a35167e41cbb65b124947cea5b88c2f3f79ef1edabd6bb53507d6e5b9159467c02f83df6d4c7'
show(lambda: hashlib.blake2s(b'abc' * 100, salt=b'x', person=b'yy', key=b'k').hexdigest())  #=> 'ad09d132c908eb7ad8eedcc66704f8b19236bad6c7f3061ad434162289452567'
show(lambda: hashlib.blake2b(bytes(5000), fanout=2, depth=2, leaf_size=4096, inner_size=64, node_offset=1, last_node=True).hexdigest())  #=> 'dc36645a579b06661a619a7acb020f81a16bacb68412f0d968b39f87f9b02bb52eb580debae95d3eaa9d269ece6cbb65356bad8b006dfd1e14ccfcd5d00a350d'
show(lambda: [hashlib.blake2b(b'x' * n, person=b'z', digest_size=9).hexdigest() for n in (0, 127, 128, 129, 256)])  #=> ['fda88cc2ee2b4dde1d', '377025e6e5d929346d', 'f6c459159d573d77fc', 'e6eb6635135d98a312', '1686624d330d849036']
show(lambda: (type(hashlib.blake2b()) is hashlib.blake2b, hashlib.blake2s.SALT_SIZE, hashlib.blake2b.MAX_KEY_SIZE, hashlib.new('blake2b', digest_size=3).hexdigest()))  #=> (True, 8, 64, 'cec7ea')
show(lambda: hashlib.blake2b(digest_size=65))  #=> ValueError digest_size must be between 1 and 64 bytes
show(lambda: hashlib.blake2s(key=b'a' * 33))  #=> ValueError maximum key length is 32 bytes
show(lambda: hashlib.blake2b(salt=b'a' * 17))  #=> ValueError maximum salt length is 16 bytes
show(lambda: hashlib.blake2b(depth=0))  #=> ValueError depth must be between 1 and 255
show(lambda: hashlib.blake2b(inner_size=65))  #=> ValueError inner_size must be between 0 and is 64
show(lambda: hashlib.blake2b(leaf_size=2 ** 32))  #=> OverflowError leaf_size is too large
show(lambda: hashlib.new('sha256', b'', x=1))  #=> TypeError 'x' is an invalid keyword argument for new()
show(lambda: (locale.format_string('%d', 3, grouping=True), locale.format_string('%s', [1]), locale.format('%.2f', 3.14159)))  #=> ('3', '[1]', '3.14')
show(lambda: locale.format('%d x', 3))  #=> ValueError format() must be given exactly one %char format specifier, '%d x' not valid
show(lambda: Decimal('1e9999999999999999999'))  #=> InvalidOperation [<class 'decimal.InvalidOperation'>]
show(lambda: Context(prec=6, Emax=999, clamp=1).create_decimal('1.23e999'))  #=> Decimal('1.23000E+999')
show(lambda: Context(prec=6, Emax=999, Emin=-999, clamp=1).create_decimal('0e999'))  #=> Decimal('0E+994')
show(lambda: copyreg.pickle(int, 3))  #=> TypeError reduction functions must be callable


class Held:
    def __init__(self, value):
        self.value = value


def reduce_held(held):
    return Held, (held.value,)


copyreg.pickle(Held, reduce_held)
held = Held([1])
print(copy.copy(held).value is held.value, copy.deepcopy(held).value is held.value, pickle.loads(pickle.dumps(held)).value)  #=> True False [1]

show(lambda: [stat.filemode(mode) for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o020600, 0o1000, 0)])  #=> ['-rw-r--r--', 'drwxr-xr-x', 'lrwxrwxrwx', '-rwsr-xr-x', '-rw-r-Sr--', 'drwxrwxrwt', 'crw-------', '?--------T', '?---------']
show(lambda: (stat.S_ISDIR(0o040755), stat.S_ISREG(0o040755), oct(stat.S_IMODE(0o104755)), oct(stat.S_IFMT(0o104755)), stat.S_IRWXU, stat.ST_SIZE, stat.S_ISLNK.__name__, stat.S_ISDOOR(0)))  #=> (True, False, '0o4755', '0o100000', 448, 6, 'S_ISLNK', False)
with localcontext(Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)):
    show(lambda: (Decimal(2) ** 256 / 128, Decimal(1) / 80, Decimal("1e30") / 4, Decimal(240) / 12))  #=> (Decimal('904625697166532776746648320380374280103671755200316906558262375061821325312'), Decimal('0.0125'), Decimal('2.5E+29'), Decimal('20'))
    try:
        Decimal(1) / 3
    except MemoryError:
        print("no room")  #=> no room
