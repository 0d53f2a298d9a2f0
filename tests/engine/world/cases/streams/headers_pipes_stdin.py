# Headers over a raw stream; pipes and stdin as streams; SubprocessProtocol.
#% input text='line one\nline two\n'
import asyncio
async def tcp_client(host, port):
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), timeout=3)
    except (ConnectionRefusedError, OSError, asyncio.TimeoutError) as e:
        return host, port, type(e).__name__
    writer.close()
    await writer.wait_closed()
    return host, port, "open"
async def main():
    print(await asyncio.gather(*(tcp_client("localhost", p) for p in (22, 80)), tcp_client("example.com", 80), tcp_client("nosuchhost.invalid", 80)))
    # url headers from docs
    reader, writer = await asyncio.open_connection("www.python.org", 443, ssl=True)
    writer.write(b"HEAD / HTTP/1.0\r\nHost: www.python.org\r\n\r\n")
    while True:
        line = await reader.readline()
        if not line: break
        line = line.decode('latin1').rstrip()
        if line: print(f'HTTP header> {line}')
    writer.close(); await writer.wait_closed()
    # pipes via connect_read_pipe
    import os
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    rd = asyncio.StreamReader()
    proto = asyncio.StreamReaderProtocol(rd)
    await loop.connect_read_pipe(lambda: proto, os.fdopen(r))
    loop.call_later(1, os.write, w, b"through a pipe\n")
    print(await rd.readline())
    # stdin
    import sys
    rd2 = asyncio.StreamReader(); p2 = asyncio.StreamReaderProtocol(rd2)
    await loop.connect_read_pipe(lambda: p2, sys.stdin)
    print(await rd2.readline(), await rd2.read())
    ai = await loop.getaddrinfo("example.com", 80); print(ai[0][4][1])
    # subprocess protocol from docs
    class DateProtocol(asyncio.SubprocessProtocol):
        def __init__(self, exit_future): self.exit_future = exit_future; self.output = bytearray(); self.pipe_closed = False; self.exited = False
        def pipe_connection_lost(self, fd, exc): self.pipe_closed = True; self.check()
        def pipe_data_received(self, fd, data): self.output.extend(data)
        def process_exited(self): self.exited = True; self.check()
        def check(self):
            if self.pipe_closed and self.exited: self.exit_future.set_result(True)
    f = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: DateProtocol(f), sys.executable, '-c', 'import datetime; print(datetime.datetime.now())', stdin=None, stderr=None)
    await f
    transport.close()
    print(bytes(protocol.output))
asyncio.run(main())
#=> [('localhost', 22, 'ConnectionRefusedError'), ('localhost', 80, 'ConnectionRefusedError'), ('example.com', 80, 'open'), ('nosuchhost.invalid', 80, 'gaierror')]
#=> HTTP header> HTTP/1.1 200 OK
#=> HTTP header> Content-Type: text/html; charset=utf-8
#=> HTTP header> Content-Length: 6557
#=> HTTP header> Connection: close
#=> b'through a pipe\n'
#=> b'line one\n' b'line two\n'
#=> 80
#=> b'2024-01-01 00:00:01.380002\n'
