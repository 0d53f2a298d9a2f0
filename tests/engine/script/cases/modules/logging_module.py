# Loggers, handlers, formatters, filters; what they print.
import logging
import logging.config
import logging.handlers
import sys

L = logging.getLogger


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: logging.getLogger())  #=> <RootLogger root (WARNING)>
show(lambda: L('a.b'))  #=> <Logger a.b (WARNING)>
show(lambda: L('a'))  #=> <Logger a (WARNING)>
show(lambda: L('x').parent)  #=> <RootLogger root (WARNING)>
show(lambda: logging.getLevelName(10))  #=> 'DEBUG'
show(lambda: logging.getLevelName('INFO'))  #=> 20
show(lambda: logging.getLevelName(15))  #=> 'Level 15'
show(lambda: logging.getLevelName('FOO'))  #=> 'Level FOO'
show(lambda: L('a').setLevel('FOO'))  #=> ValueError Unknown level: 'FOO'
show(lambda: L('a').setLevel(1.5))  #=> TypeError Level not an integer or a valid string: 1.5
show(lambda: L(3))  #=> TypeError A logger name must be a string
show(lambda: logging.StreamHandler())  #=> <StreamHandler <stderr> (NOTSET)>
show(lambda: logging.NullHandler())  #=> <NullHandler (NOTSET)>
show(lambda: logging.Formatter('x'))  #=> ValueError Invalid format 'x' for '%' style
show(lambda: logging.Formatter('{}',style='{'))  #=> ValueError invalid format: no fields
show(lambda: logging.Formatter('x',style='?'))  #=> ValueError Style must be one of: %,{,$
show(lambda: logging.basicConfig(foo=1))  #=> ValueError Unrecognised argument(s): foo
show(lambda: logging.LogRecord('n',10,'/a/b.py',3,'m %s',('x',),None))  #=> <LogRecord: n, 10, /a/b.py, 3, "m %s">
show(lambda: logging.LogRecord('n',10,'/a/b.py',3,'m %s',('x',),None).getMessage())  #=> 'm x'
show(lambda: sorted(vars(logging.LogRecord('n',10,'/a/b.py',3,'m %s',('x',),None))))  #=> ['args', 'created', 'exc_info', 'exc_text', 'filename', 'funcName', 'levelname', 'levelno', 'lineno', 'module', 'msecs', 'msg', 'name', 'pathname', 'process', 'processName', 'relativeCreated', 'stack_info', 'thread', 'threadName']
show(lambda: logging.getLevelNamesMapping())  #=> {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
show(lambda: logging.lastResort)  #=> <_StderrHandler <stderr> (WARNING)>
show(lambda: L('a').addHandler(None))  #=> None
show(lambda: logging.Filter('a.b').filter(L('a.b.c').makeRecord('a.b.c',10,'f',1,'m',(),None)))  #=> True
show(lambda: L('a').getChild('b.c'))  #=> <Logger a.b.c (WARNING)>
show(lambda: logging.root.manager.loggerDict.keys())  #=> dict_keys(['a.b', 'a', 'x', 'a.b.c'])
show(lambda: logging.LoggerAdapter(L('a'),{'x':1}))  #=> <LoggerAdapter a (WARNING)>
show(lambda: logging.LoggerAdapter(L('a')).process('m',{}))  #=> ('m', {'extra': None})
show(lambda: logging.makeLogRecord({'msg':'x','foo':1}))  #=> <LogRecord: None, None, , 0, "x">
show(lambda: L('a').makeRecord('n',10,'f',1,'m',(),None,extra={'message':1}))  #=> KeyError "Attempt to overwrite 'message' in LogRecord"
show(lambda: logging.Handler().emit(1))  #=> NotImplementedError emit must be implemented by Handler subclasses
show(lambda: L('a').log('x','y'))  #=> TypeError level must be an integer
show(lambda: logging.disable('INFO'))  #=> None
show(lambda: logging.root.manager.disable)  #=> 20
show(lambda: logging.BASIC_FORMAT)  #=> '%(levelname)s:%(name)s:%(message)s'
show(lambda: logging.Formatter().default_msec_format)  #=> '%s,%03d'
show(lambda: logging.PercentStyle)  #=> <class 'logging.PercentStyle'>
show(lambda: logging.Logger('q'))  #=> <Logger q (NOTSET)>
show(lambda: logging.Handler())  #=> <Handler (NOTSET)>
show(lambda: logging._levelToName)  #=> {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
show(lambda: logging.__all__)  #=> ['BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter', 'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN', 'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception', 'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log', 'makeLogRecord', 'setLoggerClass', 'shutdown', 'warn', 'warning', 'getLogRecordFactory', 'setLogRecordFactory', 'lastResort', 'raiseExceptions', 'getLevelNamesMapping']

