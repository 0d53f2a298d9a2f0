# aiohttp's server: routes, middlewares, errors; visited by the world until it stops.
from aiohttp import web
import aiohttp, asyncio
routes = web.RouteTableDef()
@routes.get("/")
async def hello(request):
    print("request", request.path, request.query.get("x"))
    return web.Response(text="Hello, world")
@routes.get("/user/{name}")
async def user(request):
    await asyncio.sleep(0.5)
    return web.json_response({"name": request.match_info["name"]})
@routes.post("/add")
async def add(request):
    data = await request.json()
    return web.json_response({"sum": sum(data)}, status=201)
@routes.get("/boom")
async def boom(request):
    raise web.HTTPForbidden(text="no")
@web.middleware
async def log(request, handler):
    r = await handler(request)
    print("log", request.method, request.path, r.status)
    return r
async def client():
    async with aiohttp.ClientSession("http://localhost:8080") as s:
        async with s.get("/?x=1") as r: print(r.status, await r.text())
        async with s.get("/user/bob") as r: print(r.status, await r.json())
        async with s.post("/add", json=[1, 2]) as r: print(r.status, await r.json())
        for p in ("/boom", "/nothing", "/add"):
            async with s.get(p) as r: print(r.status, await r.text())
async def main():
    app = web.Application(middlewares=[log]); app.add_routes(routes)
    async def up(app): print("up"); app["db"] = 1
    app.on_startup.append(up)
    runner = web.AppRunner(app); await runner.setup()
    await web.TCPSite(runner, "localhost", 8080).start()
    await client()
    await runner.cleanup()
asyncio.run(main())
app = web.Application(); app.add_routes(routes)
app.router.add_get("/two", lambda r: web.Response(text="x"))
web.run_app(app)
#=> up
#=> request / 1
#=> log GET / 200
#=> 200 Hello, world
#=> log GET /user/bob 200
#=> 200 {'name': 'bob'}
#=> log POST /add 201
#=> 201 {'sum': 3}
#=> 403 no
#=> 404 404: Not Found
#=> 405 405: Method Not Allowed
#=> ======== Running on http://0.0.0.0:8080 ========
#=> (Press CTRL+C to quit)
#=> request / None
