# URLs taken apart and put together.
from urllib.parse import *


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: urlsplit('http://user:pw@Host.com:8080/p/a;x?q=1&r=2#frag'))  #=> SplitResult(scheme='http', netloc='user:pw@Host.com:8080', path='/p/a;x', query='q=1&r=2', fragment='frag')
show(lambda: urlparse('http://user:pw@Host.com:8080/p/a;x?q=1&r=2#frag'))  #=> ParseResult(scheme='http', netloc='user:pw@Host.com:8080', path='/p/a', params='x', query='q=1&r=2', fragment='frag')
show(lambda: (urlsplit('http://u:p@H:80/').hostname,urlsplit('http://u:p@H:80/').port,urlsplit('http://u:p@H:80/').username,urlsplit('http://u:p@H:80/').password,urlsplit('http://h').port))  #=> ('h', 80, 'u', 'p', None)
show(lambda: (urlsplit('//h/p'),urlsplit('p?q'),urlsplit('mailto:a@b'),urlsplit('http://[::1]:80/').hostname,urlsplit('')))  #=> (SplitResult(scheme='', netloc='h', path='/p', query='', fragment=''), SplitResult(scheme='', netloc='', path='p', query='q', fragment=''), SplitResult(scheme='mailto', netloc='', path='a@b', query='', fragment=''), '::1', SplitResult(scheme='', netloc='', path='', query='', fragment=''))
show(lambda: urlsplit('http://h:99999').port)  #=> ValueError Port out of range 0-65535
show(lambda: urlsplit('http://h:x').port)  #=> ValueError Port could not be cast to integer value as 'x'
show(lambda: urlsplit('http://[::1'))  #=> ValueError Invalid IPv6 URL
show(lambda: (urlsplit('http://h/p').geturl(),urlparse('http://h/p;a?b#c').geturl(),urlunsplit(('http','h','p','q','f')),urlunparse(('','','p','','',''))))  #=> ('http://h/p', 'http://h/p;a?b#c', 'http://h/p?q#f', 'p')
show(lambda: (urljoin('http://a/b/c/d','e'),urljoin('http://a/b/c/d','../e'),urljoin('http://a/b/c/d','/e'),urljoin('http://a/b','//x/y'),urljoin('http://a/b','http://q'),urljoin('http://a/b/c','?q'),urljoin('http://a/b/c','#f'),urljoin('a/b','c'),urljoin('','x')))  #=> ('http://a/b/c/e', 'http://a/b/e', 'http://a/e', 'http://x/y', 'http://q', 'http://a/b/c?q', 'http://a/b/c#f', 'a/c', 'x')
show(lambda: urldefrag('http://a/b#c'))  #=> DefragResult(url='http://a/b', fragment='c')
show(lambda: (quote('a b/c?é&='),quote('a/b',safe=''),quote_plus('a b&c'),quote(b'\\xff'),unquote('a%20b%C3%A9+'),unquote_plus('a+b'),unquote('%zz%4'),unquote_to_bytes('%41b')))  #=> ('a%20b/c%3F%C3%A9%26%3D', 'a%2Fb', 'a+b%26c', '%5Cxff', 'a bé+', 'a b', '%zz%4', b'Ab')
show(lambda: (urlencode({'a':1,'b':'x y'}),urlencode([('a',[1,2])],doseq=True),urlencode({'a':[1,2]}),urlencode('abc')))  #=> TypeError not a valid non-string sequence or mapping object
show(lambda: (parse_qs('a=1&b=2&a=3&c='),parse_qsl('a=1&b=2&a=3&c=&d'),parse_qs('a=1&c=',keep_blank_values=True)))  #=> ({'a': ['1', '3'], 'b': ['2']}, [('a', '1'), ('b', '2'), ('a', '3')], {'a': ['1'], 'c': ['']})
show(lambda: parse_qsl('a',strict_parsing=True))  #=> ValueError bad query field: 'a'
show(lambda: urlsplit(b'http://h/p?q'))  #=> SplitResultBytes(scheme=b'http', netloc=b'h', path=b'/p', query=b'q', fragment=b'')
show(lambda: (urlparse('http://h/p')._replace(path='/z').geturl(),urlsplit('http://h/p')._asdict()))  #=> ('http://h/z', {'scheme': 'http', 'netloc': 'h', 'path': '/p', 'query': '', 'fragment': ''})