logging.disable(0)
logging.root.handlers[:]=[]
L('a').handlers[:]=[]
logging.Formatter.formatException = lambda self, info: f'[{info[0].__name__}: {info[1]}]'
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(name)s|%(levelname)s|%(message)s|%(funcName)s|%(lineno)d|%(filename)s|%(module)s|%(threadName)s|%(processName)s')
try: 1/0
except ZeroDivisionError: logging.exception('boo %d', 3); logging.info('e', exc_info=ZeroDivisionError('q'))
logging.info({'a':1}); logging.info('%(k)s', {'k': 5}); logging.log(25,'lvl'); logging.info('tuple %s', (1,2)); logging.info('x%%')
def f(): logging.warning('in f'); L('q.r').error('qr', stacklevel=2)
f()
class F(logging.Filter):
    def filter(self, r): r.extra = 'E'; return 'no' not in r.getMessage()
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('{levelname:<8}|{extra}|{message}', style='{')); h.addFilter(F())
l = L('own'); l.addHandler(h); l.propagate=False; l.info('yes'); l.info('no'); l.setLevel('ERROR'); l.info('yes2'); print(l, l.isEnabledFor(30), l.hasHandlers(), l.getEffectiveLevel())
h.setFormatter(logging.Formatter('$levelname $message', style='$')); l.error('dollar')
ad = logging.LoggerAdapter(L('ad'), {'u': 1}); ad.warning('adapted')
class CA(logging.LoggerAdapter):
    def process(self, msg, kw): return f'[{self.extra["id"]}] {msg}', kw
CA(L('ca'), {'id': 7}).info('hello %s', 'w')
logging.addLevelName(25, 'NOTICE'); logging.log(25, 'n')
logging.basicConfig(force=True, stream=sys.stdout, format='%(message)s', level='WARNING'); logging.info('hidden'); logging.warning('shown')
m = logging.handlers.MemoryHandler(3, target=h); l2=L('mem'); l2.addHandler(m); l2.propagate=False; l2.setLevel(10); l2.info('1'); l2.info('2'); print(len(m.buffer)); l2.error('3'); print(len(m.buffer))
logging.config.dictConfig({'version':1,'formatters':{'f':{'format':'CFG %(name)s %(message)s'}},'handlers':{'h':{'class':'logging.StreamHandler','formatter':'f','stream':'ext://sys.stdout','level':'DEBUG'}},'loggers':{'cfg':{'level':'INFO','handlers':['h'],'propagate':False}},'root':{'level':'WARNING','handlers':['h']}})
L('cfg').info('i'); L('cfg').debug('d'); logging.warning('root'); print(L('ca').disabled)
try: logging.config.dictConfig({'version':1,'handlers':{'h':{'class':'nope.X'}}})
except Exception as e: print(type(e).__name__, e)
try: logging.config.dictConfig({})
except Exception as e: print(type(e).__name__, e)
#=> root|ERROR|boo 3|<module>|65|logging_module.py|logging_module|MainThread|MainProcess
#=> [ZeroDivisionError: division by zero]
#=> root|INFO|e|<module>|65|logging_module.py|logging_module|MainThread|MainProcess
#=> [ZeroDivisionError: q]
#=> root|INFO|{'a': 1}|<module>|66|logging_module.py|logging_module|MainThread|MainProcess
#=> root|INFO|5|<module>|66|logging_module.py|logging_module|MainThread|MainProcess
#=> root|Level 25|lvl|<module>|66|logging_module.py|logging_module|MainThread|MainProcess
#=> root|INFO|tuple (1, 2)|<module>|66|logging_module.py|logging_module|MainThread|MainProcess
#=> root|INFO|x%%|<module>|66|logging_module.py|logging_module|MainThread|MainProcess
#=> root|WARNING|in f|f|67|logging_module.py|logging_module|MainThread|MainProcess
#=> q.r|ERROR|qr|<module>|68|logging_module.py|logging_module|MainThread|MainProcess
#=> INFO    |E|yes
#=> <Logger own (ERROR)> False True 40
#=> ERROR dollar
#=> ad|WARNING|adapted|<module>|74|logging_module.py|logging_module|MainThread|MainProcess
#=> ca|INFO|[7] hello w|<module>|77|logging_module.py|logging_module|MainThread|MainProcess
#=> root|NOTICE|n|<module>|78|logging_module.py|logging_module|MainThread|MainProcess
#=> shown
#=> 2
#=> INFO 1
#=> INFO 2
#=> ERROR 3
#=> 0
#=> CFG cfg i
#=> CFG root root
#=> True
#=> ValueError Unable to configure handler 'h'
#=> ValueError dictionary doesn't specify a version
