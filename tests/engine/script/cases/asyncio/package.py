# The parts of the package are its attributes.
import asyncio

print(asyncio.coroutines.iscoroutine(5), asyncio.events.AbstractEventLoop.__name__, asyncio.queues.Queue is asyncio.Queue)
print(asyncio.tasks.Task is asyncio.Task, asyncio.locks.Lock is asyncio.Lock, asyncio.futures.isfuture(1))
print(asyncio.exceptions.CancelledError is asyncio.CancelledError, asyncio.streams.StreamReader is asyncio.StreamReader)
print(asyncio.runners.run is asyncio.run, asyncio.timeouts.timeout is asyncio.timeout, asyncio.subprocess.PIPE)
print(asyncio.taskgroups.TaskGroup is asyncio.TaskGroup, asyncio.threads.to_thread is asyncio.to_thread)
print(asyncio.protocols.Protocol is asyncio.Protocol, asyncio.transports.Transport is asyncio.Transport)
print([name for name in dir(asyncio) if name in ("streams", "sleep", "open_connection", "coroutines", "Server")])
for name in ["coroutine", "slep", "create_taks", "start_serve", "strems", "get_runing_loop", "CanceledError"]:
    try:
        exec(f"asyncio.{name}")
    except AttributeError as error:
        print(error, error.name, error.obj is asyncio)

print(repr(asyncio.get_event_loop_policy()).partition(" at ")[0], type(asyncio.get_event_loop_policy()).__mro__[1].__module__)

#=> False AbstractEventLoop True
#=> True True False
#=> True True
#=> True True -1
#=> True True
#=> True True
#=> ['Server', 'coroutines', 'open_connection', 'sleep', 'streams']
#=> module 'asyncio' has no attribute 'coroutine' coroutine True
#=> module 'asyncio' has no attribute 'slep' slep True
#=> module 'asyncio' has no attribute 'create_taks' create_taks True
#=> module 'asyncio' has no attribute 'start_serve' start_serve True
#=> module 'asyncio' has no attribute 'strems' strems True
#=> module 'asyncio' has no attribute 'get_runing_loop' get_runing_loop True
#=> module 'asyncio' has no attribute 'CanceledError' CanceledError True
#=> <asyncio.unix_events._UnixDefaultEventLoopPolicy object asyncio.events
