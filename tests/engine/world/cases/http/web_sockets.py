# websockets, and web sockets of aiohttp.
import asyncio, websockets, aiohttp
from aiohttp import web
async def echo(ws):
    async for message in ws:
        await ws.send(f"echo {message}")
    print("server side closed")
async def main():
    async with websockets.serve(echo, "localhost", 8765):
        async with websockets.connect("ws://localhost:8765") as ws:
            for m in ("a", "b" * 200):
                await ws.send(m); print(len(await ws.recv()))
        await asyncio.sleep(0.1)
        try: await ws.recv()
        except websockets.ConnectionClosed as e: print(type(e).__name__, e)
    try: await websockets.connect("ws://localhost:8765")
    except OSError as e: print(e)
    async with websockets.connect("wss://echo.websocket.org") as ws:
        await ws.send("hi"); print(await ws.recv())
    async def handler(request):
        ws = web.WebSocketResponse(); await ws.prepare(request)
        async for msg in ws:
            if msg.type == aiohttp.WSMsgType.TEXT:
                if msg.data == "close": await ws.close()
                else: await ws.send_str(msg.data + "/answer")
        print("done", ws.close_code)
        return ws
    app = web.Application(); app.add_routes([web.get("/ws", handler)])
    runner = web.AppRunner(app); await runner.setup(); await web.TCPSite(runner, "localhost", 8080).start()
    async with aiohttp.ClientSession() as s:
        async with s.ws_connect("http://localhost:8080/ws") as ws:
            await ws.send_str("hello"); print((await ws.receive()).data)
            await ws.send_str("close")
            print((await ws.receive()).type)
    await runner.cleanup()
asyncio.run(main())
#=> 6
#=> 205
#=> server side closed
#=> ConnectionClosedOK received 1000 (OK); then sent 1000 (OK)
#=> [Errno 111] Connect call failed ('127.0.0.1', 8765)
#=> hi
#=> hello/answer
#=> 8
