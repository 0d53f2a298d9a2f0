"""Serves applications of fastapi."""

import asyncio
import sys

import _web
import _web_server


class Config:
    def __init__(self, app, host="127.0.0.1", port=8000, loop="auto", log_level=None, **options):
        self.app = app
        self.host = host
        self.port = port


class Server:
    def __init__(self, config):
        self.config = config
        self.should_exit = False
        self.started = False

    def run(self, sockets=None):
        return asyncio.run(self.serve(sockets))

    async def serve(self, sockets=None):
        import _visitors

        app, host, port = self.config.app, self.config.host, self.config.port
        sys.stderr.write("INFO:     Started server process [1000]\nINFO:     Waiting for application startup.\n")
        await app.startup()
        sys.stderr.write("INFO:     Application startup complete.\n")
        server = await asyncio.start_server(self._connected, host, port)
        self.started = True
        sys.stderr.write(f"INFO:     Uvicorn running on http://{host}:{port} (Press CTRL+C to quit)\n")
        _visitors.serve_for_ever(port, [pattern.example() for methods, pattern, func, code in app.routes
                                        if "GET" in methods])
        try:
            while not self.should_exit:
                await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            pass
        finally:
            sys.stderr.write("INFO:     Shutting down\n")
            server.close()
            await app.shutdown()
            sys.stderr.write("INFO:     Finished server process [1000]\n")

    async def _connected(self, reader, writer):
        incoming = await _web.drive_async(_web_server.parse_request(writer.get_extra_info("peername")), reader)
        if incoming is None:
            writer.close()
            return
        response, background = await self.config.app.answer(incoming)
        pieces = getattr(response, "pieces", None)
        writer.write(_web_server.encode_answer(response.status_code, response.headers.items(), response.body,
                                               incoming.method, pieces is None))
        if pieces is not None:
            await self._stream(pieces, writer)
        await writer.drain()
        sys.stderr.write(f'INFO:     {incoming.peer[0]}:{incoming.peer[1]} - "{incoming.method} {incoming.target} '
                         f'HTTP/1.1" {response.status_code}\n')
        writer.close()
        await background._run()

    @staticmethod
    async def _stream(pieces, writer):
        if hasattr(pieces, "__aiter__"):
            async for each in pieces:
                writer.write(each.encode() if isinstance(each, str) else each)
                await writer.drain()
        else:
            for each in pieces:
                writer.write(each.encode() if isinstance(each, str) else each)


def run(app, *, host="127.0.0.1", port=8000, **options):
    if isinstance(app, str):
        module, _, name = app.partition(":")
        main = sys.modules["__main__"]
        app = getattr(main, name) if module in ("main", "__main__") else getattr(__import__(module), name)
    try:
        Server(Config(app, host, port, **options)).run()
    except KeyboardInterrupt:
        pass
