# getopt, shlex, colorsys.
import getopt, shlex, colorsys
print(getopt.getopt('-a -b -cfoo -d bar a1 a2'.split(),'abc:d:'))
#=> ([('-a', ''), ('-b', ''), ('-c', 'foo'), ('-d', 'bar')], ['a1', 'a2'])
print(getopt.getopt('--condition=foo --testing --output-file abc.def -x a1 a2'.split(),'x',['condition=','output-file=','testing']))
#=> ([('--condition', 'foo'), ('--testing', ''), ('--output-file', 'abc.def'), ('-x', '')], ['a1', 'a2'])
print(getopt.gnu_getopt('a -x b --tes c'.split(),'x',['testing']))
#=> ([('-x', ''), ('--testing', '')], ['a', 'b', 'c'])
for a,s,l in (('-z','a',[]),('-c','c:',[]),('--foo','',['foobar','fooz']),('--no','',[]),('--x=3','',['x']),('--y','',['y='])):
    try: print(getopt.getopt([a],s,l))
    except getopt.GetoptError as e: print(e, e.opt)
#=> option -z not recognized z
#=> option -c requires argument c
#=> option --foo not a unique prefix foo
#=> option --no not recognized no
#=> option --x must not have an argument x
#=> option --y requires argument y
for t in ("ls -l 'a b' \"c d\"", r"a\ b c\\ '\n' \"x", "x#y # z", "a 'b", 'a "b\\"c" d""e', "''", "a\nb\tc", "it\\'s"):
    for kw in ({}, {'comments':True}, {'posix':False}):
        try: print(shlex.split(t,**kw))
        except ValueError as e: print(e)
#=> ['ls', '-l', 'a b', 'c d']
#=> ['ls', '-l', 'a b', 'c d']
#=> ['ls', '-l', "'a b'", '"c d"']
#=> ['a b', 'c\\', '\\n', '"x']
#=> ['a b', 'c\\', '\\n', '"x']
#=> ['a\\', 'b', 'c\\\\', "'\\n'", '\\"x']
#=> ['x#y', '#', 'z']
#=> ['x']
#=> ['x#y', '#', 'z']
#=> No closing quotation
#=> No closing quotation
#=> No closing quotation
#=> ['a', 'b"c', 'de']
#=> ['a', 'b"c', 'de']
#=> ['a', '"b\\"', 'c"', 'd""e']
#=> ['']
#=> ['']
#=> ["''"]
#=> ['a', 'b', 'c']
#=> ['a', 'b', 'c']
#=> ['a', 'b', 'c']
#=> ["it's"]
#=> ["it's"]
#=> ["it\\'s"]
print(shlex.quote("it's"), shlex.quote(''), shlex.quote('safe'), shlex.join(['a b','c']))
#=> 'it'"'"'s' '' safe 'a b' c
for c in ((0.2,0.4,0.4),(0,0,0),(1,0.5,0.1),(0.3,0.9,0.2),(.1,.2,1)):
    print(colorsys.rgb_to_hsv(*c), colorsys.hsv_to_rgb(*c), colorsys.rgb_to_hls(*c), colorsys.hls_to_rgb(*c), colorsys.rgb_to_yiq(*c), colorsys.yiq_to_rgb(*c))
#=> (0.5, 0.5, 0.4) (0.368, 0.4, 0.24) (0.5, 0.30000000000000004, 0.3333333333333333) (0.49599999999999994, 0.5599999999999999, 0.2400000000000001) (0.33999999999999997, -0.11979999999999999, -0.04259999999999996) (0.828175519630485, 0.0, 0.44018475750577385)
#=> (0.0, 0.0, 0) (0, 0, 0) (0.0, 0.0, 0.0) (0, 0, 0) (0.0, 0.0, 0.0) (0.0, 0.0, 0.0)
#=> (0.07407407407407407, 0.9, 1) (0.1, 0.05, 0.05) (0.07407407407407407, 0.55, 1.0000000000000002) (0.55, 0.44999999999999996, 0.44999999999999996) (0.606, 0.42818, -0.018339999999999967) (1.0, 0.7990370689317728, 0.6166281755196306)
#=> (0.30952380952380953, 0.7777777777777777, 0.9) (0.05600000000000003, 0.2, 0.019999999999999997) (0.30952380952380953, 0.55, 0.7777777777777778) (0.888, 0.92, 0.88) (0.643, -0.13421, -0.34626999999999997) (1.0, 0.0, 0.0)
#=> (0.6481481481481483, 0.9, 1) (1, 0.92, 0.8) (0.6481481481481483, 0.55, 1.0000000000000002) (0.4, 0.24000000000000005, 0.0) (0.258, -0.31726, 0.22837999999999997) (0.9129330254041571, 0.0, 1.0)
import threading
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    thread = threading.Thread(target=print)
    thread.setName("n")
    print(thread.getName(), thread.isDaemon(), threading.activeCount(), threading.currentThread() is threading.main_thread())
    print([str(w.message) for w in caught])
#=> n False 1 True
#=> ['setName() is deprecated, set the name attribute instead', 'getName() is deprecated, get the name attribute instead', 'isDaemon() is deprecated, get the daemon attribute instead', 'activeCount() is deprecated, use active_count() instead', 'currentThread() is deprecated, use current_thread() instead']
